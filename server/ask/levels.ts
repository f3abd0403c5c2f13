import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { type Described, rememberDescribed } from './described.ts'

/** Agent → level, as `entity.described` last said it. An agent who never had one is not there. */
export type Levels = ReadonlyMap<string, number>

export function createLevelBook(): Described<Levels> {
  return rememberDescribed(readLevels)
}

async function readLevels(engine: Engine, organizationId: string): Promise<Levels> {
  const rows =
    await engine.query(`SELECT JSONExtractString(data, 'id') AS agent, argMax(JSONExtractUInt(data, 'level'), (time, length(id), id))
FROM ${eventsTable}
WHERE organization_id = ${literal(organizationId)} AND type = 'entity.described' AND reference = 'agent' AND JSONType(data, 'level') = 'Int64'
GROUP BY agent`)
  return new Map(rows.map(([agent, level]) => [agent as string, Number(level)]))
}
