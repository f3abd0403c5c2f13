import { stretches } from '../time/buckets.ts'
import {
  type CyclicGranularity,
  clockLengthMs,
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
 * (the repeated hour of autumn is two). Cyclic: the key of `core/time/cycles.ts`.
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
  const offset = offsetSql(instant, range, timeZone)
  const local = offset === '0' ? instant : `(${instant} + ${offset})`
  if (isCyclicGranularity(granularity)) return cycleSql(local, granularity)
  if (isClockGranularity(granularity)) {
    const length = clockLengthMs(granularity)
    const start = `intDiv(${local}, ${length}) * ${length}`
    return offset === '0' ? start : `${start} - ${offset}`
  }
  const day = `intDiv(${local}, 86400000)`
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

function offsetSql(instant: string, range: TimeRange, timeZone: string): string {
  const parts = [...stretches(range, timeZone)]
  const last = parts.pop()
  if (last === undefined) return '0'
  const branches = parts.map(({ to, offsetMs }) => `${instant} < ${to}, ${offsetMs}`)
  return branches.length === 0 ? String(last.offsetMs) : `multiIf(${branches.join(', ')}, ${last.offsetMs})`
}
