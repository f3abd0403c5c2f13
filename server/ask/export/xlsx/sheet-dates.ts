import { dayMs } from '@parley/core/time/granularity.ts'

/** The day that spreadsheets count from, in the calendar of 1970: 1899-12-30. */
const firstDay = -25_569

/** A local time as it is written, `2026-03-01` or `2026-03-01T09:00…`, as spreadsheets count time: in days, without a zone. */
export function sheetDate(local: string): number {
  const clock = local.length === 10 ? `${local}T00:00Z` : `${local.replace(/([+-]\d\d:\d\d|Z)$/, '')}Z`
  return Date.parse(clock) / dayMs - firstDay
}
