import type { Granularity, LocalTime } from '../../ui/formats/local-time.ts'

/** A chart has at most so many words under it: more are read as noise. */
const most = 6

/**
 * Which buckets are named on the axis: Mondays for days, midnights or every sixth hour for hours, Januaries for months —
 * where a reader's own calendar has its edges — and never more than fit.
 */
export function ticksOf(buckets: readonly LocalTime[], granularity: Granularity, fits = most): ReadonlySet<number> {
  const limit = Math.max(2, Math.min(most, fits))
  if (buckets.length <= limit + 1) return new Set(buckets.keys())
  for (const isEdge of edgesOf[granularity] ?? []) {
    const edges = [...buckets.keys()].filter((position) => isEdge(buckets[position] ?? ''))
    if (edges.length >= 2 && edges.length <= limit) return new Set(edges)
    // Twice as many as fit: every other one still falls on an edge.
    if (edges.length > limit && edges.length <= limit * 2) return new Set(edges.filter((_, order) => order % 2 === 0))
  }
  const distance = Math.ceil(buckets.length / limit)
  return new Set([...buckets.keys()].filter((position) => position % distance === 0))
}

const hourIn = (hours: readonly number[]) => (local: LocalTime) =>
  local.slice(14, 16) === '00' && hours.includes(Number(local.slice(11, 13)))
const minuteBy = (step: number) => (local: LocalTime) => Number(local.slice(14, 16)) % step === 0
const monthIn = (months: readonly number[]) => (local: LocalTime) => months.includes(Number(local.slice(5, 7)))
const dayIn = (days: readonly number[]) => (local: LocalTime) => days.includes(Number(local.slice(8, 10)))
const isMonday = (local: LocalTime): boolean => new Date(`${local.slice(0, 10)}T00:00Z`).getUTCDay() === 1
const yearOf = (local: LocalTime): number => Number(local.slice(0, 4))

const edgesOf: Readonly<Partial<Record<Granularity, readonly ((local: LocalTime) => boolean)[]>>> = {
  minute: [minuteBy(10), minuteBy(15), minuteBy(20), minuteBy(30), minuteBy(60)],
  quarter_hour: [hourIn([0, 6, 12, 18]), hourIn([0, 12]), hourIn([0])],
  hour: [hourIn([0, 6, 12, 18]), hourIn([0, 12]), hourIn([0]), (local) => hourIn([0])(local) && isMonday(local)],
  day: [isMonday, dayIn([1, 15]), dayIn([1]), (local) => dayIn([1])(local) && monthIn([1, 4, 7, 10])(local)],
  month: [monthIn([1, 4, 7, 10]), monthIn([1, 7]), monthIn([1])],
  quarter: [monthIn([1])],
  year: [(local) => yearOf(local) % 5 === 0, (local) => yearOf(local) % 10 === 0],
}
