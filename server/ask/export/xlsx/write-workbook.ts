import {
  Chart,
  ChartDataLabel,
  ChartFont,
  ChartLegendPosition,
  ChartRange,
  ChartSeries,
  ChartType,
  DocProperties,
  Format,
  FormatAlign,
  FormatBorder,
  Url,
  Workbook,
  type Worksheet,
} from 'wasm-xlsxwriter'
import type { ChartKind, Sheet, SheetCell, SheetChart, SheetColumn, SheetValue, WorkbookPlan } from './workbook-plan.ts'

/** What a cell of a spreadsheet can hold. */
const mostCharacters = 32_767
const widestColumn = 60
const narrowest = 8
/** Of a title alone. */
const widestTitle = 22
/** The room of the arrow that filters a column. */
const filterArrow = 3
/** Rows that are looked at to find how wide a column is. */
const measuredRows = 200

const chartSize = { width: 760, height: 380 }
const smallChartSize = { width: 420, height: 220 }
const chartGap = 16
/** In points: the usual one leaves room for a title of a few words. */
const chartTitleSize = 12
const mostTitle = 90
/** From here on an axis needs no decimals. */
const largeNumber = 10
/** Of a line of text, in points. */
const lineHeight = 15
/** A row of a spreadsheet is no higher than 409 points. */
const mostLines = 27

/** The bytes of an .xlsx file. Everything that is text is written as text: nothing becomes a formula. */
export function writeWorkbook({ title, sheets }: WorkbookPlan): Uint8Array {
  const workbook = new Workbook()
  workbook.setProperties(new DocProperties().setTitle(title).setAuthor('Parley'))
  const formats = formatsByText()
  for (const sheet of sheets) {
    // On paper as wide as a sheet of it, however many columns there are.
    const page = workbook.addWorksheet().setName(sheet.name).setLandscape().setPrintFitToPages(1, 0)
    if (sheet.kind === 'table') writeTable(page, sheet, formats)
    else writeLines(page, sheet, formats)
  }
  // Only now, as it may draw what stands on a later sheet.
  for (const sheet of sheets) insertCharts(workbook.worksheetFromName(sheet.name), sheet, sheets)
  const bytes = workbook.saveToBufferSync()
  workbook.free()
  return bytes
}

/** Small ones stand two beside each other. */
function insertCharts(page: Worksheet, { columns, charts = [] }: Sheet, sheets: readonly Sheet[]): void {
  const isSmall = charts.length > 1
  const size = isSmall ? smallChartSize : chartSize
  for (const [at, plan] of charts.entries()) {
    const chart = draw(plan, sheets).setWidth(size.width).setHeight(size.height)
    // Its title says it already.
    if (isSmall) chart.legend().setHidden()
    const [left, top] = [(at % 2) * (size.width + chartGap), Math.floor(at / 2) * (size.height + chartGap)]
    page.insertChartWithOffset(1, columns.length + 1, chart, left, top)
  }
}

type Formats = (text: string) => Format

function formatsByText(): Formats {
  const known = new Map<string, Format>()
  return (text) => {
    const plain = new Format().setNumFormat(text)
    const format = known.get(text) ?? (isDateFormat(text) ? plain.setAlign(FormatAlign.Left) : atRight(plain))
    known.set(text, format)
    return format
  }
}

/** With some room to the text that may stand in the next column. */
function atRight(format: Format): Format {
  return format.setAlign(FormatAlign.Right).setIndent(1)
}

function writeTable(page: Worksheet, { columns, rows }: Sheet, formats: Formats): void {
  const head = (align: FormatAlign) =>
    new Format().setBold().setBorderBottom(FormatBorder.Thin).setTextWrap().setAlign(align)
  const [left, right] = [head(FormatAlign.Left), atRight(head(FormatAlign.Right))]
  const widths = columns.map((column, at) => column.width ?? widthOf(column, at, rows))
  for (const [at, column] of columns.entries()) {
    page.setColumnWidth(at, widths[at] ?? 0)
    page.writeStringWithFormat(0, at, column.title, standsAtRight(column, at, rows) ? right : left)
  }
  const lines = columns.map(({ title }, at) => linesOf(title, (widths[at] ?? 0) - filterArrow))
  page.setRowHeight(0, Math.max(1, ...lines) * lineHeight)
  for (const [line, row] of rows.entries())
    for (const [at, cell] of row.entries()) writeCell(page, line + 1, at, cell, columns[at]?.format, formats)
  page.setFreezePanes(1, 0)
  page.setRepeatRows(0, 0)
  if (columns.length > 0) page.autofilter(0, 0, Math.max(rows.length, 1), columns.length - 1)
}

function writeLines(page: Worksheet, { columns, rows }: Sheet, formats: Formats): void {
  const bold = new Format().setBold().setAlign(FormatAlign.Top)
  const wrapped = new Format().setTextWrap().setAlign(FormatAlign.Top)
  for (const [at, { width }] of columns.entries()) if (width !== undefined) page.setColumnWidth(at, width)
  for (const [line, row] of rows.entries()) {
    // Not every program makes a row as high as what is wrapped in it.
    const lines = row.map((cell, at) =>
      at > 0 && typeof cell === 'string' ? linesOf(cell, columns[at]?.width ?? 0) : 1,
    )
    const most = Math.max(1, ...lines)
    if (most > 1) page.setRowHeight(line, Math.min(most, mostLines) * lineHeight)
    for (const [at, cell] of row.entries()) {
      if (typeof cell === 'string') page.writeStringWithFormat(line, at, fitting(cell), at === 0 ? bold : wrapped)
      else writeCell(page, line, at, cell, undefined, formats)
    }
  }
}

/** How many lines a text is wrapped to in a column of some characters: words are not broken, which costs a little of each. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0)
}

/** Whether the first thing in a column is a number that is no date. */
function standsAtRight({ format }: SheetColumn, at: number, rows: Sheet['rows']): boolean {
  const first = rows.find((row) => (row[at] ?? null) !== null)?.[at] ?? null
  return typeof valueIn(first) === 'number' && !isDateFormat(formatOf(first) ?? format)
}

function formatOf(cell: SheetCell): string | undefined {
  return typeof cell === 'object' && cell !== null && 'format' in cell ? cell.format : undefined
}

function valueIn(cell: SheetCell): SheetValue {
  return typeof cell === 'object' && cell !== null ? cell.value : cell
}

function writeCell(
  page: Worksheet,
  line: number,
  at: number,
  cell: SheetCell,
  columnFormat: string | undefined,
  formats: Formats,
): void {
  const isOwn = typeof cell === 'object' && cell !== null
  if (isOwn && 'sheet' in cell) {
    page.writeUrl(line, at, new Url(`internal:'${cell.sheet.replaceAll("'", "''")}'!A1`).setText(fitting(cell.value)))
    return
  }
  const value: SheetValue = isOwn ? cell.value : cell
  const format = isOwn ? cell.format : columnFormat
  if (typeof value === 'string') page.writeString(line, at, fitting(value))
  else if (typeof value === 'boolean') page.writeBoolean(line, at, value)
  else if (value === null) return
  else page.writeNumberWithFormat(line, at, value, formats(format ?? 'General'))
}

function fitting(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
}

/** As wide as what is in it, up to a limit; a long title is wrapped. */
function widthOf({ title, format }: SheetColumn, at: number, rows: Sheet['rows']): number {
  let characters = Math.max(isDateFormat(format) ? format.length : 0, Math.min(title.length, widestTitle))
  for (const row of rows.slice(0, measuredRows))
    characters = Math.max(characters, lengthOf(row[at] ?? null, format), narrowest)
  return Math.min(characters, widestColumn) + filterArrow
}

/** In how many characters a cell shows what is in it. */
function lengthOf(cell: SheetCell, columnFormat: string | undefined): number {
  const value = valueIn(cell)
  if (typeof value === 'string') return value.length
  const format = formatOf(cell) ?? columnFormat ?? ''
  if (typeof value !== 'number' || isDateFormat(format)) return format.length
  const decimals = /0\.(0+)/.exec(format)?.[1]?.length ?? 0
  const currency = /\[\$(.+)\]/.exec(format)?.[1]?.length ?? 0
  return value.toLocaleString('en', { minimumFractionDigits: decimals }).length + currency + 1
}

/** Dates stand at the left, under their title, like what else tells rows apart. */
function isDateFormat(format: string | undefined): format is string {
  return format?.includes('yy') ?? false
}

const chartTypes: Readonly<Record<ChartKind, ChartType>> = {
  line: ChartType.Line,
  column: ChartType.Column,
  stacked: ChartType.ColumnStacked,
  shares: ChartType.ColumnPercentStacked,
  pie: ChartType.Pie,
}

function draw(plan: SheetChart, sheets: readonly Sheet[]) {
  const { kind, title, of, categories, series, rows, axes } = plan
  const columns = sheets.find(({ name }) => name === of)?.columns ?? []
  const range = (column: number) => ChartRange.newFromRange(of, 1, column, rows, column)
  const chart = new Chart(chartTypes[kind])
  const lines = new Chart(ChartType.Line)
  for (const { column, isOnSecondAxis, isLine } of series) {
    const drawn = new ChartSeries()
      .setName(columns[column]?.title ?? '')
      .setCategories(range(categories))
      .setValues(range(column))
      .setSecondaryAxis(isOnSecondAxis)
    if (kind === 'pie') drawn.setDataLabel(new ChartDataLabel().showPercentage())
    if (isLine) lines.pushSeries(drawn)
    else chart.pushSeries(drawn)
  }
  if (series.some(({ isLine }) => isLine)) chart.combine(lines)
  chart.title().setName(fittingTitle(title)).setFont(new ChartFont().setBold().setSize(chartTitleSize))
  chart.legend().setPosition(ChartLegendPosition.Bottom)
  const categoryFormat = columns[categories]?.format
  if (categoryFormat !== undefined) chart.xAxis().setNumFormat(categoryFormat)
  const format = kind === 'shares' ? '0%' : axisFormat(plan, false, sheets)
  if (format !== undefined) chart.yAxis().setNumFormat(format)
  if (axes === undefined) return chart
  const secondFormat = axisFormat(plan, true, sheets)
  if (secondFormat !== undefined) chart.y2Axis().setNumFormat(secondFormat)
  chart.yAxis().setName(axes[0])
  chart.y2Axis().setName(axes[1])
  return chart
}

/** As the numbers on it are shown; where they are large, without what stands behind the point. */
function axisFormat({ of, series, rows }: SheetChart, isSecond: boolean, sheets: readonly Sheet[]): string | undefined {
  const sheet = sheets.find(({ name }) => name === of)
  const drawn = series.filter(({ isOnSecondAxis }) => isOnSecondAxis === isSecond).map(({ column }) => column)
  const format = sheet?.columns[drawn[0] ?? -1]?.format
  const largest = (sheet?.rows ?? [])
    .slice(0, rows)
    .flatMap((row) => drawn.map((at) => Number(valueIn(row[at] ?? null))))
    .reduce((most, value) => Math.max(most, value), 0)
  return largest < largeNumber ? format : format?.replace(/0\.[0#]+/, '0')
}

function fittingTitle(title: string): string {
  return title.length > mostTitle ? `${title.slice(0, mostTitle - 1).trimEnd()}…` : title
}
