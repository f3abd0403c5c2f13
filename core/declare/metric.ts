/**
 * What a number is counted in. Durations are seconds; a ratio is 0–1; a rating is on the scale of its survey. Money is an
 * amount of one currency, always: over two currencies it is no number (null).
 */
export type Unit = 'count' | 'seconds' | 'ratio' | 'points' | 'rating' | 'score' | 'money'

/**
 * A SQL boolean over the columns of the metric's fact. `{now}` stands for the instant of the answer, `{setting:NAME}` for
 * a number that the organization of the row has set, `{is_guest:COLUMN}` for whether the agent in a column was last
 * described as a guest.
 */
export type Condition = string

/**
 * How rows become a number; `core/compile/measure.ts` says it in SQL. `of` is a column of the fact, of a sum also several of
 * them added up.
 */
export type Measure =
  | { readonly kind: 'count'; readonly where?: Condition }
  | { readonly kind: 'sum'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'unique'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'average'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'quantile'; readonly of: string; readonly level: number; readonly where?: Condition }
  | { readonly kind: 'maximum'; readonly of: string; readonly where?: Condition }
  /** How long ago the earliest of the instants in the time column `of` was, in seconds; one to come is now. */
  | { readonly kind: 'longest_since'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'share'; readonly where: Condition; readonly among?: Condition }
  /** Rows within one second, by the time column `of`: the most, or the mean over the seconds that have any. */
  | {
      readonly kind: 'per_second'
      readonly statistic: 'peak' | 'average'
      readonly of: string
      readonly where?: Condition
    }
  | { readonly kind: 'net_promoter_score'; readonly of: string; readonly where?: Condition }
  /** Of a fact whose rows last: how long those that meet the condition did, in seconds. */
  | { readonly kind: 'time'; readonly where: Condition }
  /** One number over another, which may be of another fact; each is counted by itself. Over 0 it is null. */
  | { readonly kind: 'ratio'; readonly numerator: Metric; readonly denominator: Metric }
  /** What an organization has set for each month, of the fact {@link monthsFact}. */
  | { readonly kind: 'monthly'; readonly of: string }

/**
 * A fact that nothing is derived for: one row for each organization and calendar month that a question touches, made while
 * it is answered, with what the organization has set.
 */
export const monthsFact = 'months'

/** The statistics that every duration comes in. */
export const statistics = ['avg', 'median', 'p90', 'max'] as const

export type Statistic = (typeof statistics)[number]

/**
 * A metric: everything Parley knows about one number. The query API, dashboards, tooltips, the reference, exports and
 * tests follow from it. Its title, formula and the four questions (what, unit, when counted, why useful) are in `model/texts`.
 */
export type Metric = {
  readonly id: string
  /** For `avg_response_time`: the duration it is a statistic of, whose texts it shares. */
  readonly statistic?: { readonly kind: Statistic; readonly of: string; readonly inServiceHours?: true }
  /** The id of the fact it reads; of a ratio that of its numerator. */
  readonly fact: string
  readonly unit: Unit
  readonly measure: Measure
  /** Metrics whose parts add up to the whole may be summed over any partition; all others never are. */
  readonly additive: boolean
  /** What nothing gives: counts 0, ratios and averages null. */
  readonly empty: 0 | null
  /** Which way is good, where there is one: a change is then told as good or bad. */
  readonly better?: Better
  /** Which of the source documents it answers to. */
  readonly source: readonly string[]
}

export type Better = 'more' | 'less'

/** A metric of which one way is good. */
export const whereBetter = (better: Better, metric: Metric): Metric => ({ ...metric, better })

/** The metrics that rows are counted for: both sides of a ratio, or the metric itself. */
export function countedMetrics(metric: Metric): readonly [Metric, ...Metric[]] {
  const { measure } = metric
  return measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [metric]
}

/** Whether a metric can be split and filtered by what these facts have: all it is counted from are among them. */
export function isCountedFrom(metric: Metric, facts: Readonly<Record<string, unknown>>): boolean {
  return countedMetrics(metric).every(({ fact }) => fact in facts)
}

/** The settings whose numbers a metric reads, by name. */
export function settingsOf({ measure }: Metric): string[] {
  if (measure.kind === 'ratio') return [measure.numerator, measure.denominator].flatMap(settingsOf)
  if (measure.kind === 'monthly') return [measure.of]
  return conditionsOf(measure).flatMap((condition) =>
    [...condition.matchAll(settingPattern)].map(([, name]) => name ?? ''),
  )
}

/** Whether a metric depends on who was described as a guest. */
export function knowsGuests({ measure }: Metric): boolean {
  if (measure.kind === 'ratio') return knowsGuests(measure.numerator) || knowsGuests(measure.denominator)
  return measure.kind !== 'monthly' && conditionsOf(measure).some((condition) => condition.match(guestPattern))
}

function conditionsOf(measure: Exclude<Measure, { kind: 'ratio' | 'monthly' }>): Condition[] {
  return [measure.where ?? '', measure.kind === 'share' ? (measure.among ?? '') : '']
}

/** Of an agent in a {@link Condition} whether it is a guest. */
export const guestPattern = /\{is_guest:(\w+)\}/g

/** A setting in a {@link Condition}. */
export const settingPattern = /\{setting:(\w+)\}/g

/**
 * The four statistics of a duration: `avg_…`, `median_…`, `p90_…` and `max_…`, in seconds; and, where the fact has the
 * column `…_service` too, the same in service hours: `avg_…_service`.
 */
export function durationMetrics(duration: {
  readonly id: string
  readonly fact: string
  readonly of: string
  readonly where?: Condition
  readonly inServiceHours?: true
  readonly better?: Better
  readonly source: readonly string[]
}): Metric[] {
  const { id, fact, of, source, inServiceHours, ...rest } = duration
  if (inServiceHours) {
    const column = `${of}_service`
    const where = rest.where === undefined ? `${column} IS NOT NULL` : `${column} IS NOT NULL AND (${rest.where})`
    const service = durationMetrics({ id, fact, of: column, source, ...rest, where }).map((metric) => ({
      ...metric,
      id: `${metric.id}_service`,
      statistic: { kind: metric.statistic?.kind ?? 'avg', of: id, inServiceHours } as const,
    }))
    return [...durationMetrics({ id, fact, of, source, ...rest }), ...service]
  }
  const where = duration.where === undefined ? {} : { where: duration.where }
  const measures: Record<Statistic, Measure> = {
    avg: { kind: 'average', of, ...where },
    median: { kind: 'quantile', of, level: 0.5, ...where },
    p90: { kind: 'quantile', of, level: 0.9, ...where },
    max: { kind: 'maximum', of, ...where },
  }
  return statistics.map((kind) => ({
    id: `${kind}_${id}`,
    statistic: { kind, of: id },
    fact,
    unit: 'seconds',
    measure: measures[kind],
    additive: false,
    empty: null,
    ...(duration.better && { better: duration.better }),
    source,
  }))
}

/** A number of rows: adds up, 0 for none. */
export function countMetric(id: string, fact: string, where: Condition | undefined, source: readonly string[]): Metric {
  return {
    id,
    fact,
    unit: 'count',
    measure: where === undefined ? { kind: 'count' } : { kind: 'count', where },
    additive: true,
    empty: 0,
    source,
  }
}

/** A share of rows: null over nothing, never summed. */
export function shareMetric(
  id: string,
  fact: string,
  where: Condition,
  among: Condition,
  source: readonly string[],
): Metric {
  return { id, fact, unit: 'ratio', measure: { kind: 'share', where, among }, additive: false, empty: null, source }
}

/** One metric over another: null over nothing, never summed. Opened, it shows the rows of the numerator. */
export function ratioMetric(id: string, numerator: Metric, denominator: Metric, source: readonly string[]): Metric {
  const measure: Measure = { kind: 'ratio', numerator, denominator }
  return { id, fact: numerator.fact, unit: 'ratio', measure, additive: false, empty: null, source }
}

/** A number that is set for each calendar month: nothing set is no number. */
export function monthlyMetric(id: string, source: readonly string[]): Metric {
  return {
    id,
    fact: monthsFact,
    unit: 'count',
    measure: { kind: 'monthly', of: id },
    additive: false,
    empty: null,
    source,
  }
}

/**
 * Amounts that add up within a currency. `where` must leave out the rows without a currency, if there are any: they have
 * no amount.
 */
export function moneyMetric(
  id: string,
  fact: string,
  of: string,
  where: Condition | undefined,
  source: readonly string[],
): Metric {
  const measure: Measure = { kind: 'sum', of, ...(where === undefined ? {} : { where }) }
  return { id, fact, unit: 'money', measure, additive: true, empty: 0, source }
}

/** The mean of amounts of one currency, to the micro-unit, half of one up: null over nothing. */
export function meanAmountMetric(
  id: string,
  fact: string,
  of: string,
  where: Condition | undefined,
  source: readonly string[],
): Metric {
  const measure: Measure = { kind: 'average', of, ...(where === undefined ? {} : { where }) }
  return { id, fact, unit: 'money', measure, additive: false, empty: null, source }
}
