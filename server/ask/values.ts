import { AppError } from '@parley/core/errors/app-error.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Asker, type AskServices, readSettings } from './asking.ts'

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
  const [factId, column] = Object.entries(dimension?.columns ?? {})[0] ?? []
  const fact = catalogue.facts.get(factId ?? '')
  if (!dimension || !fact || column === undefined)
    throw new AppError(
      'unknown_dimension',
      404,
      `Dimension \`${id.slice(0, 60)}\` is not known. GET /v1/dimensions lists them all.`,
    )
  const { organizationIds } = organizationScope(await services.scopeOf(asker.organizationId))
  const names =
    dimension.entity === undefined ? undefined : (await services.namesOf(organizationIds)).get(dimension.entity)
  const rows = await services.engine().query(
    `SELECT ${column} AS value, count() AS times
FROM ${fact.id} FINAL
WHERE organization_id IN ${literal(organizationIds)} AND ${fact.time} >= ${timeLiteral(services.asOf() - reachDays * dayMs)}
GROUP BY value ORDER BY times DESC, value LIMIT 5000`,
    { settings: readSettings },
  )
  const wanted = search.toLocaleLowerCase()
  return rows
    .map(([value, count]) => ({
      value: value === '' ? null : (value as string | number | null),
      label: names?.get(String(value)) ?? null,
      count: count as number,
    }))
    .filter(
      ({ value, label }) => wanted === '' || `${value ?? ''}\n${label ?? ''}`.toLocaleLowerCase().includes(wanted),
    )
    .slice(0, limit)
}
