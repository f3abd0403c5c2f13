import { addDays, bucketOf, type Granularity, type LocalTime, wallClock } from '../../ui/formats/local-time.ts'
import type { ChosenGranularity, DateGroup, Range } from './view.ts'

/** The local ends of a range; the second is not part of it. A range "to date" ends at the wall clock's minute. */
export type Ends = { readonly from: LocalTime; readonly to: LocalTime }

/** What a range means at an instant in a zone. For words and the choice of granularity: the numbers' own range is the server's. */
export function endsOf(range: Range, zone: string, now: number): Ends {
  if (!('group' in range)) return range
  return endsOfGroup(range.group, wallClock(now, zone))
}

function endsOfGroup(group: DateGroup, clock: LocalTime): Ends {
  const today = bucketOf(clock, 'day')
  const before = (unit: Granularity): Ends => {
    const to = bucketOf(today, unit)
    return { from: bucketOf(addDays(to, -1), unit), to }
  }
  switch (group) {
    case 'today':
      return { from: today, to: clock }
    case 'yesterday':
      return before('day')
    case 'week_to_date':
      return { from: bucketOf(today, 'week'), to: clock }
    case 'last_week':
      return before('week')
    case 'month_to_date':
      return { from: bucketOf(today, 'month'), to: clock }
    case 'last_month':
      return before('month')
    case 'year_to_date':
      return { from: bucketOf(today, 'year'), to: clock }
    case 'last_year':
      return before('year')
  }
}

/** Whether both ends are whole days, so that no time of day needs to be said. */
export const isWholeDays = ({ from, to }: Ends): boolean => isMidnight(from) && isMidnight(to)

const isMidnight = (local: LocalTime): boolean => local.length === 10 || local.slice(11, 16) === '00:00'

const day = 86_400_000
const asTime = (local: LocalTime): number =>
  Date.parse(local.length === 10 ? `${local}T00:00Z` : local.endsWith('Z') ? local : `${local}Z`)

/** The ends as milliseconds on the wall; of instants the wall is that of UTC. */
export const msOf = ({ from, to }: Ends) => ({ from: asTime(from), to: asTime(to) })

/** The most buckets a chart asks for: finer than that is not offered, because nobody could tell them apart. */
const mostBuckets = 1500
const lengthOf: Readonly<Record<Exclude<ChosenGranularity, 'auto'>, number>> = {
  hour: day / 24,
  day,
  week: 7 * day,
  month: 30 * day,
  quarter: 91 * day,
  year: 365 * day,
}

export function isOffered(granularity: Exclude<ChosenGranularity, 'auto'>, { from, to }: Ends): boolean {
  const length = asTime(to) - asTime(from)
  return length / lengthOf[granularity] <= mostBuckets
}
