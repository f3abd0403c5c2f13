import { listBuckets, stretches } from './buckets.ts'
import { type CyclicGranularity, dayMs, hourMs, type TimeRange } from './granularity.ts'
import { localMsAt, startOfLocalDay } from './zone.ts'

/**
 * The number of the cyclic bucket an instant falls in: `hour_of_day` 0–23, `day_of_week` 1 (Monday) – 7,
 * `hour_of_week` 0 (Monday 00:00) – 167.
 */
export function cycleKey(instantMs: number, granularity: CyclicGranularity, timeZone: string): number {
  return keyOfLocal(localMsAt(instantMs, timeZone), granularity)
}

function keyOfLocal(localMs: number, granularity: CyclicGranularity): number {
  const hour = Math.floor(localMs / hourMs)
  if (granularity === 'hour_of_day') return modulo(hour, 24)
  // 1970-01-01 was a Thursday, 72 hours after Monday.
  const hourOfWeek = modulo(hour + 72, 168)
  return granularity === 'hour_of_week' ? hourOfWeek : Math.floor(hourOfWeek / 24) + 1
}

/** All keys of a cycle, in order. */
export function cycleKeys(granularity: CyclicGranularity): number[] {
  if (granularity === 'day_of_week') return [1, 2, 3, 4, 5, 6, 7]
  return Array.from({ length: granularity === 'hour_of_day' ? 24 : 168 }, (_, key) => key)
}

/** A key as answers show it: a number, or `[weekday, hour]` for the hours of the week. */
export function cycleValue(key: number, granularity: CyclicGranularity): number | [number, number] {
  return granularity === 'hour_of_week' ? [Math.floor(key / 24) + 1, key % 24] : key
}

/**
 * How many times each cyclic bucket occurs in a range, by key; zero included. A bucket that the range cuts counts by
 * its covered part. Hours are 60 minutes, so an hour that comes twice counts 2 and one that clocks skip 0; days are as
 * long as they are on the wall, so a whole day of 23 hours counts 1.
 */
export function cycleOccurrences(
  range: TimeRange,
  granularity: CyclicGranularity,
  timeZone: string,
): Map<number, number> {
  const occurrences = new Map(cycleKeys(granularity).map((key) => [key, 0]))
  const add = (key: number, amount: number) => occurrences.set(key, (occurrences.get(key) ?? 0) + amount)
  if (granularity === 'day_of_week') {
    for (const { start, end, label } of listBuckets(range, 'day', timeZone)) {
      const local = Date.parse(label)
      add(keyOfLocal(local, granularity), (end - start) / lengthOfLocalDay(local / dayMs, timeZone))
    }
    return occurrences
  }
  const covered = new Float64Array(cycleKeys(granularity).length)
  for (const { from, to, offsetMs } of stretches(range, timeZone)) {
    const last = to + offsetMs
    for (let local = from + offsetMs; local < last; ) {
      const next = Math.min(Math.floor(local / hourMs + 1) * hourMs, last)
      const key = keyOfLocal(local, granularity)
      covered[key] = (covered[key] ?? 0) + (next - local)
      local = next
    }
  }
  covered.forEach((milliseconds, key) => {
    add(key, milliseconds / hourMs)
  })
  return occurrences
}

function lengthOfLocalDay(localDay: number, timeZone: string): number {
  return startOfLocalDay(localDay + 1, timeZone) - startOfLocalDay(localDay, timeZone)
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}
