import {
  type CalendarGranularity,
  type ClockGranularity,
  clockLengthMs,
  dayMs,
  firstLocalDay,
  type Granularity,
  isClockGranularity,
  nextFirstLocalDay,
  type TimeRange,
} from './granularity.ts'
import { labelOfLocal } from './label.ts'
import { localMsAt, offsetPeriodAt, startOfLocalDay } from './zone.ts'

/** A piece of a range. `start` and `end` (UTC ms, half-open) lie inside the range; the label names the whole bucket. */
export type Bucket = { readonly start: number; readonly end: number; readonly label: string }

/**
 * Cuts a range where local clocks and calendars turn: the buckets cover it without gap or overlap, in order. The first
 * and the last may be cut short by the range; their labels are those of the whole bucket. An hour that comes twice
 * gives two buckets with the same label, an hour that clocks skip gives none.
 *
 * Ask {@link countBuckets} first when the range comes from outside: minutes of a century are many.
 */
export function listBuckets(range: TimeRange, granularity: Granularity, timeZone: string): Bucket[] {
  const buckets: Bucket[] = []
  const cuts = isClockGranularity(granularity)
    ? clockCuts(range, granularity, timeZone)
    : calendarCuts(range, granularity, timeZone)
  let open: { start: number; label: string } | undefined
  for (const cut of cuts) {
    if (open) buckets.push({ ...open, end: cut.instant })
    open = { start: cut.instant, label: labelOfLocal(cut.local, granularity) }
  }
  if (open) buckets.push({ ...open, end: range.to })
  return buckets
}

/** How many buckets {@link listBuckets} would give, without making them. */
export function countBuckets(range: TimeRange, granularity: Granularity, timeZone: string): number {
  if (range.from >= range.to) return 0
  if (!isClockGranularity(granularity)) {
    let count = 0
    for (const _ of calendarCuts(range, granularity, timeZone)) count++
    return count
  }
  const length = clockLengthMs(granularity)
  let count = 0
  let lastLocal = Number.NaN
  for (const { from, to, offsetMs } of stretches(range, timeZone)) {
    const first = Math.floor((from + offsetMs) / length)
    const last = Math.floor((to - 1 + offsetMs) / length)
    count += last - first + 1 - (continues(lastLocal, from + offsetMs, length) ? 1 : 0)
    lastLocal = to + offsetMs
  }
  return count
}

/** A place where a bucket begins, and what the wall shows at the start of the whole bucket. */
type Cut = { readonly instant: number; readonly local: number }

function* clockCuts(range: TimeRange, granularity: ClockGranularity, timeZone: string): Generator<Cut> {
  const length = clockLengthMs(granularity)
  let lastLocal = Number.NaN
  for (const { from, to, offsetMs } of stretches(range, timeZone)) {
    let local = Math.floor((from + offsetMs) / length) * length
    if (!continues(lastLocal, from + offsetMs, length)) yield { instant: from, local }
    for (local += length; local - offsetMs < to; local += length) yield { instant: local - offsetMs, local }
    lastLocal = to + offsetMs
  }
}

/** Whether, over a change of the clocks, the same bucket goes on: they went forward inside it. Going back begins anew. */
function continues(localBefore: number, localAfter: number, length: number): boolean {
  return localAfter > localBefore && Math.floor(localAfter / length) === Math.floor((localBefore - 1) / length)
}

function* calendarCuts(range: TimeRange, granularity: CalendarGranularity, timeZone: string): Generator<Cut> {
  if (range.from >= range.to) return
  let day = firstLocalDay(Math.floor(localMsAt(range.from, timeZone) / dayMs), granularity)
  let start = range.from
  while (start < range.to) {
    const nextDay = nextFirstLocalDay(day, granularity)
    const next = startOfLocalDay(nextDay, timeZone)
    // Zones that crossed the date line have days that never were.
    if (next > start) yield { instant: start, local: day * dayMs }
    start = Math.max(start, next)
    day = nextDay
  }
}

/** The range cut where the clocks change. */
export function* stretches(
  range: TimeRange,
  timeZone: string,
): Generator<{ from: number; to: number; offsetMs: number }> {
  let from = range.from
  while (from < range.to) {
    const period = offsetPeriodAt(from, timeZone)
    const to = Math.min(period.to, range.to)
    yield { from, to, offsetMs: period.offsetMs }
    from = to
  }
}
