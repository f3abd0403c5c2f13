import { type Fact, hashColumn } from '../declare/fact.ts'
import { type Condition, guestPattern, type Measure, type Metric, settingPattern } from '../declare/metric.ts'
import type { Sight } from '../query/lookups.ts'
import { literal } from '../sql/literal.ts'
import type { Aggregate } from './aggregate.ts'
import { currenciesAgree, currenciesOf, meanSql } from './money.ts'
import { settingSql } from './setting.ts'
import { sliceLength } from './slices.ts'

/** The levels of the quantiles of one column and condition that a query asks for: computed together, sorted once. */
export type QuantileLevels = ReadonlyMap<string, readonly number[]>

/** What a fact tells of its columns. */
type Measured = Pick<Fact, 'columns' | 'hashed'>

/** What conditions speak of beside the row: the instant of the answer, and what is set at it. */
export type Moment = { readonly now: number; readonly sight: Sight }

/**
 * The aggregate of a metric in SQL. Nothing gives 0 for counts and sums, and null or NaN (null at the edge) for the rest.
 * Quantiles are R-7, exact. Durations are kept in milliseconds and come out in seconds.
 *
 * @example `countIf(is_chat)`, `quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[2] / 1000`
 */
export function measureSql(
  metric: Metric,
  fact: Measured,
  moment: Moment,
  levels: QuantileLevels,
  aggregate: Aggregate,
): string {
  if (metric.measure.kind === 'ratio') throw new Error('A ratio is made of metrics and not of rows.')
  if (metric.unit === 'money') return amountSql(metric.measure, moment, aggregate)
  const sql = countedSql(metric.measure, fact, moment, levels, aggregate)
  return 'of' in metric.measure && isDuration(fact, metric.measure.of) ? `${sql} / 1000` : sql
}

function countedSql(
  measure: Exclude<Measure, { kind: 'ratio' }>,
  fact: Measured,
  moment: Moment,
  levels: QuantileLevels,
  aggregate: Aggregate,
): string {
  if (measure.kind === 'monthly') return aggregate({ name: 'sumOrNull', of: measure.of })
  if (measure.kind === 'time')
    return `${aggregate({ name: 'sum', of: sliceLength, where: conditionSql(measure.where, moment) })} / 1000`
  const where = measure.where === undefined ? undefined : conditionSql(measure.where, moment)
  switch (measure.kind) {
    case 'count':
      return aggregate({ name: 'count', where })
    case 'sum':
      return aggregate({ name: 'sum', of: measure.of, where })
    case 'unique':
      // The same id in two organizations is two people. Kept are hashes of 64 bits, as of events: of a million different ids
      // two are one once in thirty million answers, and telling them apart takes half the time.
      return aggregate({
        name: 'uniqExact',
        of: uniqueSql(measure.of, fact, moment),
        where,
      })
    case 'average':
      return aggregate({ name: 'avg', of: measure.of, where })
    case 'maximum':
      return aggregate({ name: 'maxOrNull', of: measure.of, where })
    case 'longest_since': {
      // With null among its arguments `greatest` takes the others.
      const ago = `greatest(0, ${moment.now} - toUnixTimestamp64Milli(assumeNotNull(${measure.of})))`
      const present = `${measure.of} IS NOT NULL`
      const since = where === undefined ? present : `${present} AND (${where})`
      return `${aggregate({ name: 'maxOrNull', of: ago, where: since })} / 1000`
    }
    case 'quantile': {
      const together = levels.get(quantileKey(measure)) ?? [measure.level]
      const parameters = `(${together.join(', ')})`
      const all = aggregate({ name: 'quantilesExactInclusive', of: measure.of, where, parameters })
      return `${all}[${together.indexOf(measure.level) + 1}]`
    }
    case 'share': {
      const among = measure.among === undefined ? '1' : conditionSql(measure.among, moment)
      const some = aggregate({ name: 'count', where: `(${where}) AND (${among})` })
      return `${some} / ${aggregate({ name: 'count', where: among })}`
    }
    case 'per_second': {
      const second = `toUnixTimestamp(${measure.of})`
      if (measure.statistic === 'average')
        return `${aggregate({ name: 'count', where })} / ${aggregate({ name: 'uniqExact', of: second, where })}`
      return `arrayMax(mapValues(${aggregate({ name: 'sumMap', of: `map(${second}, 1)`, where })}))`
    }
    case 'net_promoter_score': {
      const rated = `${measure.of} IS NOT NULL${where === undefined ? '' : ` AND (${where})`}`
      const count = (condition: string) => aggregate({ name: 'count', where: condition })
      return `100 * (${count(`${measure.of} >= 9 AND ${rated}`)} - ${count(`${measure.of} <= 6 AND ${rated}`)}) / ${count(rated)}`
    }
  }
}

/** An amount is one only where all of it is in one currency. */
function amountSql(measure: Measure, moment: Moment, aggregate: Aggregate): string {
  if (measure.kind !== 'sum' && measure.kind !== 'average')
    throw new Error(`Money cannot be measured by ${measure.kind}.`)
  const where = measure.where === undefined ? undefined : conditionSql(measure.where, moment)
  const sum = aggregate({ name: 'sum', of: measure.of, where })
  const amount = measure.kind === 'sum' ? sum : meanSql(sum, aggregate({ name: 'count', where }))
  return `if(${currenciesAgree(where, aggregate)}, ${amount}, NULL)`
}

/** The currencies that the amounts of a metric are in, as one text: nothing, `EUR` or `EUR USD`. */
export function currenciesSql({ measure }: Metric, moment: Moment, aggregate: Aggregate): string {
  const where = 'where' in measure && measure.where !== undefined ? conditionSql(measure.where, moment) : undefined
  return currenciesOf(where, aggregate)
}

/** Which quantiles go together. */
export function quantileLevels(metrics: readonly Metric[]): QuantileLevels {
  const levels = new Map<string, number[]>()
  for (const { measure } of metrics) {
    if (measure.kind !== 'quantile') continue
    const together = levels.get(quantileKey(measure)) ?? []
    if (!together.includes(measure.level)) together.push(measure.level)
    levels.set(quantileKey(measure), together)
  }
  return levels
}

/** The condition of the rows a metric counts, for its records. */
export function recordsCondition(metric: Metric, moment: Moment): string | undefined {
  const { measure } = metric
  if (measure.kind === 'monthly' || measure.kind === 'ratio') return undefined
  const conditions = [measure.where, measure.kind === 'share' ? measure.among : undefined]
  const present = conditions.filter((condition) => condition !== undefined)
  return present.length === 0
    ? undefined
    : present.map((condition) => `(${conditionSql(condition, moment)})`).join(' AND ')
}

function conditionSql(condition: Condition, moment: Moment): string {
  return condition
    .replaceAll('{now}', `fromUnixTimestamp64Milli(${moment.now}, 'UTC')`)
    .replaceAll(settingPattern, (_, name: string) => settingSql(name, moment.sight))
    .replaceAll(guestPattern, (_, column: string) => guestSql(column, moment.sight))
}

/** Whether the agent in a column is a guest of its organization: the same id of another one is another person. */
function guestSql(column: string, { scope, lookups }: Sight): string {
  const guests = scope.organizationIds.flatMap((organizationId) =>
    [...(lookups.agent_guests.get(organizationId) ?? [])].map((agent) => [organizationId, agent] as const),
  )
  return guests.length === 0 ? '0' : `((organization_id, ${column}) IN ${literal(guests)})`
}

function uniqueSql(column: string, { hashed = [] }: Measured, moment: Moment): string {
  const isHashed = hashed.includes(column)
  if (isAlone(moment)) return isHashed ? hashColumn(column) : `cityHash64(${column})`
  return `cityHash64(organization_id, ${isHashed ? hashColumn(column) : column})`
}

function isAlone({ sight }: Moment): boolean {
  return sight.scope.organizationIds.length === 1
}

function quantileKey(measure: { readonly of: string; readonly where?: string }): string {
  return `${measure.of} ${measure.where ?? ''}`
}

function isDuration(fact: Pick<Fact, 'columns'>, column: string): boolean {
  const type = fact.columns.find(({ id }) => id === column)?.type
  return type === 'duration' || type === 'duration?'
}
