import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { type Described, rememberDescribed } from './described.ts'

/** What `entity.described` last said of agents: the level of each, its teams, and who has the role of a guest. What was never said is not there. */
export type DescribedAgents = {
  readonly levels: ReadonlyMap<string, number>
  readonly teams: ReadonlyMap<string, readonly string[]>
  readonly guests: ReadonlySet<string>
}

export function createAgentBook(): Described<DescribedAgents> {
  return rememberDescribed(readAgents, { levels: new Map(), teams: new Map(), guests: new Set() })
}

type Row = [
  organization: string,
  agent: string,
  level: number,
  levels: number,
  teams: string[],
  said: number,
  role: string,
]

async function readAgents(engine: Engine, organizationIds: readonly string[]): Promise<Map<string, DescribedAgents>> {
  const lastSaid = (value: string, isSaid: string) =>
    `argMaxIf(${value}, (time, length(id), id), ${isSaid}), countIf(${isSaid})`
  const rows = (await engine.query(`SELECT organization_id, JSONExtractString(data, 'id') AS agent,
  ${lastSaid("JSONExtractUInt(data, 'level')", "JSONType(data, 'level') = 'Int64'")},
  ${lastSaid("JSONExtract(data, 'team_ids', 'Array(String)')", "JSONType(data, 'team_ids') = 'Array'")},
  lowerUTF8(argMaxIf(JSONExtractString(data, 'role') AS role, (time, length(id), id), role != ''))
FROM ${eventsTable}
WHERE organization_id IN ${literal(organizationIds)} AND type = 'entity.described' AND reference = 'agent'
GROUP BY organization_id, agent`)) as Row[]
  return new Map(
    [...Map.groupBy(rows, ([organizationId]) => organizationId)].map(([id, own]) => [id, describedIn(own)]),
  )
}

function describedIn(rows: readonly Row[]): DescribedAgents {
  return {
    guests: new Set(rows.flatMap(([, agent, , , , , role]) => (role === 'guest' ? [agent] : []))),
    levels: new Map(rows.flatMap(([, agent, level, times]) => (times > 0 ? [[agent, Number(level)] as const] : []))),
    teams: new Map(rows.flatMap(([, agent, , , teams, times]) => (times > 0 ? [[agent, teams] as const] : []))),
  }
}
