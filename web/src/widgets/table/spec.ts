import type { Answer, Cell, TimeValue } from '../../ask/answer.ts'
import { bucketName, capital, clock, weekdays } from '../../ui/formats/bucket.ts'
import { bucketOf, type Granularity, nextBucket, wallClock } from '../../ui/formats/local-time.ts'
import { nothing } from '../../ui/formats/number.ts'
import type { ShownUnit } from '../../ui/formats/unit.ts'
import { exact, type Value } from '../../ui/formats/value.ts'
import { type Drawing, filterOn, metricTitle, type Picked, valueName } from '../drawing.ts'
import { asValue, asWord } from '../timeline.ts'

export type TableColumn = {
  readonly id: string
  readonly at: number
  /** A description is what was said of the value in the dimension's column, beside its name. */
  readonly role: 'time' | 'dimension' | 'description' | 'metric'
  readonly title: string
  readonly unit: ShownUnit | undefined
  readonly additive: boolean
  /** The largest size in the column, for inline bars; 0 where size does not matter. */
  readonly largest: number
  /** Only of additive metrics; undefined leaves the cell of the total row empty. */
  readonly total: Value | undefined
}

export type TableSpec = {
  readonly columns: readonly TableColumn[]
  readonly rows: Answer['rows']
  readonly hasTotals: boolean
  textOf(column: TableColumn, row: readonly Cell[]): string
  /** What a column is sorted by: time as it runs, words by the language, numbers by size, nothing last. */
  sortOf(column: TableColumn, row: readonly Cell[]): string | number | undefined
  pickAt(column: TableColumn, row: readonly Cell[]): Picked
  /** What the name in a row stands for by itself; undefined for a time. */
  pickOf(column: TableColumn, row: readonly Cell[]): Picked | undefined
  /** The table as texts, its head first. */
  cells(): readonly (readonly string[])[]
}

/** An answer as a table: one row each, as it came. */
export function tableSpec(drawing: Drawing): TableSpec {
  const { answer } = drawing
  const rows = withoutFuture(drawing)
  const columns = answer.columns.flatMap((column, at): TableColumn[] => {
    const info = drawing.metrics.get(column.id)
    const additive = column.role === 'metric' && (info?.additive ?? false)
    const hasBars = column.role === 'metric' && (column.unit === 'count' || column.unit === 'points')
    const told: TableColumn = {
      id: column.id,
      at,
      role: column.role,
      title:
        column.role === 'metric'
          ? metricTitle(drawing, column.id)
          : column.role === 'time'
            ? drawing.words.time
            : (drawing.dimensions.get(column.id)?.title ?? column.id),
      unit: column.unit,
      additive,
      largest: hasBars ? Math.max(0, ...rows.map((row) => asValue(row[at]) ?? 0)) : 0,
      total: additive && drawing.cycle !== 'mean' ? (answer.totals[column.id] ?? null) : undefined,
    }
    const description = descriptionId(column.id)
    if (column.role !== 'dimension' || answer.labels?.[description] === undefined) return [told]
    return [told, { ...told, id: description, role: 'description', title: drawing.words.description }]
  })
  const currencyAt = columns.find(({ id, role }) => id === 'currency' && role === 'dimension')?.at
  const textOf = (column: TableColumn, row: readonly Cell[]) => {
    const currency = currencyAt === undefined ? null : asWord(row[currencyAt])
    const inOwn =
      column.unit === 'money' && currency !== null ? { ...column, unit: `money:${currency}` as const } : column
    return textOfCell(drawing, inOwn, row[column.at])
  }
  return {
    columns,
    rows,
    hasTotals: rows.length > 1 && columns.some((column) => column.total !== undefined),
    textOf,
    sortOf: (column, row) => sortOfCell(drawing, column, row[column.at]),
    pickAt: (column, row) => pickAt(drawing, columns, column, row),
    pickOf: (column, row) => {
      const metric = columns.find(({ role }) => role === 'metric')
      if (column.role !== 'dimension' || metric === undefined) return undefined
      const filters = [filterOn(column.id, asWord(row[column.at]))]
      return { metric: metric.id, title: `${metric.title}, ${textOf(column, row)}`, filters }
    },
    cells: () => [
      columns.map((column) => column.title),
      ...rows.map((row) => columns.map((column) => textOf(column, row))),
    ],
  }
}

/** Under which the answer tells more of a dimension's values than their names. */
const descriptionId = (dimension: string): string => `${dimension}_description`

/** Buckets that have not begun hold no zero but nothing: a table ends with the one that runs. */
function withoutFuture({ answer, granularity }: Drawing): Answer['rows'] {
  const at = answer.columns.findIndex((column) => column.role === 'time')
  if (at === -1 || granularity === undefined) return answer.rows
  const now = wallClock(answer.as_of, answer.time_zone)
  return answer.rows.filter((row) => {
    const time = row[at]
    return typeof time !== 'string' || bucketOf(time, granularity as Granularity) <= now
  })
}

function textOfCell(drawing: Drawing, column: TableColumn, cell: Cell | undefined): string {
  if (column.role === 'metric') return exact(asValue(cell), column.unit ?? 'count', drawing.language)
  if (column.role === 'dimension') return valueName(drawing, column.id, asWord(cell))
  if (column.role === 'description') return drawing.answer.labels?.[column.id]?.[asWord(cell) ?? ''] ?? ''
  return timeName(drawing, cell as TimeValue | null | undefined)
}

function timeName({ granularity, language }: Drawing, time: TimeValue | null | undefined): string {
  if (time === null || time === undefined) return nothing
  const day = (weekday: number) => capital(weekdays(language, 'long')[weekday - 1] ?? nothing)
  if (typeof time === 'string') return bucketName(time, (granularity ?? 'day') as Granularity, language)
  if (typeof time === 'number') return granularity === 'day_of_week' ? day(time) : `${clock(time)}–${clock(time + 1)}`
  return `${day(time[0])}, ${clock(time[1])}`
}

function sortOfCell(drawing: Drawing, column: TableColumn, cell: Cell | undefined): string | number | undefined {
  if (column.role === 'metric') return asValue(cell) ?? undefined
  if (column.role === 'dimension' || column.role === 'description')
    return textOfCell(drawing, column, cell).toLocaleLowerCase()
  if (Array.isArray(cell)) return Number(cell[0]) * 24 + Number(cell[1])
  return typeof cell === 'number' || typeof cell === 'string' ? cell : undefined
}

function pickAt(drawing: Drawing, columns: readonly TableColumn[], column: TableColumn, row: readonly Cell[]): Picked {
  const time = columns.find((other) => other.role === 'time')
  const at = time === undefined ? undefined : (row[time.at] as TimeValue)
  const dimensions = columns.filter((other) => other.role === 'dimension')
  const names = [...(time === undefined ? [] : [time]), ...dimensions].map((other) =>
    textOfCell(drawing, other, row[other.at]),
  )
  return {
    metric: column.id,
    title: [column.title, ...names].join(', '),
    ...(typeof at === 'string'
      ? { range: { from: at, to: nextBucket(at, (drawing.granularity ?? 'day') as Granularity) } }
      : {}),
    ...(typeof at === 'number' || Array.isArray(at)
      ? { cycle: { granularity: drawing.granularity ?? '', value: at } }
      : {}),
    filters: dimensions.map((dimension) => filterOn(dimension.id, asWord(row[dimension.at]))),
  }
}
