import { join } from 'node:path'
import { openChdb } from './chdb.ts'
import type { Engine } from './engine.ts'

/** How many questions the engine answers side by side. More than cores: a slow one must not hold up the quick ones. */
const readers = 4

/** Opens the event engine of this installation: embedded, in the data directory. */
export function openEngine(dataDirectory: string): Promise<Engine> {
  return openChdb(join(dataDirectory, 'engine'), { readers })
}
