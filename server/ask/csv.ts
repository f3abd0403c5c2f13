import { catalogue } from '@parley/model/catalogue.ts'
import { stringify } from 'csv-stringify/sync'
import type { QueryAnswer } from './answer.ts'

/**
 * How every CSV file of ours is written: RFC 4180, and a text that a spreadsheet would run as a formula is quoted. A lone
 * line feed within a text is no end of a row to the library, so it has to be told to put quotes around it.
 */
export const csvForm = {
  escape_formulas: true,
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/,
  cast: { boolean: String },
} as const

/** What a file is written with: `isNamed` puts the names of things into a column of their own, after that of their ids. */
export type CsvOptions = { readonly isNamed?: boolean }

/** The rows of an answer as CSV under the ids of their columns; nothing is an empty field. */
export function answerCsv({ columns, rows, labels }: QueryAnswer, options: CsvOptions = {}): string {
  const file = columns.flatMap(({ id }, at) => csvColumns(id, at, labels, options))
  const cells = rows.map((row) => file.map(({ cellOf }) => cellOf(row)))
  return stringify([file.map(({ id }) => id), ...cells.map((row) => row.map(fieldOf))], csvForm)
}

type CsvColumn = { readonly id: string; cellOf(row: readonly unknown[]): unknown }

/** A column, and beside it, where that is wanted and its values name things, one of their names: `agent`, `agent_name`. */
export function csvColumns(
  id: string,
  at: number,
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>,
  { isNamed = false }: CsvOptions,
): CsvColumn[] {
  const own: CsvColumn = { id, cellOf: (row) => row[at] }
  if (!isNamed || catalogue.dimensions.get(id)?.entity === undefined) return [own]
  return [own, { id: `${id}_name`, cellOf: (row) => labels[id]?.[String(row[at] ?? '')] ?? null }]
}

const fieldOf = (cell: unknown): unknown => (Array.isArray(cell) ? cell.join(' ') : cell)
