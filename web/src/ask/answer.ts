import type { ShownUnit } from '../ui/formats/unit.ts'
import type { Value } from '../ui/formats/value.ts'

/** A local time, a number of a cycle (Monday = 1), or `[weekday, hour]`. */
export type TimeValue = string | number | readonly [number, number]
export type Cell = TimeValue | Value

export type AnswerColumn = {
  readonly id: string
  readonly role: 'time' | 'dimension' | 'metric'
  /** Of money with the one currency of its amounts; `money` alone where they have several, or none. */
  readonly unit?: ShownUnit
  /** Of money: every currency its amounts are in. */
  readonly currencies?: readonly string[]
}

type Part<TotalValue> = {
  readonly rows: readonly (readonly Cell[])[]
  readonly totals: Readonly<Record<string, TotalValue>>
  readonly range: { readonly from: string; readonly to: string }
}

/** An answer as the app draws it. */
export type Answer = Part<Value> & {
  readonly columns: readonly AnswerColumn[]
  readonly time_zone: string
  /** The instant up to which events are in the numbers. */
  readonly as_of: string
  /** Names of the values of dimensions that name something: `{agent: {a1: 'Anna'}}`. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly comparison?: Part<Value> | null
}

/** What `POST /v1/query` answers: amounts of money come as decimal strings. */
export type SentAnswer = Omit<Answer, 'totals' | 'comparison'> &
  Part<Value | string> & { readonly comparison?: Part<Value | string> | null }

/** Amounts become numbers that can be drawn: exact to the cent as far as any screen shows them. */
export function readAnswer(sent: SentAnswer): Answer {
  const columns = sent.columns.map((column): AnswerColumn => {
    const [currency, ...others] = column.currencies ?? []
    return column.unit === 'money' && currency !== undefined && others.length === 0
      ? { ...column, unit: `money:${currency}` }
      : column
  })
  const amounts = new Set(columns.flatMap(({ unit }, at) => (unit?.startsWith('money') ? [at] : [])))
  const readPart = ({ rows, totals, range }: Part<Value | string>): Part<Value> => ({
    rows:
      amounts.size === 0
        ? rows
        : rows.map((row) => row.map((cell, at) => (amounts.has(at) ? readValue(cell as Value | string) : cell))),
    totals: Object.fromEntries(Object.entries(totals).map(([id, value]) => [id, readValue(value)])),
    range,
  })
  const { comparison } = sent
  return { ...sent, columns, ...readPart(sent), comparison: comparison ? readPart(comparison) : null }
}

const readValue = (value: Value | string): Value => (typeof value === 'string' ? Number(value) : value)

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
  readonly compare_match?: 'weekday'
  readonly order?: readonly { by: string; desc: boolean }[]
  readonly limit?: number
}
