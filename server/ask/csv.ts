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

/** The rows of an answer as CSV under the ids of their columns; nothing is an empty field. */
export function answerCsv({ columns, rows }: QueryAnswer): string {
  const cells = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join(' ') : cell)))
  return stringify([columns.map(({ id }) => id), ...cells], csvForm)
}
