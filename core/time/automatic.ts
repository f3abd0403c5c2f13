import { dayMs, type Granularity, type TimeRange } from './granularity.ts'

export type AutomaticGranularity = Extract<Granularity, 'hour' | 'day' | 'week' | 'month' | 'year'>

/**
 * The granularity a reader expects when none is asked: up to 2 days hours, up to 62 days days, up to 5 years months,
 * else years. The ends are local (`localRange`), so a weekend of 49 hours is still 2 days. Where weeks are the finest, they
 * take the place of days as soon as there are a few of them.
 */
export function automaticGranularity({ from, to }: TimeRange, finest: 'week' | null = null): AutomaticGranularity {
  if (to <= from + 2 * dayMs) return 'hour'
  if (to <= from + 62 * dayMs) return finest === 'week' && to > from + 21 * dayMs ? 'week' : 'day'
  const fiveYears = new Date(from)
  fiveYears.setUTCFullYear(fiveYears.getUTCFullYear() + 5)
  return to <= fiveYears.getTime() ? 'month' : 'year'
}
