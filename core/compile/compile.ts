import { countedMetrics, type Metric, monthsFact } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import { occurrencesPerCycle } from '../query/per-cycle.ts'
import type { ResolvedQuery } from '../query/resolve.ts'
import type { TimeRange } from '../time/granularity.ts'
import { type Counted, countSql, currencyName, moneyMetrics } from './count.ts'
import { groupBy, isTotal, keyNames } from './groups.ts'
import { months } from './months.ts'
import type { Share } from './relation.ts'

/** A question in SQL. */
export type Compiled = {
  /**
   * Gives `is_total`, the bucket (if any), the dimensions, the metrics, and after them, of each metric in money, the
   * currencies it is in (`EUR`, `EUR USD`). The first row has the totals, unless there are no rows at all.
   */
  readonly sql: string
  /** Whether rows are grouped. Else there is one row, of the metrics and currencies alone, and it is the totals. */
  readonly isGrouped: boolean
}

/** What a statement is written from, beside its question. */
type Sources = {
  readonly catalogue: Catalogue
  readonly sight: Sight
  readonly range: TimeRange
  readonly share: Share | undefined
}

/**
 * Writes a resolved question as SQL, with the organization's guard on every table it reads. `range`: the one to ask about
 * when it is not the question's own.
 */
export function compileQuery(
  query: ResolvedQuery,
  catalogue: Catalogue,
  sight: Sight,
  { range = query.range, share }: { readonly range?: TimeRange; readonly share?: Share } = {},
): Compiled {
  const sources = { catalogue, sight, range, share }
  const isGrouped = keyNames(query).length > 0
  if (!isGrouped) return { sql: select(query, sources), isGrouped }
  // All buckets of a plain series are wanted: the empty ones between them are filled in afterwards, then it is cut.
  const limit = query.dimensions.length === 0 ? '' : `\nLIMIT ${query.limit + 1}`
  return { sql: `${select(query, sources)}\nORDER BY ${orderOf(query, range).join(', ')}${limit}`, isGrouped }
}

function select(query: ResolvedQuery, sources: Sources): string {
  const counted = [...new Set(query.metrics.flatMap(countedMetrics))]
  const sql = selectCounted({ ...query, metrics: counted }, sources)
  if (query.metrics.every(({ measure }) => measure.kind !== 'ratio')) return sql
  const columns = [...keyNames(query), ...query.metrics.map(finishedSql), ...currencyNames(query)]
  return `SELECT ${columns.join(', ')}\nFROM (\n${sql}\n)`
}

/** A metric from those that were counted. */
function finishedSql({ id, measure }: Metric): string {
  if (measure.kind !== 'ratio') return `m_${id}`
  return `m_${measure.numerator.id} / nullIf(m_${measure.denominator.id}, 0) AS m_${id}`
}

function selectCounted(query: ResolvedQuery, sources: Sources): string {
  const facts = [...new Set(query.metrics.map(({ fact }) => fact))].map((id) => factOf(id, sources.catalogue))
  // Each fact gives its own metrics and leaves the others empty; a group then has at most one value of each.
  const parts = facts.map((fact) => countSql({ fact, query, ...sources }))
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const keys = keyNames(query)
  const columns = [
    ...keys,
    ...query.metrics.map(({ id, empty }) =>
      empty === 0 ? `ifNull(any(m_${id}), 0) AS m_${id}` : `any(m_${id}) AS m_${id}`,
    ),
    ...currencyNames(query).map((name) => `max(${name}) AS ${name}`),
  ]
  return `SELECT ${columns.join(', ')}\nFROM (\n${parts.join('\nUNION ALL\n')}\n)${groupBy(keys)}`
}

function currencyNames(query: ResolvedQuery): string[] {
  return moneyMetrics(query).map(currencyName)
}

// The totals; then what was asked for; then time, the biggest first metric and the names, so that an answer has one order.
function orderOf(query: ResolvedQuery, range: TimeRange): string[] {
  const isDimension = (id: string) => query.dimensions.some((dimension) => dimension.id === id)
  // The engine has two kinds of nothing, and an order among them: to a reader they are the same.
  const orderedMetric = (id: string) => {
    const metric = query.metrics.find((one) => one.id === id)
    if (metric?.unit === 'money') return isDimension('currency') ? `m_${id}` : comparableAmount(metric)
    return metric?.empty === null ? `if(isNaN(m_${id}), NULL, m_${id})` : `m_${id}`
  }
  const occurrences = occurrencesPerCycle(query, range)
  const told = (id: string) => {
    const metric = query.metrics.find((one) => one.id === id)
    if (occurrences === null || metric?.additive !== true) return orderedMetric(id)
    const [keys, times] = [[...occurrences.keys()], [...occurrences.values()]].map((list) => list.join(', '))
    const mean = `${orderedMetric(id)} / nullIf(transform(bucket, [${keys}], [${times}], 0), 0)`
    // Amounts that are the same as they are told have the same place.
    return metric.unit === 'money' ? `round(toFloat64(${mean}), 6)` : mean
  }
  const asked = query.order.map(
    ({ by, isDescending }) =>
      `${by === 'time' ? 'bucket' : isDimension(by) ? `by_${by}` : told(by)}${isDescending ? ' DESC NULLS LAST' : ''}`,
  )
  const usual = [
    ...(query.granularity === null ? [] : ['bucket']),
    ...(query.dimensions.length === 0
      ? []
      : query.metrics.slice(0, 1).map(({ id }) => `${orderedMetric(id)} DESC NULLS LAST`)),
    ...query.dimensions.map(({ id }) => `by_${id}`),
  ]
  return [`${isTotal} DESC`, ...asked, ...usual]
}

/** An amount to order by: as in the answer, amounts in several currencies are none. */
function comparableAmount(metric: Metric): string {
  return `if(max(position(${currencyName(metric)}, ' ')) OVER () > 0, NULL, m_${metric.id})`
}

function factOf(id: string, catalogue: Catalogue): Counted {
  if (id === monthsFact) return months
  const fact = catalogue.facts.get(id)
  if (!fact) throw new Error(`There is no fact ${id}.`)
  return fact
}
