import { clockLengthMs, dayMs, firstLocalDay, type Granularity, isClockGranularity } from './granularity.ts'
import { type OffsetPeriod, offsetPeriodAt } from './zone.ts'

/** The label of a bucket that begins when the wall shows `localMs`: `2026-03-01`, or `2026-03-01T09:00` below a day. */
export function labelOfLocal(localMs: number, granularity: Granularity): string {
  const text = new Date(localMs).toISOString()
  return text.slice(0, isClockGranularity(granularity) ? -8 : -14)
}

/** When the wall shows `localMs`, what it showed at the start of that bucket. */
export function floorLocal(localMs: number, granularity: Granularity): number {
  if (isClockGranularity(granularity)) {
    const length = clockLengthMs(granularity)
    return Math.floor(localMs / length) * length
  }
  return firstLocalDay(Math.floor(localMs / dayMs), granularity) * dayMs
}

/**
 * The label of the bucket an instant falls in: the first local day (`2026-03-01`) for days and longer, the local time
 * (`2026-03-01T09:00`) for shorter ones.
 */
export function localLabel(instantMs: number, granularity: Granularity, timeZone: string): string {
  return labelOfLocal(floorLocal(instantMs + offsetPeriodAt(instantMs, timeZone).offsetMs, granularity), granularity)
}

/** {@link localLabel} for very many instants of one zone: remembers the offset and the label it gave last. */
export function createLabeller(granularity: Granularity, timeZone: string): (instantMs: number) => string {
  let period: OffsetPeriod = { from: 0, to: 0, offsetMs: 0 }
  let lastStart = Number.NaN
  let lastLabel = ''
  return (instantMs) => {
    if (instantMs < period.from || instantMs >= period.to) period = offsetPeriodAt(instantMs, timeZone)
    const start = floorLocal(instantMs + period.offsetMs, granularity)
    if (start !== lastStart) {
      lastStart = start
      lastLabel = labelOfLocal(start, granularity)
    }
    return lastLabel
  }
}
