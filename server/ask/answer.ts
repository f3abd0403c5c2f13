import type { Unit } from '@parley/core/declare/metric.ts'
import type { Comparison, ComparisonMatch } from '@parley/core/time/compare.ts'
import type { Spread } from '../benchmark/aggregate.ts'

/** Local time of a bucket, or the number (or weekday and hour) of a cyclic one. */
export type TimeValue = string | number | readonly [number, number]
export type Cell = TimeValue | null

export type AnswerColumn =
  | { readonly id: 'time'; readonly role: 'time' }
  | { readonly id: string; readonly role: 'dimension' }
  | {
      readonly id: string
      readonly role: 'metric'
      readonly unit: Unit
      /**
       * Of a metric in money: the currencies of its amounts in the whole answer. None: there are no amounts. One: they are
       * in it. Several: amounts are null, unless the answer is split by `currency`, then each is in the one of its row.
       */
      readonly currencies?: readonly string[]
    }

/** A number, or an amount of money as a decimal string; null where there is none. */
export type MetricValue = number | string | null

/** The rows of one range. */
export type AnswerPart = {
  readonly rows: Cell[][]
  /** The metrics over the whole range: never summed from the rows. */
  readonly totals: Record<string, MetricValue>
  readonly range: { readonly from: string; readonly to: string }
}

/** The answer to a question, as `POST /v1/query` gives it and every file and chart shows it. */
export type QueryAnswer = AnswerPart & {
  readonly columns: AnswerColumn[]
  readonly time_zone: string
  /** Everything acknowledged up to this instant is in the numbers. */
  readonly as_of: string
  /** Dimension → value → name, for values that name an entity. */
  readonly labels: Record<string, Record<string, string>>
  readonly comparison:
    | (AnswerPart & { readonly kind: Comparison; readonly match: ComparisonMatch | null })
    | BenchmarkComparison
    | null
}

/** Figures over many organizations, by metric: null where there is none that may be given. */
export type BenchmarkFigures = {
  readonly totals: Record<string, number | null>
  /** How many organizations each figure is made of. */
  readonly organizations: Record<string, number | null>
  /** How far the numbers of those organizations lie apart: the middle half of them is between p25 and p75. */
  readonly spread: Record<string, Spread | null>
}

/** The benchmark beside an answer: figures over its whole range, never rows. `range` is that of the benchmark. */
export type BenchmarkComparison = AnswerPart &
  BenchmarkFigures & {
    readonly kind: 'benchmark'
    /** Null while it has not been computed for the first time. */
    readonly computed_at: string | null
    /** The same over the organizations of the asker's business type. */
    readonly business_type: (BenchmarkFigures & { readonly id: string }) | null
  }
