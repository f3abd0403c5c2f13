/** How finely time is cut, from fine to coarse. */
export const granularities = ['minute', 'quarter_hour', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const

/** Ways to lay all days, or all weeks, on top of each other. */
export const cyclicGranularities = ['hour_of_day', 'day_of_week', 'hour_of_week'] as const

export type Granularity = (typeof granularities)[number]
export type CyclicGranularity = (typeof cyclicGranularities)[number]

/** A half-open range `[from, to)` of UTC milliseconds. */
export type TimeRange = { readonly from: number; readonly to: number }

const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const clockLength = { minute: minuteMs, quarter_hour: 15 * minuteMs, hour: hourMs } as const

export type ClockGranularity = keyof typeof clockLength
export type CalendarGranularity = Exclude<Granularity, ClockGranularity>

export function isGranularity(word: string): word is Granularity {
  return (granularities as readonly string[]).includes(word)
}

export function isCyclicGranularity(word: string): word is CyclicGranularity {
  return (cyclicGranularities as readonly string[]).includes(word)
}

/** Shorter than a day: cut by the clock, where the others are cut by the calendar. */
export function isClockGranularity(granularity: Granularity): granularity is ClockGranularity {
  return granularity in clockLength
}

/** Length in milliseconds of a bucket shorter than a day. */
export function clockLengthMs(granularity: ClockGranularity): number {
  return clockLength[granularity]
}

/** The first local day (days since 1970-01-01) of the calendar bucket that holds `localDay`. */
export function firstLocalDay(localDay: number, granularity: CalendarGranularity): number {
  if (granularity === 'day') return localDay
  // 1970-01-01 was a Thursday; ISO weeks begin on Monday.
  if (granularity === 'week') return localDay - modulo(localDay + 3, 7)
  const date = new Date(localDay * dayMs)
  const month = date.getUTCMonth()
  const first = granularity === 'month' ? month : granularity === 'quarter' ? month - (month % 3) : 0
  return localDayOf(date.getUTCFullYear(), first)
}

/** The first local day of the calendar bucket after the one that begins on `firstDay`. */
export function nextFirstLocalDay(firstDay: number, granularity: CalendarGranularity): number {
  if (granularity === 'day') return firstDay + 1
  if (granularity === 'week') return firstDay + 7
  const date = new Date(firstDay * dayMs)
  const months = granularity === 'month' ? 1 : granularity === 'quarter' ? 3 : 12
  return localDayOf(date.getUTCFullYear(), date.getUTCMonth() + months)
}

function localDayOf(year: number, monthIndex: number): number {
  // Not `Date.UTC`, which reads the years 0–99 as 1900–1999.
  return new Date(0).setUTCFullYear(year, monthIndex, 1) / dayMs
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}
