import { type Bucket, listBuckets, stretches } from '../time/buckets.ts'
import {
  type CyclicGranularity,
  clockLengthMs,
  dayMs,
  type Granularity,
  isClockGranularity,
  isCyclicGranularity,
  type TimeRange,
} from '../time/granularity.ts'

/**
 * The bucket of an instant in SQL, as an integer. The clock changes of the zone that lie in the range are written into
 * the statement, so the engine needs no time zones and agrees with `core/time` to the millisecond.
 *
 * Days and longer: the number of the bucket's first local day since 1970. Shorter: the UTC milliseconds of its start
 * within the range, as `listBuckets` has it (the repeated hour of autumn is two). Cyclic: the key of `core/time/cycles.ts`.
 *
 * @example day in Europe/Amsterdam in winter: `intDiv(toUnixTimestamp64Milli(started_at) + 3600000, 86400000)`
 */
export function bucketSql(
  time: string,
  granularity: Granularity | CyclicGranularity,
  range: TimeRange,
  timeZone: string,
): string {
  const instant = `toUnixTimestamp64Milli(${time})`
  const parts = [...stretches(range, timeZone)]
  const offset = byStretch(
    instant,
    parts.map(({ to, offsetMs }) => ({ to, value: offsetMs })),
  )
  const local = offset === '0' ? instant : `(${instant} + ${offset})`
  if (isCyclicGranularity(granularity)) return cycleSql(local, granularity)
  // The bucket that holds the first instant of a stretch: clocks that jump leave pieces of buckets.
  const opening = parts.map(({ from, to }) => ({ from, to, bucket: bucketAt(from, granularity, range, timeZone) }))
  if (isClockGranularity(granularity)) {
    const length = clockLengthMs(granularity)
    const start = `intDiv(${local}, ${length}) * ${length}${offset === '0' ? '' : ` - ${offset}`}`
    return `greatest(${start}, ${byStretch(
      instant,
      opening.map(({ to, bucket }) => ({ to, value: bucket.start })),
    )})`
  }
  const plainDay = `intDiv(${local}, ${dayMs})`
  const firstDays = opening.map(({ to, bucket }) => ({ to, value: Date.parse(bucket.label) / dayMs }))
  // Clocks that go back over midnight do not bring the day before back.
  const isBack = parts.some(
    ({ from, offsetMs }, index) => Math.floor((from + offsetMs) / dayMs) < (firstDays[index]?.value ?? 0),
  )
  const day = isBack ? `greatest(${plainDay}, ${byStretch(instant, firstDays)})` : plainDay
  if (granularity === 'day') return day
  // Date32 counts days since 1970 like we do.
  if (granularity === 'week') return `toInt64(toMonday(toDate32(${day})))`
  const starts = { month: 'toStartOfMonth', quarter: 'toStartOfQuarter', year: 'toStartOfYear' }
  return `toInt64(${starts[granularity]}(toDate32(${day})))`
}

// Instants before 1970 never occur (events are refused before 2000), so integer division rounds down.
function cycleSql(local: string, granularity: CyclicGranularity): string {
  const hour = `intDiv(${local}, 3600000)`
  if (granularity === 'hour_of_day') return `${hour} % 24`
  // 1970-01-01 was a Thursday, 72 hours after Monday.
  const hourOfWeek = `(${hour} + 72) % 168`
  return granularity === 'hour_of_week' ? hourOfWeek : `intDiv(${hourOfWeek}, 24) + 1`
}

function bucketAt(instantMs: number, granularity: Granularity, range: TimeRange, timeZone: string): Bucket {
  const piece = isClockGranularity(granularity) ? granularity : 'day'
  // No bucket of the clock is longer than its length, no day longer than two.
  const before = isClockGranularity(granularity) ? clockLengthMs(granularity) : 2 * dayMs
  const found = listBuckets({ from: Math.max(range.from, instantMs - before), to: instantMs + 1 }, piece, timeZone).at(
    -1,
  )
  if (!found) throw new Error('Every instant lies in a bucket.')
  return found
}

/** A number that depends on the stretch of constant offset that an instant lies in. */
function byStretch(instant: string, values: readonly { readonly to: number; readonly value: number }[]): string {
  const last = values.at(-1)
  if (last === undefined) return '0'
  if (values.every(({ value }) => value === last.value)) return String(last.value)
  return `multiIf(${values
    .slice(0, -1)
    .map(({ to, value }) => `${instant} < ${to}, ${value}`)
    .join(', ')}, ${last.value})`
}
