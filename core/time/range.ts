import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../errors/app-error.ts'
import { didYouMean } from '../errors/nearest-name.ts'
import { dayMs, firstLocalDay, type TimeRange } from './granularity.ts'
import { instantOfLocal, isTimeZone, localMsAt, startOfLocalDay } from './zone.ts'

/** The ranges that have a name. Those "to date" and `today` end now. */
export const dateGroups = [
  'last_year',
  'year_to_date',
  'last_month',
  'month_to_date',
  'last_week',
  'week_to_date',
  'yesterday',
  'today',
] as const

export type DateGroup = (typeof dateGroups)[number]

/**
 * A range as people and programs write it: two ends, or a name. An end is a local date (`2026-03-01`, its first
 * moment), a local date and time (`2026-03-01T09:00`, seconds optional) or an instant (`2026-03-01T09:00Z`, `…+01:00`).
 */
export type RangeInput = { readonly from: string; readonly to: string } | { readonly group: string }

export type ResolvedRange =
  | { readonly ok: true; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The store keeps instants of these years. */
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(2299, 0, 1)

/**
 * The half-open range of UTC milliseconds `[from, to)` that an input means in a time zone. A local time that clocks
 * skip is moved on by the gap, one that comes twice is the first. Weeks are ISO weeks. A named range that has just
 * begun still holds one millisecond, so that "today" is an answer at midnight too.
 *
 * Problems (all of them, pointers relative to the query): `unknown_time_zone`, `invalid_range`, `empty_range`.
 */
export function resolveRange(
  input: RangeInput,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): ResolvedRange {
  if (!isTimeZone(timeZone)) return { ok: false, problems: [unknownTimeZone(timeZone)] }
  if ('group' in input) {
    const { group } = input
    if (!isDateGroup(group)) return { ok: false, problems: [unknownGroup(group)] }
    return { ok: true, ...groupRange(group, timeZone, now) }
  }
  const from = parseEnd(input.from, 'from', timeZone)
  const to = parseEnd(input.to, 'to', timeZone)
  if (typeof from === 'number' && typeof to === 'number') {
    if (from < to) return { ok: true, from, to }
    return { ok: false, problems: [emptyRange(input.from, input.to)] }
  }
  return { ok: false, problems: [from, to].filter((end) => typeof end !== 'number') }
}

/** The problem of a time zone that {@link isTimeZone} does not know. */
export function unknownTimeZone(timeZone: string): Problem {
  return {
    code: 'unknown_time_zone',
    message: `Time zone "${short(timeZone)}" is not known. Use an IANA name in its exact spelling, such as Europe/Amsterdam or UTC.${didYouMean(timeZone, Intl.supportedValuesOf('timeZone'))}`,
    pointer: '/time_zone',
  }
}

export function isDateGroup(word: string): word is DateGroup {
  return (dateGroups as readonly string[]).includes(word)
}

/** The range a name means at `now` in a zone. */
export function groupRange(group: DateGroup, timeZone: string, now: number): TimeRange {
  const today = Math.floor(localMsAt(now, timeZone) / dayMs)
  const start = (localDay: number) => startOfLocalDay(localDay, timeZone)
  const toDate = (localDay: number) => ({ from: start(localDay), to: Math.max(now, start(localDay) + 1) })
  const before = (first: number, next: number) => ({ from: start(first), to: start(next) })
  const week = firstLocalDay(today, 'week')
  const month = firstLocalDay(today, 'month')
  const year = firstLocalDay(today, 'year')
  switch (group) {
    case 'today':
      return toDate(today)
    case 'week_to_date':
      return toDate(week)
    case 'month_to_date':
      return toDate(month)
    case 'year_to_date':
      return toDate(year)
    case 'yesterday':
      return before(today - 1, today)
    case 'last_week':
      return before(week - 7, week)
    case 'last_month':
      return before(firstLocalDay(month - 1, 'month'), month)
    case 'last_year':
      return before(firstLocalDay(year - 1, 'year'), year)
  }
}

const endPattern = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?)?$/

function parseEnd(text: string, end: 'from' | 'to', timeZone: string): number | Problem {
  const match = endPattern.exec(text)
  const localDay = match?.[1] === undefined ? undefined : parseLocalDay(match[1])
  if (!match || localDay === undefined) return unreadable(text, end)
  const [, , hour, minute, second = '0', fraction = '', zone] = match
  const local =
    localDay * dayMs +
    ((Number(hour ?? 0) * 60 + Number(minute ?? 0)) * 60 + Number(second)) * 1000 +
    Number(fraction.padEnd(3, '0'))
  const instant =
    zone !== undefined
      ? local - offsetOf(zone)
      : hour === undefined
        ? startOfLocalDay(localDay, timeZone)
        : instantOfLocal(local, timeZone)
  return instant >= earliest && instant < latest ? instant : outOfReach(text, end)
}

function parseLocalDay(text: string): number | undefined {
  try {
    const date = Temporal.PlainDate.from(text)
    return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days
  } catch (error) {
    // A day that no calendar has, such as 2026-02-30.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function unreadable(text: string, end: 'from' | 'to'): Problem {
  return {
    code: 'invalid_range',
    message: `The range's "${end}" is "${short(text)}", which is no date or time. Write 2026-03-01, 2026-03-01T09:00 (both local) or 2026-03-01T09:00Z.`,
    pointer: `/range/${end}`,
  }
}

function outOfReach(text: string, end: 'from' | 'to'): Problem {
  return {
    code: 'invalid_range',
    message: `The range's "${end}" is "${short(text)}". Times must lie between the years 1900 and 2298.`,
    pointer: `/range/${end}`,
  }
}

function emptyRange(from: string, to: string): Problem {
  return {
    code: 'empty_range',
    message: `The range from "${from}" to "${to}" is empty: its end is not part of it. Choose an end after its start; for one day take the next day as the end.`,
    pointer: '/range',
  }
}

function unknownGroup(group: string): Problem {
  return {
    code: 'invalid_range',
    message: `The range "${short(group)}" is not known. Named ranges are: ${dateGroups.join(', ')}.${didYouMean(group, dateGroups)}`,
    pointer: '/range/group',
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
