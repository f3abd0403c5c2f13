import { dayMs, type Granularity, type TimeRange } from './granularity.ts'
import { instantOfLocal, localMsAt } from './zone.ts'

/**
 * The granularity a reader expects when none is asked: up to 2 days hours, up to 62 days days, up to 5 years months,
 * else years. Days and years are those of the local calendar, so a weekend of 49 hours is still 2 days.
 */
export function automaticGranularity(range: TimeRange, timeZone: string): Granularity {
  const local = localMsAt(range.from, timeZone)
  if (range.to <= instantOfLocal(local + 2 * dayMs, timeZone)) return 'hour'
  if (range.to <= instantOfLocal(local + 62 * dayMs, timeZone)) return 'day'
  const fiveYears = new Date(local)
  fiveYears.setUTCFullYear(fiveYears.getUTCFullYear() + 5)
  return range.to <= instantOfLocal(fiveYears.getTime(), timeZone) ? 'month' : 'year'
}
