import { type Dimension, findingIn, hasSeveralValues, type LengthStep } from '../declare/dimension.ts'
import type { Fact } from '../declare/fact.ts'
import type { Sight } from '../query/lookups.ts'
import { literal } from '../sql/literal.ts'
import type { Held } from './held.ts'
import { trackedUrlsSql } from './tracked-url.ts'

/** What is needed of a fact to read a dimension of it. */
export type Dimensioned = Pick<Fact, 'id' | 'columns'>

/**
 * The value of a dimension in SQL, as a row has it; of a dimension with several values a list of them, which is never
 * empty: a row without any has "none" in it. `held` are the columns where rows are not the fact's own.
 */
export function dimensionSql(dimension: Dimension, fact: Dimensioned, sight: Sight, held?: Held): string {
  const column = held?.column ?? dimension.columns[fact.id]
  if (column === undefined) throw new Error(`Fact ${fact.id} has no dimension ${dimension.id}.`)
  const found = findingIn(dimension, fact.id)
  const organization = held?.organization ?? 'organization_id'
  switch (found?.by) {
    case undefined:
      return column
    case 'length':
      return lengthSql(column, fact, found.steps)
    case 'presence':
      return `if(${column} > 0, ${literal(found.any)}, ${literal(found.none)})`
    case 'agent_level':
      return levelSql({ column, organization }, found.valueOfLevel, sight)
    case 'agent_teams':
      return agentTeamsSql({ column, organization }, sight)
    case 'tracked_urls':
      return trackedUrlsSql({ column, organization }, sight)
  }
}

/** The value by which rows are grouped: a row with several values is in the group of each. */
export function splitSql(dimension: Dimension, fact: Dimensioned, sight: Sight): string {
  const sql = dimensionSql(dimension, fact, sight)
  return hasSeveralValues(dimension, fact.id) ? `arrayJoin(${sql})` : sql
}

/** @example `multiIf(first_response IS NULL, '', first_response <= 15000, 'up_to_15_s', 'over_1_h')` */
function lengthSql(column: string, fact: Dimensioned, steps: readonly LengthStep[]): string {
  const isNullable = fact.columns.find(({ id }) => id === column)?.type === 'duration?'
  const branches = steps.map(({ value, upToSeconds }) =>
    upToSeconds === undefined ? literal(value) : `${column} <= ${upToSeconds * 1000}, ${literal(value)}`,
  )
  return `multiIf(${[...(isNullable ? [`${column} IS NULL, ''`] : []), ...branches].join(', ')})`
}

// The same agent id may be another person in another organization.
function levelSql(
  { column, organization }: Held,
  valueOfLevel: Readonly<Record<number, string>>,
  { scope, lookups }: Sight,
): string {
  const agents = new Map<string, (readonly [string, string])[]>()
  for (const organizationId of scope.organizationIds)
    for (const [agent, level] of lookups.agent_levels.get(organizationId) ?? []) {
      const value = valueOfLevel[level]
      if (value !== undefined) agents.set(value, [...(agents.get(value) ?? []), [organizationId, agent]])
    }
  // Where rows are grouped by it, a constant is no key.
  if (agents.size === 0) return "materialize('')"
  const branches = [...agents].map(
    ([value, pairs]) => `(${organization}, ${column}) IN ${literal(pairs)}, ${literal(value)}`,
  )
  return `multiIf(${branches.join(', ')}, '')`
}

/** The teams of the agent in a column, as a list of ids: none where it was never described as being in one. */
function agentTeamsSql({ column, organization }: Held, { scope, lookups }: Sight): string {
  const members = new Map<string, (readonly [string, string])[]>()
  for (const organizationId of scope.organizationIds)
    for (const [agent, teams] of lookups.agent_teams.get(organizationId) ?? [])
      for (const team of new Set(teams)) members.set(team, [...(members.get(team) ?? []), [organizationId, agent]])
  if (members.size === 0) return "['']"
  const teams = [...members].map(
    ([team, pairs]) => `if((${organization}, ${column}) IN ${literal(pairs)}, ${literal(team)}, '')`,
  )
  // What has a name is computed once for a row.
  return `if(empty(arrayFilter(team -> team != '', [${teams.join(', ')}]) AS agent_teams), [''], agent_teams)`
}
