import { dayMs, firstLocalDay, type Granularity, isClockGranularity } from './granularity.ts'
import { floorLocal } from './label.ts'
import { localMsAt, startOfLocalDay } from './zone.ts'

/**
 * The latest instant, not after `now`, at which a new hour, day, week … began on the walls of a zone. The same for every
 * instant of that hour, day, week.
 */
export function lastTurn(now: number, granularity: Granularity, timeZone: string): number {
  const local = localMsAt(now, timeZone)
  if (isClockGranularity(granularity)) return now - (local - floorLocal(local, granularity))
  return startOfLocalDay(firstLocalDay(Math.floor(local / dayMs), granularity), timeZone)
}
