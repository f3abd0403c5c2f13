import { openEngine } from '@parley/server/store/open.ts'
import { serveCommands, setupOf } from './remote.ts'

/** A process that opens the engine on a data directory and does nothing else: what the engine alone takes. */
export const bareEngineCommands = {
  async ready(): Promise<void> {
    await (await opening).query('SELECT 1')
  },
}

const opening = openEngine(setupOf<{ directory: string }>().directory)

serveCommands(bareEngineCommands, async () => (await opening).close())
