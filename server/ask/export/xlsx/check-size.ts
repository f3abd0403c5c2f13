import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../../../limits.ts'

/** Throws 400 `too_large_for_workbook` where a sheet would be larger than is made in memory. */
export function checkSize(rows: number, columns: number): void {
  if (rows * columns <= limits.workbookCells) return
  const most = Math.floor(limits.workbookCells / columns)
  const message = `A workbook of these ${columns} columns has room for ${most} rows, and there are ${rows}. Ask for a shorter range, or for CSV, which has no end.`
  throw new AppError('too_large_for_workbook', 400, message)
}
