import type { Fact } from '../declare/fact.ts'
import { type Metric, monthsFact } from '../declare/metric.ts'
import type { Sight } from '../query/lookups.ts'
import type { ResolvedQuery } from '../query/resolve.ts'
import { literal } from '../sql/literal.ts'
import { listBuckets } from '../time/buckets.ts'
import type { TimeRange } from '../time/granularity.ts'

/** The fact of what is set for each month, as far as the compiler needs it. */
export const months: Pick<Fact, 'id' | 'time' | 'columns'> = { id: monthsFact, time: 'begins_at', columns: [] }

/**
 * The rows of {@link months} as a relation: for each organization and calendar month of the question's zone that the range
 * touches, what is set. A month that the range cuts is there whole, at the first instant of it that is asked for.
 *
 * @example `(SELECT fromUnixTimestamp64Milli(arrayJoin([1772319600000]), 'UTC') AS begins_at, … AS organization_id, … AS potential_visitors)`
 */
export function monthsSql(
  metrics: readonly Metric[],
  query: Pick<ResolvedQuery, 'timeZone'>,
  { scope, lookups }: Sight,
  range: TimeRange,
): string {
  const names = metrics.flatMap(({ measure }) => (measure.kind === 'monthly' ? [measure.of] : []))
  const starts = listBuckets(range, 'month', query.timeZone).map(({ start }) => start)
  const rows = scope.organizationIds.map((organizationId) => {
    const set = lookups.settings.get(organizationId)
    if (set === undefined) throw new Error(`The settings of ${organizationId} were not looked up.`)
    return `(${[literal(organizationId), ...names.map((name) => numberSql(set[name]))].join(', ')})`
  })
  const type = `Array(Tuple(${['String', ...names.map(() => 'Nullable(Float64)')].join(', ')}))`
  const columns = [
    `fromUnixTimestamp64Milli(arrayJoin([${starts.join(', ')}]), 'UTC') AS ${months.time}`,
    `arrayJoin(CAST([${rows.join(', ')}], ${literal(type)})) AS set`,
    'set.1 AS organization_id',
    ...names.map((name, index) => `set.${index + 2} AS ${name}`),
  ]
  return `(SELECT ${columns.join(', ')})`
}

/** Whether a question is too fine for what is set by the month: a day has no share in it. */
export function isWithinMonths(granularity: ResolvedQuery['granularity']): boolean {
  return granularity !== null && granularity !== 'month' && granularity !== 'quarter' && granularity !== 'year'
}

function numberSql(value: number | null | undefined): string {
  return value === null || value === undefined ? 'NULL' : literal(value)
}
