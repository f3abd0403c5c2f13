import { stringify } from 'csv-stringify/sync'
import { csvForm } from '../csv.ts'
import type { ExportParts, ExportRow, ExportValue } from './pages.ts'

/** Rows as JSON, one object a line. */
export async function* writeLines({ columns, pages }: ExportParts): AsyncGenerator<string> {
  const ids = columns.map(({ id }) => id)
  const toText = (row: ExportRow) => (typeof row === 'string' ? row : JSON.stringify(toObject(ids, row)))
  for await (const rows of pages) yield rows.map((row) => `${toText(row)}\n`).join('')
}

/** Rows as CSV under the names of their columns. */
export async function* writeCsv({ columns, pages }: ExportParts): AsyncGenerator<string> {
  const toText = (rows: readonly (readonly ExportValue[])[]) => stringify([...rows], csvForm)
  yield toText([columns.map(({ id }) => id)])
  for await (const rows of pages) yield toText(rows.filter((row) => typeof row !== 'string'))
}

function toObject(columns: readonly string[], row: readonly ExportValue[]): Record<string, ExportValue> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))
}
