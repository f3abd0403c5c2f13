import { dayMs, firstLocalDay, type TimeRange } from './granularity.ts'
import { instantOfLocal, localMsAt, startOfLocalDay } from './zone.ts'

/** The ranges that a range can be set beside. */
export const comparisons = ['previous_period', 'previous_year'] as const

export type Comparison = (typeof comparisons)[number]

/** What is set beside what: nothing in particular, or a Monday beside a Monday. */
export const comparisonMatches = ['weekday'] as const

export type ComparisonMatch = (typeof comparisonMatches)[number]

/**
 * The range to compare with. `previous_period` ends where `range` begins: as many months before whole calendar months,
 * as many days before whole local days, else the same duration before. `previous_year` has the same dates and clock
 * times one year earlier; 29 February becomes the end of February.
 *
 * By `weekday` both are the same dates of the week and clock times whole weeks earlier: 52 weeks for `previous_year`, for
 * `previous_period` as few as leave no moment in both ranges (5 for a month of 31 days).
 */
export function comparedRange(
  range: TimeRange,
  comparison: Comparison,
  timeZone: string,
  match: ComparisonMatch | null = null,
): TimeRange {
  if (match === 'weekday') return weeksEarlier(range, comparison, timeZone)
  return comparison === 'previous_period' ? previousPeriod(range, timeZone) : previousYear(range, timeZone)
}

function previousPeriod({ from, to }: TimeRange, timeZone: string): TimeRange {
  const firstDay = wholeDay(from, timeZone)
  const nextDay = wholeDay(to, timeZone)
  if (firstDay === undefined || nextDay === undefined) return { from: from - (to - from), to: from }
  const isWholeMonths = firstLocalDay(firstDay, 'month') === firstDay && firstLocalDay(nextDay, 'month') === nextDay
  const earlierDay = isWholeMonths
    ? addMonths(firstDay, monthOf(firstDay) - monthOf(nextDay))
    : firstDay - (nextDay - firstDay)
  return { from: startOfLocalDay(earlierDay, timeZone), to: from }
}

function previousYear(range: TimeRange, timeZone: string): TimeRange {
  const from = yearEarlier(range.from, timeZone, false)
  const to = yearEarlier(range.to, timeZone, true)
  // Times that 29 February or a change of the clocks pushes together: the length is what is left to keep.
  return from < to ? { from, to } : { from, to: from + (range.to - range.from) }
}

const weeksOfYear = 52

function weeksEarlier(range: TimeRange, comparison: Comparison, timeZone: string): TimeRange {
  const localLength = localMsAt(range.to, timeZone) - localMsAt(range.from, timeZone)
  const weeksOfPeriod = Math.max(1, Math.ceil(localLength / (7 * dayMs)))
  const days = 7 * (comparison === 'previous_year' ? Math.max(weeksOfYear, weeksOfPeriod) : weeksOfPeriod)
  const from = daysEarlier(range.from, days, timeZone)
  const to = daysEarlier(range.to, days, timeZone)
  // Times that come twice when clocks go back may be pushed together.
  return from < to ? { from, to } : { from, to: from + (range.to - range.from) }
}

function daysEarlier(instantMs: number, days: number, timeZone: string): number {
  const localDay = wholeDay(instantMs, timeZone)
  if (localDay !== undefined) return startOfLocalDay(localDay - days, timeZone)
  return instantOfLocal(localMsAt(instantMs, timeZone) - days * dayMs, timeZone)
}

function yearEarlier(instantMs: number, timeZone: string, isEnd: boolean): number {
  const localDay = wholeDay(instantMs, timeZone)
  if (localDay !== undefined) return startOfLocalDay(dayYearEarlier(localDay, isEnd), timeZone)
  const local = localMsAt(instantMs, timeZone)
  const day = Math.floor(local / dayMs)
  return instantOfLocal(dayYearEarlier(day, false) * dayMs + (local - day * dayMs), timeZone)
}

/** A 29 February becomes the 28th, or, where it is an exclusive end ("through the 28th"), 1 March. */
function dayYearEarlier(localDay: number, isEnd: boolean): number {
  const date = new Date(localDay * dayMs)
  const isLeapDay = date.getUTCMonth() === 1 && date.getUTCDate() === 29
  date.setUTCFullYear(date.getUTCFullYear() - 1)
  return date.getTime() / dayMs - (isLeapDay && !isEnd ? 1 : 0)
}

/** The local day that begins exactly at an instant, or undefined. */
function wholeDay(instantMs: number, timeZone: string): number | undefined {
  const localDay = Math.floor(localMsAt(instantMs, timeZone) / dayMs)
  return startOfLocalDay(localDay, timeZone) === instantMs ? localDay : undefined
}

/** Months since year 0. */
function monthOf(localDay: number): number {
  const date = new Date(localDay * dayMs)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function addMonths(firstOfMonth: number, months: number): number {
  const date = new Date(firstOfMonth * dayMs)
  return date.setUTCMonth(date.getUTCMonth() + months) / dayMs
}
