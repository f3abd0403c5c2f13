import type { PanelWindow } from '../declare/dashboard.ts'
import { dayMs } from '../time/granularity.ts'
import type { RangeInput } from '../time/range.ts'
import { localMsAt } from '../time/zone.ts'

const minutesOf: Readonly<Partial<Record<PanelWindow, number>>> = {
  last_15_minutes: 15,
  last_30_minutes: 30,
  last_60_minutes: 60,
}

/** The range that a panel's own window means at an instant: to the minute, or in whole local days, as the app asks for it. */
export function windowRange(window: PanelWindow, timeZone: string, now: number): RangeInput {
  const minutes = minutesOf[window]
  if (minutes !== undefined) {
    const to = Math.ceil(now / 60_000) * 60_000
    return { from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() }
  }
  if (window === 'today' || window === 'year_to_date') return { group: window }
  const local = new Date(localMsAt(now, timeZone))
  const to = dayOf(local.getTime() + dayMs)
  // No event is older.
  if (window === 'all_time') return { from: '2000-01-01', to }
  return { from: dayOf(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - 11, 1)), to }
}

const dayOf = (localMs: number): string => new Date(localMs).toISOString().slice(0, 10)
