import { addMinutes, asUtc, bucketOf, type LocalTime, nextBucket } from '../ui/formats/local-time.ts'
import type { TimeValue } from './answer.ts'
import type { Ends } from './view/range.ts'

export type Cycle = { readonly granularity: string; readonly value: TimeValue }

/**
 * The stretches of a range that a cell of a cycle stands for, the latest first: every Monday 9:00–10:00, every 14:00–15:00,
 * every Tuesday. Local times; the ends of the range cut the first and the last.
 */
export function slotsOf({ from, to }: Ends, { granularity, value }: Cycle): readonly Ends[] {
  const unit = granularity === 'day_of_week' ? 'day' : 'hour'
  const start = minute(from)
  const end = minute(to)
  const slots: Ends[] = []
  for (let at = minute(bucketOf(start, unit)); at < end; at = minute(nextBucket(at, unit))) {
    if (!matches(at, granularity, value)) continue
    const next = minute(nextBucket(at, unit))
    // Local times of one form are in order as text.
    const [, first = at] = [at, start].sort()
    const [last = next] = [next, end].sort()
    slots.push({ from: first, to: last })
  }
  return slots.reverse()
}

function matches(local: LocalTime, granularity: string, value: TimeValue): boolean {
  const date = asUtc(local)
  const weekday = ((date.getUTCDay() + 6) % 7) + 1
  if (granularity === 'day_of_week') return weekday === value
  if (granularity === 'hour_of_day') return date.getUTCHours() === value
  return Array.isArray(value) && weekday === value[0] && date.getUTCHours() === value[1]
}

const minute = (local: LocalTime): LocalTime => (local.length === 10 ? `${local}T00:00` : addMinutes(local, 0))
