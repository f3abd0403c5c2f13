import type { Dimension } from '@parley/core/declare/dimension.ts'
import type { Unit } from '@parley/core/declare/metric.ts'
import { type CyclicGranularity, type Granularity, isCyclicGranularity } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { AnswerColumn, Cell, QueryAnswer } from '../../answer.ts'
import { sheetDate } from './sheet-dates.ts'
import type { SheetCell, SheetColumn } from './workbook-plan.ts'

/** A column of the file, and what a row of the answer has in it. */
export type FileColumn = SheetColumn & {
  readonly role: AnswerColumn['role']
  /** Of a metric. */
  readonly unit?: Unit
  /** Of a metric: what nothing gives. */
  readonly empty?: 0 | null
  /** Of a metric: whether its parts add up to the whole. */
  readonly isAdditive?: boolean
  /** Whether it tells the same again that the column before it tells by name. */
  readonly isId?: true
  cellOf(row: readonly Cell[]): SheetCell
}

type AnyGranularity = Granularity | CyclicGranularity | null

const timeFormats: Readonly<Record<Granularity | 'hour_of_day', string>> = {
  minute: 'yyyy-mm-dd hh:mm',
  quarter_hour: 'yyyy-mm-dd hh:mm',
  hour: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
  week: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  quarter: 'mmm yyyy',
  year: 'yyyy',
  // The hour is the number it is in every answer, written as clocks do.
  hour_of_day: '00":00"',
}

/** The columns of an answer: hours of a week take two, things with names are followed by their ids. */
export function fileColumns(
  { columns, rows, labels }: QueryAnswer,
  granularity: AnyGranularity,
  language: Language,
): FileColumn[] {
  const currencyAt = columns.findIndex(({ id, role }) => role === 'dimension' && id === 'currency')
  return columns.flatMap((column, at): FileColumn[] => {
    if (column.role === 'time') return timeColumns(granularity, at, language)
    if (column.role === 'metric') return [metricColumn(column, at, { rows, currencyAt }, language)]
    const dimension = catalogue.dimensions.get(column.id)
    return dimension ? dimensionColumns(dimension, at, labels[column.id] ?? {}, language) : []
  })
}

function timeColumns(granularity: AnyGranularity, at: number, language: Language): FileColumn[] {
  const { time, weekday, hour } = textsIn(language).files
  const nameOfDay = weekdayNames(language)
  if (granularity === 'hour_of_week') {
    const part = (row: readonly Cell[], index: 0 | 1) => (row[at] as readonly [number, number])[index]
    return [
      { role: 'time', title: weekday, cellOf: (row) => nameOfDay(part(row, 0)) },
      { role: 'time', title: hour, format: timeFormats.hour_of_day, cellOf: (row) => part(row, 1) },
    ]
  }
  if (granularity === 'day_of_week')
    return [{ role: 'time', title: weekday, cellOf: (row) => nameOfDay(row[at] as number) }]
  if (granularity === 'hour_of_day')
    return [{ role: 'time', title: hour, format: timeFormats.hour_of_day, cellOf: (row) => row[at] as number }]
  const format = granularity === null || isCyclicGranularity(granularity) ? {} : { format: timeFormats[granularity] }
  return [{ role: 'time', title: time, ...format, cellOf: (row) => sheetDate(String(row[at])) }]
}

/** 1 is Monday. */
function weekdayNames(language: Language): (day: number) => string {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 1970-01-05 was a Monday.
  return (day) => names.format(Date.UTC(1970, 0, 4 + day))
}

function dimensionColumns(
  dimension: Dimension,
  at: number,
  labels: Readonly<Record<string, string>>,
  language: Language,
): FileColumn[] {
  const { dimensions } = textsIn(language)
  const title = dimensions[dimension.id] ?? dimension.id
  const nameOf = namesOf(dimension, labels, language)
  const named: FileColumn = { role: 'dimension', title, cellOf: (row) => nameOf(row[at] ?? null) }
  if (dimension.entity === undefined) return [named]
  const id = (row: readonly Cell[]) => (row[at] as string | null) ?? null
  return [named, { role: 'dimension', title: `${title} (id)`, isId: true, cellOf: id }]
}

/** How values of a dimension are called: by what they name, by the catalogue, or as they are. */
export function namesOf(
  dimension: Dimension,
  labels: Readonly<Record<string, string>>,
  language: Language,
): (value: Cell) => string | number {
  const texts = textsIn(language)
  const words = texts.values[dimension.id] ?? {}
  const countries = dimension.id === 'country' ? new Intl.DisplayNames(language, { type: 'region' }) : undefined
  return (value) => {
    if (value === null) return texts.files.none
    if (dimension.type === 'number') return value as number
    const text = String(value)
    if (countries && /^[A-Z]{2}$/.test(text)) return countries.of(text) ?? text
    return labels[text] ?? words[text] ?? text
  }
}

function metricColumn(
  { id, unit, currencies = [] }: AnswerColumn & { readonly role: 'metric' },
  at: number,
  { rows, currencyAt }: { readonly rows: readonly Cell[][]; readonly currencyAt: number },
  language: Language,
): FileColumn {
  const metric = catalogue.metrics.get(id)
  const { title } = metricText(metric ?? { id }, language)
  const { files } = textsIn(language)
  const one = currencies.length === 1 ? currencies[0] : undefined
  const format = metricFormat(
    unit,
    rows.map((row) => row[at] ?? null),
  )
  const cellOf = (row: readonly Cell[]): SheetCell => {
    const value = row[at] ?? null
    if (unit !== 'money' || value === null) return value as number | null
    const currency = currencyAt === -1 ? one : row[currencyAt]
    return typeof currency === 'string' ? { value: Number(value), format: inCurrency(format, currency) } : Number(value)
  }
  return {
    role: 'metric',
    unit,
    empty: metric?.empty ?? null,
    isAdditive: metric?.additive ?? false,
    title: unit === 'seconds' ? `${title} (${files.seconds})` : one === undefined ? title : `${title} (${one})`,
    format: one === undefined ? format : inCurrency(format, one),
    cellOf,
  }
}

function inCurrency(format: string, currency: string): string {
  return `${format} [$${currency}]`
}

/** How the numbers of a metric are shown: whole ones without decimals, amounts with as many as the longest has. */
export function metricFormat(unit: Unit, values: readonly unknown[]): string {
  if (unit === 'ratio') return '0.0%'
  if (unit === 'money') {
    const decimals = Math.max(0, ...values.map((value) => String(value ?? '').split('.')[1]?.length ?? 0))
    return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  }
  if (unit === 'rating') return '0.00'
  return values.every((value) => value === null || Number.isInteger(value)) ? '#,##0' : '#,##0.00'
}
