/** What a number is counted in. Durations are seconds; a ratio is 0–1; a rating is on the scale of its survey. */
export type Unit = 'count' | 'seconds' | 'ratio' | 'points' | 'rating' | 'score'

/** A SQL boolean over the columns of the metric's fact. `{now}` stands for the instant of the answer. */
export type Condition = string

/** How rows become a number; `core/compile/measure.ts` says it in SQL, `of` is a column of the fact. */
export type Measure =
  | { readonly kind: 'count'; readonly where?: Condition }
  | { readonly kind: 'sum'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'unique'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'average'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'quantile'; readonly of: string; readonly level: number; readonly where?: Condition }
  | { readonly kind: 'maximum'; readonly of: string; readonly where?: Condition }
  | { readonly kind: 'share'; readonly where: Condition; readonly among?: Condition }
  | { readonly kind: 'net_promoter_score'; readonly of: string; readonly where?: Condition }

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
  readonly statistic?: { readonly kind: Statistic; readonly of: string }
  /** The id of the fact it reads. */
  readonly fact: string
  readonly unit: Unit
  readonly measure: Measure
  /** Metrics whose parts add up to the whole may be summed over any partition; all others never are. */
  readonly additive: boolean
  /** What nothing gives: counts 0, ratios and averages null. */
  readonly empty: 0 | null
  /** Which of the source documents it answers to. */
  readonly source: readonly string[]
}

/** The four statistics of a duration: `avg_…`, `median_…`, `p90_…` and `max_…`, in seconds. */
export function durationMetrics(duration: {
  readonly id: string
  readonly fact: string
  readonly of: string
  readonly where?: Condition
  readonly source: readonly string[]
}): Metric[] {
  const { id, fact, of, source } = duration
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
