import type { Answer, TimeValue } from '../ask/answer.ts'
import { timeColumn } from '../ask/view/question.ts'
import { bucketName, bucketOnAxis, capital, clock, weekdays } from '../ui/formats/bucket.ts'
import type { Language } from '../ui/formats/language.ts'
import {
  bucketOf,
  type Granularity,
  isWeekend,
  type LocalTime,
  nextBucket,
  wallClock,
} from '../ui/formats/local-time.ts'
import { ticksOf } from './chart/ticks.ts'
import type { Picked } from './drawing.ts'

/** The places of a chart over time, in order: buckets of a calendar, or the hours or days of a cycle. */
export type TimeAxis = {
  /** What rows of the answer have in their time column, as text. */
  readonly keys: readonly string[]
  /** The place of the bucket that is still filling, or −1. */
  readonly running: number
  /** Buckets from here on have not begun. */
  readonly future: number
  readonly hasWeekends: boolean
  nameOf(place: number): string
  /** As short as it reads naturally; the first name on an axis says a little more. */
  shortNameOf(place: number, isFirst: boolean): string
  ticks(fits: number): ReadonlySet<number>
  isShaded(place: number): boolean
  /** Which part of the question the place is. */
  placeOf(
    place: number,
  ): { readonly range: NonNullable<Picked['range']> } | { readonly cycle: NonNullable<Picked['cycle']> }
}

type Asked = { readonly granularity: string | undefined; readonly language: Language }

/** The axis of an answer's rows, or of the rows it is compared with. */
export function axisOf(
  answer: Answer,
  rows: Answer['rows'],
  range: { readonly from: string; readonly to: string } | undefined,
  { granularity = 'day', language }: Asked,
): TimeAxis {
  if (granularity === 'hour_of_day' || granularity === 'day_of_week') return cycleAxis(granularity, language)
  return calendarAxis(answer, rows, range, granularity as Granularity, language)
}

function calendarAxis(
  answer: Answer,
  rows: Answer['rows'],
  range: { readonly from: string; readonly to: string } | undefined,
  granularity: Granularity,
  language: Language,
): TimeAxis {
  const keys = bucketsOf(answer, rows, range, granularity)
  const now = bucketOf(wallClock(answer.as_of, answer.time_zone), granularity)
  const future = keys.findIndex((key) => key > now)
  const at = (place: number): LocalTime => keys[place] ?? ''
  return {
    keys,
    running: keys.indexOf(now),
    future: future === -1 ? keys.length : future,
    hasWeekends: granularity === 'day' && keys.length <= 200,
    nameOf: (place) => (keys[place] === undefined ? '' : bucketName(at(place), granularity, language)),
    shortNameOf: (place, isFirst) =>
      keys[place] === undefined ? '' : bucketOnAxis(at(place), granularity, language, { isFirst }),
    ticks: (fits) => ticksOf(keys, granularity, fits),
    isShaded: (place) => isWeekend(at(place)),
    placeOf: (place) => ({ range: { from: at(place), to: nextBucket(at(place), granularity) } }),
  }
}

/** Without a dimension every bucket has a row; with one, empty buckets are missing and follow from the range. */
function bucketsOf(
  answer: Answer,
  rows: Answer['rows'],
  range: { readonly from: string; readonly to: string } | undefined,
  granularity: Granularity,
): LocalTime[] {
  const at = timeColumn(answer)
  if (range === undefined || answer.columns.every((column) => column.role !== 'dimension')) {
    return rows.map((row) => String(row[at]))
  }
  const buckets: LocalTime[] = []
  const end = wallClock(new Date(range.to).getTime() - 1, answer.time_zone)
  const start = bucketOf(wallClock(range.from, answer.time_zone), granularity)
  for (let bucket = start; bucket <= end && buckets.length < mostBuckets; bucket = nextBucket(bucket, granularity)) {
    buckets.push(bucket)
  }
  return buckets
}

/** No screen has more points; a server that answers more is not to freeze the page. */
const mostBuckets = 5000

function cycleAxis(granularity: 'hour_of_day' | 'day_of_week', language: Language): TimeAxis {
  const isHours = granularity === 'hour_of_day'
  const values = isHours ? Array.from({ length: 24 }, (_, hour) => hour) : [1, 2, 3, 4, 5, 6, 7]
  const long = weekdays(language, 'long').map(capital)
  const short = weekdays(language, 'short').map(capital)
  return {
    keys: values.map(String),
    running: -1,
    future: values.length,
    hasWeekends: false,
    nameOf: (place) => (isHours ? `${clock(place)}–${clock(place + 1)}` : (long[place] ?? '')),
    shortNameOf: (place) => (isHours ? clock(place) : (short[place] ?? '')),
    ticks: (fits) => (isHours ? new Set(fits >= 5 ? [0, 4, 8, 12, 16, 20] : [0, 8, 16]) : new Set(values.keys())),
    isShaded: () => false,
    placeOf: (place) => ({ cycle: { granularity, value: values[place] ?? (0 satisfies TimeValue) } }),
  }
}
