import type { Fact } from '../declare/fact.ts'
import type { Metric } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { ResolvedQuery } from '../query/resolve.ts'
import type { OrganizationScope } from '../query/scope.ts'
import type { TimeRange } from '../time/granularity.ts'
import { bucketSql } from './bucket.ts'
import { measureSql, quantileLevels } from './measure.ts'
import { whereSql } from './where.ts'

/** A question in SQL. Both statements give the bucket (if any), the dimensions and the metrics, in that order. */
export type Compiled = {
  readonly rows: string
  /** One row: the same metrics over the whole range, never summed from parts. Null when that is what `rows` is. */
  readonly totals: string | null
}

/** Writes a resolved question as SQL, with the organization's guard on every table it reads. */
export function compileQuery(
  query: ResolvedQuery,
  catalogue: Catalogue,
  scope: OrganizationScope,
  range: TimeRange = query.range,
): Compiled {
  const isTotal = query.granularity === null && query.dimensions.length === 0
  // All buckets of a plain series are wanted: the empty ones between them are filled in afterwards, then it is cut.
  const limit = query.dimensions.length === 0 && query.granularity !== null ? '' : `\nLIMIT ${query.limit}`
  const rows = `${select(query, catalogue, scope, range)}${orderBy(query)}${limit}`
  if (isTotal) return { rows, totals: null }
  return { rows, totals: select({ ...query, granularity: null, dimensions: [] }, catalogue, scope, range) }
}

function select(query: ResolvedQuery, catalogue: Catalogue, scope: OrganizationScope, range: TimeRange): string {
  const facts = [...new Set(query.metrics.map(({ fact }) => fact))].map((id) => factOf(id, catalogue))
  const [first] = facts
  if (first && facts.length === 1) return selectFact(first, query.metrics, query, scope, range)
  // Each fact gives its own metrics and leaves the others empty; a group then has at most one value of each.
  const parts = facts.map((fact) => selectFact(fact, query.metrics, query, scope, range))
  const keys = keyNames(query)
  const columns = [
    ...keys,
    ...query.metrics.map(({ id, empty }) =>
      empty === 0 ? `ifNull(any(m_${id}), 0) AS m_${id}` : `any(m_${id}) AS m_${id}`,
    ),
  ]
  return `SELECT ${columns.join(', ')}\nFROM (\n${parts.join('\nUNION ALL\n')}\n)${groupBy(keys)}`
}

function selectFact(
  fact: Fact,
  metrics: readonly Metric[],
  query: ResolvedQuery,
  scope: OrganizationScope,
  range: TimeRange,
): string {
  const levels = quantileLevels(metrics.filter((metric) => metric.fact === fact.id))
  const isJoined = metrics.some((metric) => metric.fact !== fact.id)
  const columns = [
    ...(query.granularity === null
      ? []
      : [`${bucketSql(fact.time, query.granularity, range, query.timeZone)} AS bucket`]),
    ...query.dimensions.map((dimension) => `${dimension.columns[fact.id]} AS by_${dimension.id}`),
    ...metrics.map((metric) => {
      if (metric.fact !== fact.id) return `NULL AS m_${metric.id}`
      const sql = measureSql(metric, fact, query.now, levels)
      return `${isJoined ? `toNullable(${sql})` : sql} AS m_${metric.id}`
    }),
  ]
  return `SELECT ${columns.join(', ')}\nFROM ${fact.id} FINAL\nWHERE ${whereSql(fact, scope, range, query.filters)}${groupBy(keyNames(query))}`
}

function keyNames(query: ResolvedQuery): string[] {
  return [...(query.granularity === null ? [] : ['bucket']), ...query.dimensions.map(({ id }) => `by_${id}`)]
}

function groupBy(keys: readonly string[]): string {
  return keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`
}

// What was asked for first; then time, then the biggest first metric, then the names, so that an answer has one order.
function orderBy(query: ResolvedQuery): string {
  const isDimension = (id: string) => query.dimensions.some((dimension) => dimension.id === id)
  const asked = query.order.map(
    ({ by, isDescending }) =>
      `${by === 'time' ? 'bucket' : isDimension(by) ? `by_${by}` : `m_${by}`}${isDescending ? ' DESC NULLS LAST' : ''}`,
  )
  const usual = [
    ...(query.granularity === null ? [] : ['bucket']),
    ...(query.dimensions.length === 0 ? [] : query.metrics.slice(0, 1).map(({ id }) => `m_${id} DESC NULLS LAST`)),
    ...query.dimensions.map(({ id }) => `by_${id}`),
  ]
  const all = [...asked, ...usual]
  return all.length === 0 ? '' : `\nORDER BY ${all.join(', ')}`
}

function factOf(id: string, catalogue: Catalogue): Fact {
  const fact = catalogue.facts.get(id)
  if (!fact) throw new Error(`There is no fact ${id}.`)
  return fact
}
