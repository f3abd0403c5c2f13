import type { Unit } from '@parley/core/declare/metric.ts'

/** Local time of a bucket, or the number (or weekday and hour) of a cyclic one. */
export type TimeValue = string | number | readonly [number, number]
export type Cell = TimeValue | null

export type AnswerColumn =
  | { readonly id: 'time'; readonly role: 'time' }
  | { readonly id: string; readonly role: 'dimension' }
  | { readonly id: string; readonly role: 'metric'; readonly unit: Unit }

/** The rows of one range. */
export type AnswerPart = {
  readonly rows: Cell[][]
  /** The metrics over the whole range: never summed from the rows. */
  readonly totals: Record<string, number | null>
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
  readonly comparison: (AnswerPart & { readonly kind: 'previous_period' | 'previous_year' }) | null
}
