import type { PanelWindow } from '@parley/core/declare/dashboard.ts'
import { addDays, bucketOf, wallClock } from '../../ui/formats/local-time.ts'
import type { Range } from './view.ts'

const minutesOf: Readonly<Partial<Record<PanelWindow, number>>> = {
  last_15_minutes: 15,
  last_30_minutes: 30,
  last_60_minutes: 60,
}

/** No event is older: the first year anybody could have chat events of. */
export const earliest = '2000-01-01'

/** The range that a panel's own window means at an instant: to the minute, or in whole local days. */
export function rangeOfWindow(window: PanelWindow, zone: string, now: number): Range {
  const minutes = minutesOf[window]
  if (minutes !== undefined) {
    const to = Math.ceil(now / 60_000) * 60_000
    return { from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() }
  }
  if (window === 'today' || window === 'year_to_date') return { group: window }
  const tomorrow = addDays(bucketOf(wallClock(now, zone), 'day'), 1)
  if (window === 'all_time') return { from: earliest, to: tomorrow }
  let month = bucketOf(wallClock(now, zone), 'month')
  for (let back = 0; back < 11; back += 1) month = bucketOf(addDays(month, -1), 'month')
  return { from: month, to: tomorrow }
}

/** Whether a window is so short that what it shows is of this minute. */
export const isShort = (window: PanelWindow | null): boolean => window !== null && window in minutesOf
