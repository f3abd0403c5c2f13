import { Temporal } from 'temporal-polyfill'
import type { TimeRange } from './granularity.ts'

const dayMs = 86_400_000

/** A stretch of time in which a zone's clocks keep one distance from UTC: local = instant + `offsetMs`. */
export type OffsetPeriod = {
  /** The first instant, UTC ms; -Infinity when the zone never had another offset before. */
  readonly from: number
  /** The first instant after it, UTC ms; Infinity when no change is known. */
  readonly to: number
  readonly offsetMs: number
}

/** What the clocks and the calendar on the wall show. Months from 1, `weekday` 1 = Monday … 7 = Sunday (ISO). */
export type LocalParts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly weekday: number
}

const knownZones = new Map<string, boolean>()
const periodsOfZone = new Map<string, OffsetPeriod[]>()

/**
 * Whether `name` is an IANA time zone in its exact spelling, `Europe/Amsterdam`. Neither an offset (`+02:00`) nor
 * another case (`europe/amsterdam`): the store would not know them.
 */
export function isTimeZone(name: string): boolean {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  const answer = /^[A-Za-z]/.test(name) && name.length <= 64 && isSpelledAsIs(name)
  // Names come from outside: without a bound, wrong ones would fill the memory.
  if (knownZones.size < 2000) knownZones.set(name, answer)
  return answer
}

function isSpelledAsIs(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The stretch of constant offset that holds `instantMs`. Zone rules are looked up once and kept. */
export function offsetPeriodAt(instantMs: number, timeZone: string): OffsetPeriod {
  let periods = periodsOfZone.get(timeZone)
  if (!periods) {
    periods = []
    periodsOfZone.set(timeZone, periods)
  }
  let low = 0
  let high = periods.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle]?.to ?? 0) <= instantMs) low = middle + 1
    else high = middle
  }
  const found = periods[low]
  if (found && found.from <= instantMs) return found
  const asked = findPeriod(instantMs, timeZone)
  periods.splice(low, 0, asked)
  return asked
}

function findPeriod(instantMs: number, timeZone: string): OffsetPeriod {
  const moment = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone)
  const offsetMs = moment.offsetNanoseconds / 1e6
  const next = moment.getTimeZoneTransition('next')
  // `previous` is strictly before, and the period may begin exactly here: ask from one millisecond later.
  const previous = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs,
  }
}

/** What the wall shows at `instantMs`, as milliseconds since 1970-01-01T00:00 on the wall. */
export function localMsAt(instantMs: number, timeZone: string): number {
  return instantMs + offsetPeriodAt(instantMs, timeZone).offsetMs
}

/** What the wall shows at both ends of a range. */
export const localRange = ({ from, to }: TimeRange, timeZone: string): TimeRange => ({
  from: localMsAt(from, timeZone),
  to: localMsAt(to, timeZone),
})

/** What clock and calendar in `timeZone` show at `instantMs`. */
export function localParts(instantMs: number, timeZone: string): LocalParts {
  const local = localMsAt(instantMs, timeZone)
  const wall = new Date(local)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    weekday: wall.getUTCDay() || 7,
  }
}

/**
 * The first instant of the local day `localDay` (days since 1970-01-01 on the wall). Where clocks skip midnight it is
 * the first moment after the gap; where midnight comes twice it is the first one.
 */
export function startOfLocalDay(localDay: number, timeZone: string): number {
  const local = localDay * dayMs
  const period = offsetPeriodAt(local, timeZone)
  const instant = local - period.offsetMs
  // Far from any change of the clocks there is nothing to decide. No zone is more than 26 hours from another.
  if (instant - period.from > 2 * dayMs && period.to - instant > 2 * dayMs) return instant
  return Temporal.PlainDate.from('1970-01-01').add({ days: localDay }).toZonedDateTime(timeZone).epochMilliseconds
}

/**
 * The instant at which the wall shows `localMs` (see {@link localMsAt}). A time that comes twice is the first one; a
 * time that clocks skip is moved on by the length of the gap (Temporal's `compatible`).
 */
export function instantOfLocal(localMs: number, timeZone: string): number {
  const period = offsetPeriodAt(localMs, timeZone)
  const instant = localMs - period.offsetMs
  if (instant - period.from > 2 * dayMs && period.to - instant > 2 * dayMs) return instant
  return Temporal.Instant.fromEpochMilliseconds(localMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}
