import type { Table } from './measurement.ts'

/** A table for people: figures with three digits that count, right-aligned. */
export function renderTable({ title, columns, rows, notes }: Table): string {
  const cells = [columns.map(String), ...rows.map((row) => row.map(renderCell))]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return ['', title, ...cells.map(line), ...notes.map((note) => `  ${note}`)].join('\n')
}

function renderCell(value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  const size = Math.abs(value)
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
