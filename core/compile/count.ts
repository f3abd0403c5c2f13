import { type Dimension, hasSeveralValues } from '../declare/dimension.ts'
import type { AskedFact } from '../declare/fact.ts'
import { type Metric, monthsFact } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import type { ResolvedQuery } from '../query/resolve.ts'
import { literal } from '../sql/literal.ts'
import type { TimeRange } from '../time/granularity.ts'
import { type Aggregate, atOnce, inStages } from './aggregate.ts'
import { bucketSql } from './bucket.ts'
import { dimensionSql } from './dimension.ts'
import { groupBy, isTotal, keyNames } from './groups.ts'
import { currenciesSql, measureSql, quantileLevels } from './measure.ts'
import { isWithinMonths, monthsSql } from './months.ts'
import { relationSql, type Share } from './relation.ts'
import { slicesSql } from './slices.ts'
import { filterSql, filtersSql, whereSql } from './where.ts'

/** What counting needs to know of a fact. */
export type Counted = Pick<AskedFact, 'id' | 'time' | 'columns' | 'hashed' | 'lastsUntil' | 'made'>

/** A question to one fact: the metrics of others stay empty. */
export type Counting = {
  readonly fact: Counted
  readonly query: ResolvedQuery
  readonly catalogue: Catalogue
  readonly sight: Sight
  readonly range: TimeRange
  readonly share: Share | undefined
}

/**
 * The metrics of a fact in each group, and over the whole range in a row of their own. Totals are one more group of the
 * same rows, and never summed: a visitor of two days is one in them.
 */
export function countSql(counting: Counting): string {
  const { fact, query } = counting
  checkSlices(counting)
  if (fact.id === monthsFact && isWithinMonths(query.granularity)) return totalAloneSql(counting)
  const used = [...query.dimensions, ...query.filters.map(({ dimension }) => dimension)]
  return used.some((dimension) => hasSeveralValues(dimension, fact.id)) ? inStagesSql(counting) : atOnceSql(counting)
}

function atOnceSql(counting: Counting): string {
  const { query } = counting
  const keys = keysOf(counting)
  const [alone] = keys
  const isAlone = keys.length === 1
  const groups = keys.map((key) => (isAlone ? key.name : quickKey(key)))
  const together = `grouping(${groups.join(', ')})`
  const columns = [
    ...(alone === undefined ? [] : [`${together} > 0 AS ${isTotal}`]),
    ...keys.map((key) =>
      isAlone || !key.isText
        ? `${key.sql} AS ${key.name}`
        : `if(${isTotal}, ${key.none}, any(${key.sql})) AS ${key.name}`,
    ),
    ...measuresOf(counting, atOnce),
  ]
  const rollup = alone === undefined ? '' : ' WITH ROLLUP'
  // Of several keys there would be the totals of all but the last few too.
  const ends = keys.length > 1 ? `\nHAVING ${together} IN (0, ${2 ** keys.length - 1})` : ''
  return `SELECT ${columns.join(', ')}\nFROM ${rowsOf(counting, query.filters)}${groupBy(groups)}${rollup}${ends}`
}

/**
 * What rows with the same key have in common. Among several keys texts are grouped by what they hash to: by texts the
 * engine would write all keys of each row one after the other and look that up, which takes as long as everything
 * else. Of a million different texts two have one hash of 64 bits once in thirty million answers.
 */
function quickKey({ name, sql, isText }: Pick<Key, 'name' | 'sql' | 'isText'>): string {
  return isText ? `cityHash64(${sql})` : name
}

/**
 * The same where a dimension is found from a column, and a row may have several values of it: rows are grouped by the
 * column first, and what is found is found once for all that have the same. A row counts in the totals once.
 */
function inStagesSql(counting: Counting): string {
  const { fact, query, sight } = counting
  const keys = keysOf(counting)
  const { aggregate, states } = inStages()
  const measures = measuresOf(counting, aggregate)
  const isFound = ({ dimension }: { readonly dimension: Dimension }) => hasSeveralValues(dimension, fact.id)
  const found = [...query.dimensions.map((dimension) => ({ dimension })), ...query.filters].filter(isFound)
  const columns = [...new Set(found.flatMap(({ dimension }) => dimension.columns[fact.id] ?? []))]
  const own = keys.filter(({ isSeveral }) => !isSeveral).map((key) => ({ ...key, name: `part_${key.name}` }))
  // Rows of one organization need not be told apart by it.
  const [organization = '', another] = sight.scope.organizationIds
  const held = [...(another === undefined ? [] : ['organization_id']), ...columns]
  // A text alone is grouped by as it is: where it is a word that takes no more than looking up its number.
  const isAlone = own.length + held.length === 1
  const firstColumns = [
    ...own.map(({ name, sql, isText }) => (isText ? `any(${sql}) AS ${name}` : `${sql} AS ${name}`)),
    // Of a condition on what rows are grouped by the engine would ask each row.
    ...held.map((column) => `${isAlone && !query.filters.some(isFound) ? column : `any(${column})`} AS held_${column}`),
    ...states(),
  ]
  const others = query.filters.filter((filter) => !isFound(filter))
  const texts = held.map((column) => ({ name: column, sql: column, isText: !isAlone }))
  const first = `SELECT ${firstColumns.join(', ')}
FROM ${rowsOf(counting, others)}${groupBy([...own, ...texts].map(quickKey))}`
  const heldSql = (dimension: Dimension) =>
    dimensionSql(dimension, fact, sight, {
      column: `held_${dimension.columns[fact.id] ?? ''}`,
      organization: another === undefined ? literal(organization) : 'held_organization_id',
    })
  const [split, second] = query.dimensions.filter((dimension) => isFound({ dimension }))
  if (second) throw new Error(`Fact ${fact.id} has two dimensions with several values: ${second.id} is the second.`)
  const totals =
    split === undefined
      ? `arrayJoin([0, 1]) AS ${isTotal}`
      : `(arrayJoin(arrayPushBack(arrayMap(one -> (0, one), ${heldSql(split)}), (1, ''))) AS found).1 AS ${isTotal}`
  const secondColumns = [
    ...(keys.length === 0 ? [] : [totals]),
    ...keys.map(({ name, isSeveral, none }) =>
      isSeveral ? `found.2 AS ${name}` : `if(${isTotal}, ${none}, part_${name}) AS ${name}`,
    ),
    ...measures,
  ]
  const where = query.filters.filter(isFound).map((filter) => filterSql(filter, fact, heldSql(filter.dimension)))
  return `SELECT ${secondColumns.join(', ')}
FROM (
${first}
)${where.length === 0 ? '' : `\nWHERE ${where.join(' AND ')}`}${groupBy(keyNames(query))}`
}

/** A day has no share in what is set for its month; the whole range has what is set for its months. */
function totalAloneSql(counting: Counting): string {
  const keys = keysOf(counting).map(({ name, none }) => `${none} AS ${name}`)
  return `SELECT ${[`1 AS ${isTotal}`, ...keys, ...measuresOf(counting, atOnce)].join(', ')}\nFROM ${rowsOf(counting, counting.query.filters)}`
}

type Key = {
  readonly name: string
  /** Of the rows; where a row may have several values a list of them. */
  readonly sql: string
  readonly isSeveral: boolean
  readonly isText: boolean
  /** What the totals have in its place. */
  readonly none: string
}

function keysOf({ fact, query, sight, range }: Counting): Key[] {
  const { granularity, timeZone } = query
  const time =
    granularity === null
      ? []
      : [
          {
            name: 'bucket',
            sql: bucketSql(fact.time, granularity, range, timeZone),
            isSeveral: false,
            isText: false,
            none: '0',
          },
        ]
  return [
    ...time,
    ...query.dimensions.map((dimension) => ({
      name: `by_${dimension.id}`,
      sql: dimensionSql(dimension, fact, sight),
      isSeveral: hasSeveralValues(dimension, fact.id),
      isText: dimension.type === 'text',
      none: dimension.type === 'number' ? 'NULL' : "''",
    })),
  ]
}

function measuresOf({ fact, query, sight }: Counting, aggregate: Aggregate): string[] {
  const { metrics, now } = query
  const moment = { now, sight }
  const levels = quantileLevels(metrics.filter((metric) => metric.fact === fact.id))
  const isJoined = metrics.some((metric) => metric.fact !== fact.id)
  return [
    ...metrics.map((metric) => {
      if (metric.fact !== fact.id) return `NULL AS m_${metric.id}`
      const sql = measureSql(metric, fact, moment, levels, aggregate)
      return `${isJoined ? `toNullable(${sql})` : sql} AS m_${metric.id}`
    }),
    ...moneyMetrics(query).map((metric) => {
      const sql = metric.fact === fact.id ? currenciesSql(metric, moment, aggregate) : "''"
      return `${sql} AS ${currencyName(metric)}`
    }),
  ]
}

/** The rows of a fact that a question is about: a relation and its condition. */
function rowsOf(counting: Counting, filters: ResolvedQuery['filters']): string {
  const { fact, query, catalogue, sight, range, share } = counting
  const relation =
    fact.id === monthsFact
      ? monthsSql(query.metrics, query, sight, range)
      : relationSql(isHeld(counting) ? { id: fact.id } : fact, catalogue, sight, range, share)
  // United rows are seen already.
  const conditions =
    fact.made?.unites === undefined ? [whereSql(fact, sight, range, filters)] : filtersSql(fact, sight, filters)
  const rows = [relation, ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(' AND ')}`])].join('\n')
  return fact.lastsUntil === undefined ? rows : slicesSql(fact.time, fact.lastsUntil, rows, query, range)
}

/**
 * Whether a question to a made fact that completes the rows of a stored one needs none of what is made: the stored rows are
 * then enough. How many orders there are at all does not depend on the conversations that led to them.
 */
function isHeld(counting: Counting): boolean {
  const { fact, query, catalogue, sight } = counting
  const stored = catalogue.stored.get(fact.id)
  if (stored === undefined || fact.made === undefined) return false
  const read = [
    ...measuresOf(counting, atOnce),
    ...keysOf(counting).map(({ sql }) => sql),
    ...filtersSql(fact, sight, query.filters),
  ].join(' ')
  const made = fact.columns.filter(({ id }) => !stored.columns.some((column) => column.id === id))
  // A value that is spelled like a column is taken for it: then more is read than needed.
  return made.every(({ id }) => !new RegExp(`\\b${id}\\b`).test(read))
}

/** A row that lasts is in its buckets in slices, all of which are in the totals: only what does not count them is right there. */
function checkSlices({ fact, query }: Counting): void {
  if (fact.lastsUntil === undefined) return
  for (const { id, measure, fact: read } of query.metrics)
    if (read === fact.id && measure.kind !== 'time' && measure.kind !== 'unique')
      throw new Error(`${id}: of rows that last only their time can be measured, and what is different among them.`)
}

/** The metrics in money, each of which says after all metrics what currencies it is in. */
export function moneyMetrics({ metrics }: Pick<ResolvedQuery, 'metrics'>): Metric[] {
  return metrics.filter(({ unit }) => unit === 'money')
}

export function currencyName({ id }: Metric): string {
  return `in_${id}`
}
