import { type Language, textsIn } from '@parley/model/texts/index.ts'
import type { ExportColumn, ExportParts, ExportValue } from '../pages.ts'
import { checkSize } from './check-size.ts'
import { sheetDate } from './sheet-dates.ts'
import { workbookFile } from './workbook.ts'
import type { Sheet, SheetCell } from './workbook-plan.ts'

const formats: Readonly<Partial<Record<ExportColumn['holds'], string>>> = {
  time: 'yyyy-mm-dd hh:mm:ss',
  seconds: '#,##0.0',
  amount: '#,##0.00####',
}

/** Rows of an export as a workbook under titles in a language: times of their zone as dates, durations in seconds. */
export async function rowsXlsx(
  { columns, mostRows, pages }: ExportParts,
  title: string,
  language: Language,
  signal: AbortSignal,
): Promise<Buffer> {
  checkSize(mostRows, columns.length)
  const rows: SheetCell[][] = []
  for await (const page of pages)
    for (const row of page)
      if (typeof row !== 'string') rows.push(row.map((value, at) => cellOf(value, columns[at]?.holds ?? 'text')))
  const ids = new Set(columns.map(({ id }) => id))
  const sheetColumns = columns.map(({ id, holds }) => {
    const format = formats[holds]
    return { title: columnTitle(id, ids, language), ...(format === undefined ? {} : { format }) }
  })
  const { numbers } = textsIn(language).files.sheets
  const sheet: Sheet = { name: numbers, kind: 'table', columns: sheetColumns, rows }
  return workbookFile({ title, sheets: [sheet] }, signal)
}

function cellOf(value: ExportValue, holds: ExportColumn['holds']): SheetCell {
  if (typeof value !== 'string') return value
  if (holds === 'time') return sheetDate(value)
  return holds === 'amount' ? Number(value) : value
}

/** What people call a column: a name stands under the title of what it names, an id beside it as such. */
function columnTitle(id: string, ids: ReadonlySet<string>, language: Language): string {
  const { columns, dimensions, files } = textsIn(language)
  const bare = id.replace(/_(name|seconds)$/, '')
  const own: Readonly<Record<string, string>> = files.columns
  const title = own[id] ?? columns[id] ?? columns[bare] ?? dimensions[bare.replace(/_id$/, '')] ?? id
  if (id.endsWith('_seconds')) return `${title} (${files.seconds})`
  return ids.has(`${id.replace(/_id$/, '')}_name`) ? `${title} (id)` : title
}
