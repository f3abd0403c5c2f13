import { stretches } from '../time/buckets.ts'
import { dayMs, type TimeRange } from '../time/granularity.ts'
import { periodsOfDay, type Schedule } from './schedule.ts'

/** A stretch of time without a break in which somebody is there, half-open, UTC milliseconds. */
export type OpenInterval = { readonly opensAt: number; readonly closesAt: number }

/**
 * When it is open within a range, in order, each interval as long as it can be: what touches, over midnight or over a
 * change of the clocks, is one.
 *
 * It is open whenever the clock on the wall shows a time within the hours of the day on the calendar. So hours in which
 * clocks skip an hour are an hour shorter, an hour that comes twice is open both times, and of hours that begin or end
 * within it each coming counts by itself: `01:00–02:30` is open, closed for half an hour, and open again from the second
 * 02:00 to the second 02:30.
 */
export function openIntervals(schedule: Schedule, range: TimeRange): OpenInterval[] {
  const intervals: OpenInterval[] = []
  let open: OpenInterval | undefined
  for (const piece of openPieces(schedule, range)) {
    if (open?.closesAt === piece.opensAt) {
      open = { opensAt: open.opensAt, closesAt: piece.closesAt }
      continue
    }
    if (open) intervals.push(open)
    open = piece
  }
  if (open) intervals.push(open)
  return intervals
}

/**
 * How many milliseconds of `[from, to)` are open; 0 when `to` is not after `from`. Walks every day between: for very many
 * spans there is `core/service-hours/open-time-sql.ts`.
 */
export function openMsBetween(schedule: Schedule, from: number, to: number): number {
  let openMs = 0
  for (const { opensAt, closesAt } of openPieces(schedule, { from, to })) openMs += closesAt - opensAt
  return openMs
}

/** The same, cut at midnights and where clocks change: between those, the wall is the instant moved by a constant. */
function* openPieces(schedule: Schedule, range: TimeRange): Generator<OpenInterval> {
  for (const { from, to, offsetMs } of stretches(range, schedule.timeZone)) {
    const last = Math.floor((to - 1 + offsetMs) / dayMs)
    for (let day = Math.floor((from + offsetMs) / dayMs); day <= last; day += 1) {
      const midnight = day * dayMs - offsetMs
      for (const period of periodsOfDay(schedule, day)) {
        const opensAt = Math.max(from, midnight + period.from)
        const closesAt = Math.min(to, midnight + period.to)
        if (opensAt < closesAt) yield { opensAt, closesAt }
      }
    }
  }
}
