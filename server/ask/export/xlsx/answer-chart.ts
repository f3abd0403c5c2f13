import type { PanelKind } from '@parley/core/declare/dashboard.ts'
import type { Unit } from '@parley/core/declare/metric.ts'
import {
  type CyclicGranularity,
  type Granularity,
  isClockGranularity,
  isCyclicGranularity,
} from '@parley/core/time/granularity.ts'
import type { Cell } from '../../answer.ts'
import type { FileColumn } from './answer-columns.ts'
import { sheetDate } from './sheet-dates.ts'
import type { ChartKind, Sheet, SheetCell, SheetChart, SheetColumn } from './workbook-plan.ts'

const mostSeries = 8
const mostCategories = 50

/** The charts of an answer, and the sheet they are drawn from where that is not its rows as they are. */
export type DrawnAnswer = { readonly charts: readonly SheetChart[]; readonly data: Sheet | null }

export type DrawingRequest = {
  readonly columns: readonly FileColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly sheets: { readonly numbers: string; readonly chart: string }
  readonly granularity: Granularity | CyclicGranularity | null
  /** Every bucket of the range by its label: what is split has no rows for those without anything. */
  readonly buckets: readonly string[]
  /** The panel it is of: what it is called and how it is drawn. */
  readonly panel?: { readonly title: string; readonly kind: PanelKind } | undefined
  readonly words: { readonly metric: string; readonly total: string; readonly units: Readonly<Record<Unit, string>> }
}

/**
 * A line over time, else columns, or what a panel is on its dashboard: of every metric where rows are split once, of the first
 * one in lines or columns of their own where they are split twice, of metrics side by side where they are not split. The
 * way of cards over time is a chart each, and so are metrics of more units than a chart has axes.
 */
export function drawAnswer(request: DrawingRequest): DrawnAnswer | null {
  const { columns, rows, granularity } = request
  const keys = columns.flatMap(({ role, isId }, at) => (role === 'metric' || isId ? [] : [at]))
  if (rows.length === 0) return null
  // A line for each day over the hours: the other way round it would be twenty-four.
  const [key, ...others] = granularity === 'hour_of_week' ? [...keys.slice(0, 2).reverse(), ...keys.slice(2)] : keys
  if (key === undefined) return drawTotals(request)
  return others.length === 0 ? drawMetrics(request, key) : drawSplit(request, key, others)
}

/** The metrics of one unit beside each other. Nothing is drawn of a single one. */
function drawTotals(request: DrawingRequest): DrawnAnswer | null {
  const { columns, rows, sheets, words } = request
  const metrics = columns.filter(({ role }) => role === 'metric')
  const [row = []] = rows
  const isOfOne = metrics.every(({ unit }) => unit === metrics[0]?.unit)
  if (metrics.length < 2 || !isOfOne) return null
  const data: Sheet = {
    name: sheets.chart,
    kind: 'table',
    columns: [{ title: words.metric }, titled(words.total, metrics[0])],
    rows: metrics.map((metric) => [metric.title, metric.cellOf(row)]),
  }
  return { data, charts: [chartOf(request, data, metrics, [{ column: 1, isOnSecondAxis: false }])] }
}

function drawMetrics(request: DrawingRequest, key: number): DrawnAnswer | null {
  const { columns, granularity, panel } = request
  const metrics = columns.flatMap((column, at) => (column.role === 'metric' ? [{ ...column, at }] : []))
  const units = [...new Set(metrics.map(({ unit }) => unit))]
  if (isOverTime(granularity) && (panel?.kind === 'cards' || units.length > 2)) return drawEach(request, key, metrics)
  // Columns of a second axis would stand before those of the first; lines do not hide each other.
  const unitsDrawn = isOverTime(granularity) ? units.slice(0, 2) : units.slice(0, 1)
  const drawn = metrics.filter(({ unit }) => unitsDrawn.includes(unit)).slice(0, mostSeries)
  const { data, table, places, categories } = drawnFrom(request, key, drawn)
  const series = drawn.map(({ unit }, index) => ({
    column: places[index] ?? 0,
    isOnSecondAxis: unit !== units[0],
    ...(panel?.kind === 'bars_and_line' && index === drawn.length - 1 ? { isLine: true as const } : {}),
  }))
  return { data, charts: [chartOf(request, table, drawn, series, categories)] }
}

/** A line for each metric that has a value. A single bucket has no way over time. */
function drawEach(request: DrawingRequest, key: number, all: readonly PlacedColumn[]): DrawnAnswer | null {
  const metrics = all.filter(({ at }) => request.rows.some((row) => (row[at] ?? null) !== null))
  if (request.rows.length < 2) return null
  // There is little room: the day is said only where there are several, and never the year.
  const days = new Set(request.rows.map((row) => String(row[key]).slice(0, 10)))
  const unsaid = days.size > 1 ? 'yyyy-'.length : 'yyyy-mm-dd '.length
  const { data, table, places, categories } = drawnFrom(request, key, metrics, unsaid)
  const { panel: _, ...untitled } = request
  const charts = metrics.map((metric, index) =>
    chartOf(untitled, table, [metric], [{ column: places[index] ?? 0, isOnSecondAxis: false }], categories),
  )
  return { data, charts }
}

type PlacedColumn = FileColumn & { readonly at: number }

/**
 * What stands in columns as it is drawn: the rows, or a sheet of its own; where the metrics are in it, and what they are of.
 * Times are written there without their first `unsaid` characters.
 */
function drawnFrom(
  { columns, rows, sheets, granularity }: DrawingRequest,
  key: number,
  drawn: readonly PlacedColumn[],
  unsaid = 0,
) {
  if (!isOfClock(granularity)) {
    const cells = rows.map((row) => columns.map(({ cellOf }) => cellOf(row)))
    const table: Sheet = { name: sheets.numbers, kind: 'table', columns, rows: cells }
    return { data: null, table, places: drawn.map(({ at }) => at), categories: key }
  }
  // Spreadsheets lay dates out by days: all hours of one would stand in one place. As texts they stand in a row.
  const data: Sheet = {
    name: sheets.chart,
    kind: 'table',
    columns: [{ title: columns[key]?.title ?? '' }, ...drawn.map((metric) => titled(metric.title, metric))],
    rows: rows.map((row) => [
      String(row[key]).replace('T', ' ').slice(unsaid),
      ...drawn.map(({ cellOf }) => cellOf(row)),
    ]),
  }
  return { data, table: data, places: drawn.map((_, index) => index + 1), categories: 0 }
}

/** Lays the rows out as a table of two sides: what is drawn must stand in one column. */
function drawSplit(request: DrawingRequest, key: number, others: readonly number[]): DrawnAnswer {
  const { columns, rows, sheets, buckets, granularity } = request
  const metric = columns.find(({ role }) => role === 'metric')
  const inCell = (row: readonly Cell[], at: number) => columns[at]?.cellOf(row) ?? null
  // By what tells values apart, as two things may have one name: their ids stand in the column after.
  const identityOf = (row: readonly Cell[], at: number) =>
    String(columns[at + 1]?.isId ? inCell(row, at + 1) : inCell(row, at))
  const isClock = isOfClock(granularity)
  type Line = { readonly name: SheetCell; readonly cells: Map<string, SheetCell> }
  const lines = new Map<string, Line>()
  const lineOf = (identity: string, name: SheetCell) => {
    const known = lines.get(identity) ?? { name, cells: new Map() }
    lines.set(identity, known)
    return known
  }
  for (const label of buckets) {
    const date = sheetDate(label)
    lineOf(String(date), isClock ? label.replace('T', ' ') : date)
  }
  const names = new Map<string, string>()
  const splitOf = (row: readonly Cell[]) => others.map((at) => identityOf(row, at)).join('\t')
  const nameOf = (row: readonly Cell[], of: readonly number[]) => of.map((at) => inCell(row, at)).join(' · ')
  for (const row of rows) names.set(splitOf(row), nameOf(row, others))
  // What is split by two things of many values each is told by both: more lines than colours cannot be told apart.
  const isListed = columns[key]?.role === 'dimension' && names.size > mostSeries
  for (const [at, row] of rows.entries()) {
    const line = isListed
      ? lineOf(String(at), nameOf(row, [key, ...others]))
      : lineOf(identityOf(row, key), inCell(row, key))
    line.cells.set(isListed ? '' : splitOf(row), metric?.cellOf(row) ?? null)
  }
  const shown: (readonly [string, string])[] = isListed ? [['', metric?.title ?? '']] : [...names].slice(0, mostSeries)
  const nothing = metric?.empty ?? null
  const { format: _, ...untimed } = titled(columns[key]?.title ?? '', columns[key])
  const data: Sheet = {
    name: sheets.chart,
    kind: 'table',
    columns: [
      isClock || isListed ? untimed : titled(columns[key]?.title ?? '', columns[key]),
      ...shown.map(([, name]) => titled(name, metric)),
    ],
    rows: [...lines.values()].map(({ name, cells }) => [
      name,
      ...shown.map(([split]) => (cells.has(split) ? (cells.get(split) ?? null) : nothing)),
    ]),
  }
  const series = shown.map((_, index) => ({ column: index + 1, isOnSecondAxis: false }))
  // Of some of the parts there is no whole: then they are lines.
  const { panel: _panel, ...plain } = request
  const drawn = names.size > mostSeries ? plain : request
  const chart = chartOf(drawn, data, metric ? [metric] : [], series)
  return { data, charts: [{ ...chart, title: request.panel?.title ?? chart.title }] }
}

type AnyGranularity = DrawingRequest['granularity']

const isOverTime = (granularity: AnyGranularity): granularity is Granularity =>
  granularity !== null && !isCyclicGranularity(granularity)

const isOfClock = (granularity: AnyGranularity): boolean => isOverTime(granularity) && isClockGranularity(granularity)

function titled(title: string, column: FileColumn | undefined): SheetColumn {
  return column?.format === undefined ? { title } : { title, format: column.format }
}

function chartOf(
  { granularity, panel, words }: DrawingRequest,
  { name, rows }: Sheet,
  metrics: readonly FileColumn[],
  series: SheetChart['series'],
  categories = 0,
): SheetChart {
  const isOfTime = isOverTime(granularity)
  const isStacked = series.length > 1 && metrics.every(({ isAdditive }) => isAdditive === true)
  const units = [...new Set(metrics.flatMap(({ unit }) => unit ?? []))]
  const [first, second] = units.map((unit) => words.units[unit])
  return {
    kind: kindOf(panel?.kind, { isOverTime: isOfTime || granularity === 'hour_of_week', isStacked }),
    title: panel?.title ?? metrics.map(({ title }) => title).join(', '),
    of: name,
    categories,
    series,
    rows: isOfTime ? rows.length : Math.min(rows.length, mostCategories),
    ...(first === undefined || second === undefined ? {} : { axes: [first, second] }),
  }
}

function kindOf(
  panel: PanelKind | undefined,
  { isOverTime, isStacked }: { readonly isOverTime: boolean; readonly isStacked: boolean },
): ChartKind {
  if (panel === 'pie') return 'pie'
  if (panel === 'shares') return 'shares'
  const isBar = panel === 'bar' || panel === 'bars_and_line'
  if (isBar && isOverTime) return isStacked ? 'stacked' : 'column'
  return isOverTime ? 'line' : 'column'
}
