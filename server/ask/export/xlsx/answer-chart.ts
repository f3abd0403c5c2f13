import type { Cell } from '../../answer.ts'
import type { FileColumn } from './answer-columns.ts'
import type { Sheet, SheetCell, SheetChart } from './workbook-plan.ts'

const mostSeries = 8
const mostCategories = 50

/** The chart of an answer, and the sheet it is drawn from where its rows are split twice. */
export type DrawnAnswer = { readonly chart: SheetChart; readonly data: Sheet | null }

type Drawn = {
  readonly title: string
  readonly columns: readonly FileColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly sheets: { readonly numbers: string; readonly chart: string }
  readonly isOverTime: boolean
}

/**
 * A line over time, else columns: of every metric where rows are split once, of the first one in lines or columns of their
 * own where they are split twice. Nothing is drawn of a single row.
 */
export function drawAnswer(drawn: Drawn): DrawnAnswer | null {
  const keys = drawn.columns.flatMap(({ role, isId }, at) => (role === 'metric' || isId ? [] : [at]))
  const [key, ...others] = keys
  if (key === undefined || drawn.rows.length === 0) return null
  return others.length === 0 ? drawMetrics(drawn, key) : drawSplit(drawn, key, others)
}

function drawMetrics({ title, columns, rows, sheets, isOverTime }: Drawn, categories: number): DrawnAnswer {
  const metrics = columns.flatMap((column, at) => (column.role === 'metric' ? [{ ...column, at }] : []))
  const units = [...new Set(metrics.map(({ unit }) => unit))]
  const series = metrics
    .filter(({ unit }) => unit === units[0] || unit === units[1])
    .slice(0, mostSeries)
    .map(({ at, unit }) => ({ column: at, isOnSecondAxis: unit !== units[0] }))
  return {
    data: null,
    chart: {
      kind: isOverTime ? 'line' : 'column',
      title,
      of: sheets.numbers,
      categories,
      series,
      rows: isOverTime ? rows.length : Math.min(rows.length, mostCategories),
      ...formatOf(metrics[0]),
    },
  }
}

/** Lays the rows out as a table of two sides: what is drawn must stand in one column. */
function drawSplit({ title, columns, rows, sheets, isOverTime }: Drawn, key: number, others: number[]): DrawnAnswer {
  const metric = columns.find(({ role }) => role === 'metric')
  const inCell = (row: readonly Cell[], at: number) => columns[at]?.cellOf(row) ?? null
  // By what tells values apart, as two things may have one name: their ids stand in the column after.
  const identityOf = (row: readonly Cell[], at: number) =>
    String(columns[at + 1]?.isId ? inCell(row, at + 1) : inCell(row, at))
  const lines = new Map<string, { name: SheetCell; cells: Map<string, SheetCell> }>()
  const names = new Map<string, string>()
  for (const row of rows) {
    const line = identityOf(row, key)
    const split = others.map((at) => identityOf(row, at)).join('\t')
    if (!names.has(split)) names.set(split, others.map((at) => inCell(row, at)).join(' · '))
    const known = lines.get(line) ?? { name: inCell(row, key), cells: new Map() }
    lines.set(line, known)
    known.cells.set(split, metric?.cellOf(row) ?? null)
  }
  const shown = [...names].slice(0, mostSeries)
  const data: Sheet = {
    name: sheets.chart,
    kind: 'table',
    columns: [
      { title: columns[key]?.title ?? '', ...formatOf(columns[key]) },
      ...shown.map(([, name]) => ({ title: name, ...formatOf(metric) })),
    ],
    rows: [...lines.values()].map(({ name, cells }) => [name, ...shown.map(([split]) => cells.get(split) ?? null)]),
  }
  return {
    data,
    chart: {
      kind: isOverTime ? 'line' : 'column',
      title,
      of: data.name,
      categories: 0,
      series: shown.map((_, index) => ({ column: index + 1, isOnSecondAxis: false })),
      rows: isOverTime ? data.rows.length : Math.min(data.rows.length, mostCategories),
      ...formatOf(metric),
    },
  }
}

function formatOf(column: FileColumn | undefined): { format?: string } {
  return column?.format === undefined ? {} : { format: column.format }
}
