import type { Unit } from '@parley/core/declare/metric.ts'
import type { Value } from '../ui/formats/value.ts'

/** A local time, a number of a cycle (Monday = 1), or `[weekday, hour]`. */
export type TimeValue = string | number | readonly [number, number]
export type Cell = TimeValue | Value

export type AnswerColumn = {
  readonly id: string
  readonly role: 'time' | 'dimension' | 'metric'
  readonly unit?: Unit
}

/** What `POST /v1/query` answers. */
export type Answer = {
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly totals: Readonly<Record<string, Value>>
  readonly range: { readonly from: string; readonly to: string }
  readonly time_zone: string
  /** The instant up to which events are in the numbers. */
  readonly as_of: string
  /** Names of the values of dimensions that name something: `{agent: {a1: 'Anna'}}`. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly comparison?: {
    readonly range: { readonly from: string; readonly to: string }
    readonly rows: readonly (readonly Cell[])[]
    readonly totals: Readonly<Record<string, Value>>
  } | null
}

/** What `POST /v1/query` is asked. */
export type Question = {
  readonly metrics: readonly string[]
  readonly range: { readonly group: string } | { readonly from: string; readonly to: string }
  readonly time_zone?: string
  readonly granularity?: string
  readonly cycle?: 'sum' | 'mean'
  readonly dimensions?: readonly string[]
  readonly filters?: readonly { dimension: string; op: string; values?: readonly (string | null)[] }[]
  readonly compare?: string
  readonly order?: readonly { by: string; desc: boolean }[]
  readonly limit?: number
}
