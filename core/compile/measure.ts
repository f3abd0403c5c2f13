import type { Fact } from '../declare/fact.ts'
import type { Measure, Metric } from '../declare/metric.ts'

/** The levels of the quantiles of one column and condition that a query asks for: computed together, sorted once. */
export type QuantileLevels = ReadonlyMap<string, readonly number[]>

/**
 * The aggregate of a metric in SQL. Nothing gives 0 for counts and sums, and null or NaN (null at the edge) for the rest.
 * Quantiles are R-7, exact. Durations are kept in milliseconds and come out in seconds.
 *
 * @example `countIf(is_chat)`, `quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[2] / 1000`
 */
export function measureSql(metric: Metric, fact: Fact, now: number, levels: QuantileLevels): string {
  const sql = aggregate(metric.measure, now, levels)
  return 'of' in metric.measure && isDuration(fact, metric.measure.of) ? `${sql} / 1000` : sql
}

function aggregate(measure: Measure, now: number, levels: QuantileLevels): string {
  const where = measure.where === undefined ? undefined : conditionSql(measure.where, now)
  switch (measure.kind) {
    case 'count':
      return where === undefined ? 'count()' : `countIf(${where})`
    case 'sum':
      return call('sum', measure.of, where)
    case 'unique':
      return call('uniqExact', measure.of, where)
    case 'average':
      return call('avg', measure.of, where)
    case 'maximum':
      return where === undefined ? `maxOrNull(${measure.of})` : `maxOrNullIf(${measure.of}, ${where})`
    case 'quantile': {
      const together = levels.get(quantileKey(measure)) ?? [measure.level]
      return `${call('quantilesExactInclusive', measure.of, where, `(${together.join(', ')})`)}[${together.indexOf(measure.level) + 1}]`
    }
    case 'share': {
      const among = measure.among === undefined ? '1' : conditionSql(measure.among, now)
      return `countIf((${where}) AND (${among})) / countIf(${among})`
    }
    case 'net_promoter_score': {
      const rated = `${measure.of} IS NOT NULL${where === undefined ? '' : ` AND (${where})`}`
      return `100 * (countIf(${measure.of} >= 9 AND ${rated}) - countIf(${measure.of} <= 6 AND ${rated})) / countIf(${rated})`
    }
  }
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
export function recordsCondition(metric: Metric, now: number): string | undefined {
  const { measure } = metric
  const conditions = [measure.where, measure.kind === 'share' ? measure.among : undefined]
  const present = conditions.filter((condition) => condition !== undefined)
  return present.length === 0
    ? undefined
    : present.map((condition) => `(${conditionSql(condition, now)})`).join(' AND ')
}

function conditionSql(condition: string, now: number): string {
  return condition.replaceAll('{now}', `fromUnixTimestamp64Milli(${now}, 'UTC')`)
}

function call(name: string, of: string, where: string | undefined, parameters = ''): string {
  return where === undefined ? `${name}${parameters}(${of})` : `${name}If${parameters}(${of}, ${where})`
}

function quantileKey(measure: { readonly of: string; readonly where?: string }): string {
  return `${measure.of} ${measure.where ?? ''}`
}

function isDuration(fact: Fact, column: string): boolean {
  const type = fact.columns.find(({ id }) => id === column)?.type
  return type === 'duration' || type === 'duration?'
}
