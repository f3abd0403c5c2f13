import { stringify } from 'csv-stringify/sync'
import type { QueryAnswer } from './answer.ts'

/**
 * The rows of an answer as CSV (RFC 4180) under the ids of their columns; nothing is an empty field, and a text that a
 * spreadsheet would run as a formula is quoted.
 */
export function answerCsv({ columns, rows }: QueryAnswer): string {
  const cells = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join(' ') : cell)))
  return stringify([columns.map(({ id }) => id), ...cells], { escape_formulas: true, record_delimiter: '\r\n' })
}
