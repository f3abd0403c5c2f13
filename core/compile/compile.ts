import type { AskedFact } from '../declare/fact.ts'
import { countedMetrics, type Metric, monthsFact } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import type { ResolvedQuery } from '../query/resolve.ts'
import type { TimeRange } from '../time/granularity.ts'
import { bucketSql } from './bucket.ts'
import { splitSql } from './dimension.ts'
import { currenciesSql, measureSql, quantileLevels } from './measure.ts'
import { isWithinMonths, months, monthsSql } from './months.ts'
import { relationSql } from './relation.ts'
import { slicesSql } from './slices.ts'
import { whereSql } from './where.ts'

/** A question in SQL. Both statements give the bucket (if any), the dimensions and the metrics, in that order. */
export type Compiled = {
  readonly rows: string
  /**
   * One row: the same metrics over the whole range, never summed from parts, and after them, of each metric in money, the
   * currencies it is in (`EUR`, `EUR USD`). Null when that is what `rows` is.
   */
  readonly totals: string | null
}

/** Writes a resolved question as SQL, with the organization's guard on every table it reads. */
export function compileQuery(
  query: ResolvedQuery,
  catalogue: Catalogue,
  sight: Sight,
  range: TimeRange = query.range,
): Compiled {
  const isTotal = query.granularity === null && query.dimensions.length === 0
  // All buckets of a plain series are wanted: the empty ones between them are filled in afterwards, then it is cut.
  const limit = query.dimensions.length === 0 && query.granularity !== null ? '' : `\nLIMIT ${query.limit}`
  const rows = `${select(query, catalogue, sight, range)}${orderBy(query)}${limit}`
  if (isTotal) return { rows, totals: null }
  return { rows, totals: select({ ...query, granularity: null, dimensions: [] }, catalogue, sight, range) }
}

function select(query: ResolvedQuery, catalogue: Catalogue, sight: Sight, range: TimeRange): string {
  const counted = [...new Set(query.metrics.flatMap(countedMetrics))]
  const sql = selectCounted({ ...query, metrics: counted }, catalogue, sight, range)
  if (query.metrics.every(({ measure }) => measure.kind !== 'ratio')) return sql
  const columns = [...keyNames(query), ...query.metrics.map(finishedSql), ...currencyNames(query)]
  return `SELECT ${columns.join(', ')}\nFROM (\n${sql}\n)`
}

/** A metric from those that were counted. */
function finishedSql({ id, measure }: Metric): string {
  if (measure.kind !== 'ratio') return `m_${id}`
  return `m_${measure.numerator.id} / nullIf(m_${measure.denominator.id}, 0) AS m_${id}`
}

function selectCounted(query: ResolvedQuery, catalogue: Catalogue, sight: Sight, range: TimeRange): string {
  const facts = [...new Set(query.metrics.map(({ fact }) => fact))].map((id) => factOf(id, catalogue))
  const [first] = facts
  if (first && facts.length === 1) return selectFact(first, query.metrics, query, catalogue, sight, range)
  // Each fact gives its own metrics and leaves the others empty; a group then has at most one value of each.
  const parts = facts.map((fact) => selectFact(fact, query.metrics, query, catalogue, sight, range))
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

function selectFact(
  fact: Counted,
  metrics: readonly Metric[],
  query: ResolvedQuery,
  catalogue: Catalogue,
  sight: Sight,
  range: TimeRange,
): string {
  const levels = quantileLevels(metrics.filter((metric) => metric.fact === fact.id))
  const isJoined = metrics.some((metric) => metric.fact !== fact.id)
  const columns = [
    ...(query.granularity === null
      ? []
      : [`${bucketSql(fact.time, query.granularity, range, query.timeZone)} AS bucket`]),
    ...query.dimensions.map((dimension) => `${splitSql(dimension, fact, sight)} AS by_${dimension.id}`),
    ...metrics.map((metric) => {
      if (metric.fact !== fact.id) return `NULL AS m_${metric.id}`
      const sql = measureSql(metric, fact, { now: query.now, sight }, levels)
      return `${isJoined ? `toNullable(${sql})` : sql} AS m_${metric.id}`
    }),
    ...moneyMetrics(query).map((metric) => {
      const sql = metric.fact === fact.id ? currenciesSql(metric, { now: query.now, sight }) : "''"
      return `${sql} AS ${currencyName(metric)}`
    }),
  ]
  if (fact.lastsUntil !== undefined) {
    const rows = relationSql(fact, catalogue, sight, range)
    const where = whereSql(fact, sight, range, query.filters)
    return `SELECT ${columns.join(', ')}\nFROM ${slicesSql(fact.time, fact.lastsUntil, `${rows}\nWHERE ${where}`, query, range)}${groupBy(keyNames(query))}`
  }
  const isMonthly = fact.id === monthsFact
  const relation = isMonthly ? monthsSql(metrics, query, sight, range) : relationSql(fact, catalogue, sight, range)
  const where = [
    whereSql(fact, sight, range, query.filters),
    ...(isMonthly && isWithinMonths(query.granularity) ? ['0'] : []),
  ]
  return `SELECT ${columns.join(', ')}\nFROM ${relation}\nWHERE ${where.join(' AND ')}${groupBy(keyNames(query))}`
}

function keyNames(query: ResolvedQuery): string[] {
  return [...(query.granularity === null ? [] : ['bucket']), ...query.dimensions.map(({ id }) => `by_${id}`)]
}

/** Of a question without keys: its metrics in money, each of which says after all metrics what currencies it is in. */
function moneyMetrics(query: ResolvedQuery): Metric[] {
  return keyNames(query).length === 0 ? query.metrics.filter(({ unit }) => unit === 'money') : []
}

function currencyNames(query: ResolvedQuery): string[] {
  return moneyMetrics(query).map(currencyName)
}

function currencyName({ id }: Metric): string {
  return `in_${id}`
}

function groupBy(keys: readonly string[]): string {
  return keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`
}

// What was asked for first; then time, then the biggest first metric, then the names, so that an answer has one order.
function orderBy(query: ResolvedQuery): string {
  const isDimension = (id: string) => query.dimensions.some((dimension) => dimension.id === id)
  // The engine has two kinds of nothing, and an order among them: to a reader they are the same.
  const orderedMetric = (id: string) => {
    const metric = query.metrics.find((one) => one.id === id)
    return metric?.empty === null && metric.unit !== 'money' ? `if(isNaN(m_${id}), NULL, m_${id})` : `m_${id}`
  }
  const asked = query.order.map(
    ({ by, isDescending }) =>
      `${by === 'time' ? 'bucket' : isDimension(by) ? `by_${by}` : orderedMetric(by)}${isDescending ? ' DESC NULLS LAST' : ''}`,
  )
  const usual = [
    ...(query.granularity === null ? [] : ['bucket']),
    ...(query.dimensions.length === 0
      ? []
      : query.metrics.slice(0, 1).map(({ id }) => `${orderedMetric(id)} DESC NULLS LAST`)),
    ...query.dimensions.map(({ id }) => `by_${id}`),
  ]
  const all = [...asked, ...usual]
  return all.length === 0 ? '' : `\nORDER BY ${all.join(', ')}`
}

/** What counting needs to know of a fact. */
type Counted = Pick<AskedFact, 'id' | 'time' | 'columns' | 'lastsUntil' | 'made'>

function factOf(id: string, catalogue: Catalogue): Counted {
  if (id === monthsFact) return months
  const fact = catalogue.facts.get(id)
  if (!fact) throw new Error(`There is no fact ${id}.`)
  return fact
}
