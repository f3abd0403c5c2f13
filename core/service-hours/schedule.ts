import { dayMs } from '../time/granularity.ts'

/** The days of a week, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof weekdays)[number]

/** Times of day on the wall, `["09:00", "12:30"]`; `24:00` ends a day. */
export type WrittenPeriod = readonly string[]

/** Service hours as `entity.described` writes them. Periods of a day are in order and do not overlap. */
export type ServiceHours = {
  readonly weekly: { readonly [Day in Weekday]?: readonly WrittenPeriod[] | undefined }
  readonly exceptions?: readonly { readonly date: string; readonly hours: readonly WrittenPeriod[] }[] | undefined
}

/** A part of a day, in milliseconds of the wall since its midnight: half-open, at most 24 hours. */
export type DayPeriod = { readonly from: number; readonly to: number }

/** Service hours made ready to be asked: what holds on each day, and the zone whose walls it is written on. */
export type Schedule = {
  readonly timeZone: string
  /** Monday first. */
  readonly week: readonly (readonly DayPeriod[])[]
  /** Local day (days since 1970-01-01 on the wall) → its hours, in place of those of its weekday. */
  readonly exceptions: ReadonlyMap<number, readonly DayPeriod[]>
}

/**
 * Reads service hours that are known to be valid (`model/events/service-hours.ts` refuses others). A weekday that is
 * absent is closed, and so is an exception without hours.
 */
export function createSchedule(hours: ServiceHours, timeZone: string): Schedule {
  return {
    timeZone,
    week: weekdays.map((day) => (hours.weekly[day] ?? []).map(readPeriod)),
    exceptions: new Map(
      (hours.exceptions ?? []).map((exception) => [
        Date.parse(exception.date) / dayMs,
        exception.hours.map(readPeriod),
      ]),
    ),
  }
}

/** What is open on a local day (days since 1970-01-01 on the wall), in order. */
export function periodsOfDay({ week, exceptions }: Schedule, localDay: number): readonly DayPeriod[] {
  // 1970-01-01 was a Thursday. The remainder of a day before it is negative.
  return exceptions.get(localDay) ?? week[(((localDay + 3) % 7) + 7) % 7] ?? []
}

function readPeriod([from = '', to = '']: WrittenPeriod): DayPeriod {
  return { from: timeOfDay(from), to: timeOfDay(to) }
}

function timeOfDay(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000
}
