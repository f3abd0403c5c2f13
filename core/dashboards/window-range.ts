import type { PanelWindow } from '../declare/dashboard.ts'
import { dayMs } from '../time/granularity.ts'

const minutesOf: Readonly<Partial<Record<PanelWindow, number>>> = {
  last_15_minutes: 15,
  last_30_minutes: 30,
  last_60_minutes: 60,
}

/** No event is older: the first year anybody could have chat events of. */
export const earliestDay = '2000-01-01'

/** The range that a panel's own window means at an instant whose local day is `today`: to the minute, or in whole local days. */
export function windowRange(window: PanelWindow, now: number, today: string) {
  const minutes = minutesOf[window]
  if (minutes !== undefined) {
    const to = Math.ceil(now / 60_000) * 60_000
    return { from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() }
  }
  if (window === 'today' || window === 'year_to_date') return { group: window }
  const day = new Date(`${today}T00:00Z`)
  const to = dayOf(day.getTime() + dayMs)
  if (window === 'all_time') return { from: earliestDay, to }
  return { from: dayOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 11, 1)), to }
}

/** Whether a window is so short that what it shows is of this minute. */
export const isShort = (window: PanelWindow | null): boolean => window !== null && window in minutesOf

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
