import type { TimeRange } from '../time/granularity.ts'
import { openIntervals } from './open-intervals.ts'
import type { Schedule } from './schedule.ts'

/**
 * The clock of service hours in SQL. Open time is counted like a meter: the meter stands still while it is closed, and
 * what passed between two instants is the difference of its readings. The table `open_hours` has, by touchpoint, where
 * the meter begins to run, where it stops, and what it shows before.
 */
export const openHoursTable = 'open_hours'

/**
 * Column → type, in the order in which {@link openHoursRows} gives them after the organization and the touchpoint. No fact
 * has such columns: of two columns with one name in a join the engine would rename the fact's.
 */
export const openHoursColumnTypes = {
  open_organization: 'String',
  open_touchpoint: 'String',
  /** UTC milliseconds, as all of these. */
  open_from: 'Int64',
  open_to: 'Int64',
  open_before: 'Int64',
} as const

/** `open_from`, `open_to` and `open_before` of one row. */
export type OpenHoursRow = readonly [openFrom: number, openTo: number, openBefore: number]

/**
 * The rows of one touchpoint that make every span within `range` exact. The first one is empty and before all time: an
 * instant before the first opening finds it, and so does one of a touchpoint that is never open.
 */
export function openHoursRows(schedule: Schedule, range: TimeRange): OpenHoursRow[] {
  let openBefore = 0
  const rows: OpenHoursRow[] = [[0, 0, 0]]
  for (const { opensAt, closesAt } of openIntervals(schedule, range)) {
    rows.push([opensAt, closesAt, openBefore])
    openBefore += closesAt - opensAt
  }
  return rows
}

/** A span of a row: two SQL expressions over its columns in UTC milliseconds, each of which may be null. */
export type OpenSpan = { readonly id: string; readonly from: string; readonly to: string }

/**
 * A SELECT of all columns of `relation` (a table, or a SELECT in parentheses) and, for each span, a column `id`: the open
 * milliseconds between its ends, `Nullable(Int64)`. Null when an end is null, or when the touchpoint of the row has no
 * service hours. A span that ends before it begins gives a negative number: do not ask.
 *
 * The relation needs `organization_id` and `touchpoint`; in expressions its columns are those of `spanned`. An end that
 * two spans share is looked up once: on one thread, a look-up takes about 0.4 µs a row.
 *
 *     openTimeSql('answers', [{ id: 'response_service', from: 'spanned.waiting_since', to: 'spanned.time' }])
 *     → SELECT spanned.*, if(end_0.open_touchpoint = '' OR …, NULL, (end_1.open_before + least(…) - …) - (…)) AS response_service
 *       FROM answers AS spanned ASOF LEFT JOIN open_hours AS end_0 ON … ASOF LEFT JOIN open_hours AS end_1 ON …
 */
export function openTimeSql(relation: string, spans: readonly OpenSpan[]): string {
  const ends = [...new Set(spans.flatMap(({ from, to }) => [from, to]))]
  const rowOf = (end: string) => `end_${ends.indexOf(end)}`
  const instant = (end: string) => `ifNull(${end}, 0)`
  const reading = (end: string) =>
    `(${rowOf(end)}.open_before + least(${instant(end)}, ${rowOf(end)}.open_to) - ${rowOf(end)}.open_from)`
  const columns = spans.map(
    ({ id, from, to }) =>
      // Without a match all columns are empty, and no touchpoint of the table has an empty name.
      `if(${rowOf(from)}.open_touchpoint = '' OR isNull(${from}) OR isNull(${to}), NULL, ${reading(to)} - ${reading(from)}) AS ${id}`,
  )
  const joins = ends.map(
    (end) => `
  ASOF LEFT JOIN ${openHoursTable} AS ${rowOf(end)}
    ON ${rowOf(end)}.open_organization = spanned.organization_id AND ${rowOf(end)}.open_touchpoint = spanned.touchpoint
    AND ${rowOf(end)}.open_from <= ${instant(end)}`,
  )
  return `SELECT spanned.*, ${columns.join(', ')}
  FROM ${relation} AS spanned${joins.join('')}`
}
