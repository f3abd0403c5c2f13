import { splitSql } from '@parley/core/compile/dimension.ts'
import { relationSql } from '@parley/core/compile/relation.ts'
import { AppError } from '@parley/core/errors/app-error.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { Asker, AskServices } from './asking.ts'
import { readSettings } from './read-settings.ts'
import { namesOfValues } from './value-names.ts'

export type DimensionValue = {
  readonly value: string | number | null
  readonly label: string | null
  readonly count: number
}

const reachDays = 400

/**
 * The values a dimension has had in the last 400 days, the most frequent first, for choosing a filter. `search` looks in
 * values and names. Error: 404 `unknown_dimension`.
 */
export async function askValues(
  services: AskServices,
  asker: Asker,
  id: string,
  search: string,
  limit: number,
): Promise<DimensionValue[]> {
  const dimension = catalogue.dimensions.get(id)
  const fact = catalogue.facts.get(Object.keys(dimension?.columns ?? {})[0] ?? '')
  if (!dimension || !fact)
    throw new AppError(
      'unknown_dimension',
      404,
      `Dimension \`${id.slice(0, 60)}\` is not known. GET /v1/dimensions lists them all.`,
    )
  const scope = organizationScope(await services.scopeOf(asker.organizationId))
  const { organizationIds } = scope
  const lookups = await services.lookUp(organizationIds, lookupsNeeded([], [dimension], [fact]))
  const sight = { scope, lookups }
  const from = services.asOf() - reachDays * dayMs
  // What is found from a column is found once for all rows that have the same in it.
  const held = [...new Set(['organization_id', dimension.columns[fact.id]])].join(', ')
  const nameOf = await namesOfValues(services, asker, organizationIds, dimension)
  const rows = await services.engine().query(
    `SELECT ${splitSql(dimension, fact, sight)} AS value, sum(rows) AS times
FROM (
SELECT ${held}, count() AS rows
FROM ${relationSql(fact, catalogue, sight, { from, to: services.asOf() + dayMs })}
WHERE organization_id IN ${literal(organizationIds)} AND ${fact.time} >= ${timeLiteral(from)}
GROUP BY ${held}
)
GROUP BY value ORDER BY times DESC, value LIMIT 5000`,
    { settings: readSettings },
  )
  const wanted = search.toLocaleLowerCase()
  return rows
    .map(([value, count]) => ({
      value: value === '' ? null : (value as string | number | null),
      label: nameOf(String(value)),
      count: count as number,
    }))
    .filter(
      ({ value, label }) => wanted === '' || `${value ?? ''}\n${label ?? ''}`.toLocaleLowerCase().includes(wanted),
    )
    .slice(0, limit)
}
