import {
  Chart,
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
import type { Sheet, SheetCell, SheetChart, SheetColumn, SheetValue, WorkbookPlan } from './workbook-plan.ts'

/** What a cell of a spreadsheet can hold. */
const mostCharacters = 32_767
const widestColumn = 60
/** Rows that are looked at to find how wide a column is. */
const measuredRows = 200

const chartSize = { width: 760, height: 380 }

/** The bytes of an .xlsx file. Everything that is text is written as text: nothing becomes a formula. */
export function writeWorkbook({ title, sheets }: WorkbookPlan): Uint8Array {
  const workbook = new Workbook()
  workbook.setProperties(new DocProperties().setTitle(title).setAuthor('Parley'))
  const formats = formatsByText()
  for (const sheet of sheets) {
    const page = workbook.addWorksheet().setName(sheet.name)
    if (sheet.kind === 'table') writeTable(page, sheet, formats)
    else writeLines(page, sheet, formats)
  }
  // Only now, as it may draw what stands on a later sheet.
  for (const { name, chart, columns } of sheets)
    if (chart) workbook.worksheetFromName(name).insertChart(1, columns.length + 1, draw(chart, sheets))
  const bytes = workbook.saveToBufferSync()
  workbook.free()
  return bytes
}

type Formats = (text: string) => Format

function formatsByText(): Formats {
  const known = new Map<string, Format>()
  return (text) => {
    const format = known.get(text) ?? new Format().setNumFormat(text)
    known.set(text, format)
    return format
  }
}

function writeTable(page: Worksheet, { columns, rows }: Sheet, formats: Formats): void {
  const head = new Format().setBold().setBorderBottom(FormatBorder.Thin)
  for (const [at, column] of columns.entries()) {
    page.setColumnWidth(at, column.width ?? widthOf(column, at, rows))
    page.writeStringWithFormat(0, at, column.title, head)
  }
  for (const [line, row] of rows.entries())
    for (const [at, cell] of row.entries()) writeCell(page, line + 1, at, cell, columns[at]?.format, formats)
  page.setFreezePanes(1, 0)
  if (columns.length > 0) page.autofilter(0, 0, Math.max(rows.length, 1), columns.length - 1)
}

function writeLines(page: Worksheet, { columns, rows }: Sheet, formats: Formats): void {
  const bold = new Format().setBold().setAlign(FormatAlign.Top)
  const wrapped = new Format().setTextWrap().setAlign(FormatAlign.Top)
  for (const [at, { width }] of columns.entries()) if (width !== undefined) page.setColumnWidth(at, width)
  for (const [line, row] of rows.entries())
    for (const [at, cell] of row.entries()) {
      if (typeof cell === 'string') page.writeStringWithFormat(line, at, fitting(cell), at === 0 ? bold : wrapped)
      else writeCell(page, line, at, cell, undefined, formats)
    }
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
  else if (format === undefined) page.writeNumber(line, at, value)
  else page.writeNumberWithFormat(line, at, value, formats(format))
}

function fitting(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
}

function widthOf({ title }: SheetColumn, at: number, rows: Sheet['rows']): number {
  let characters = title.length
  for (const row of rows.slice(0, measuredRows)) {
    const cell = row[at]
    characters = Math.max(characters, typeof cell === 'string' ? cell.length : 10)
  }
  return Math.min(characters, widestColumn) + 3
}

function draw({ kind, title, of, categories, series, rows, format }: SheetChart, sheets: readonly Sheet[]) {
  const columns = sheets.find(({ name }) => name === of)?.columns ?? []
  const range = (column: number) => ChartRange.newFromRange(of, 1, column, rows, column)
  const chart = new Chart(kind === 'line' ? ChartType.Line : ChartType.Column)
  for (const { column, isOnSecondAxis } of series)
    chart.pushSeries(
      new ChartSeries()
        .setName(columns[column]?.title ?? '')
        .setCategories(range(categories))
        .setValues(range(column))
        .setSecondaryAxis(isOnSecondAxis),
    )
  chart.title().setName(title)
  const categoryFormat = columns[categories]?.format
  if (categoryFormat !== undefined) chart.xAxis().setNumFormat(categoryFormat)
  if (format !== undefined) chart.yAxis().setNumFormat(format)
  return chart.setWidth(chartSize.width).setHeight(chartSize.height)
}
