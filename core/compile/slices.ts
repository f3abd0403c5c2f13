import type { ResolvedQuery } from '../query/resolve.ts'
import { stretches } from '../time/buckets.ts'
import { clockLengthMs, type TimeRange } from '../time/granularity.ts'

/** The column of {@link slicesSql} that says how long a slice lasts, in milliseconds. */
export const sliceLength = 'slice_ms'

const minuteMs = clockLengthMs('minute')
const quarterMs = clockLengthMs('quarter_hour')

/**
 * The rows of a fact that last, as a relation: each is cut to the range and at the edges of the buckets, and every slice
 * begins, by the fact's time column, where it does. What still goes on lasts until the instant of the answer. The slices
 * of a row are together as long as its part of the range, whatever the granularity.
 *
 * A row is cut at every quarter of an hour rather than where its buckets end: the edges of all buckets are among those,
 * and the engine need not know them. `rows` is the relation of the rows with their condition.
 */
export function slicesSql(
  time: string,
  until: string,
  rows: string,
  { granularity, timeZone, now }: Pick<ResolvedQuery, 'granularity' | 'timeZone' | 'now'>,
  range: TimeRange,
): string {
  const start = `greatest(toUnixTimestamp64Milli(${time}), toInt64(${range.from})) AS slice_from`
  const end = `least(ifNull(toUnixTimestamp64Milli(${until}), toInt64(${now})), toInt64(${range.to})) AS slice_to`
  if (granularity === null)
    return `(SELECT *, ${start}, ${end}, slice_to - slice_from AS ${sliceLength}
FROM ${rows} AND slice_from < slice_to)`
  const piece = pieceMs(granularity, timeZone, range)
  return `(SELECT * REPLACE (fromUnixTimestamp64Milli(greatest(piece, slice_from), 'UTC') AS ${time}),
  least(piece + ${piece}, slice_to) - greatest(piece, slice_from) AS ${sliceLength}
FROM (SELECT *, ${start}, ${end}, arrayJoin(range(intDiv(slice_from, ${piece}) * ${piece}, slice_to, toInt64(${piece}))) AS piece
FROM ${rows} AND slice_from < slice_to))`
}

/**
 * A quarter of an hour has no edge of a bucket in it, but where the bucket is a minute or clocks change within a quarter:
 * then a minute has none.
 */
function pieceMs(granularity: ResolvedQuery['granularity'], timeZone: string, range: TimeRange): number {
  const isByQuarters = [...stretches(range, timeZone)].every(
    ({ from, offsetMs }, index) => offsetMs % quarterMs === 0 && (index === 0 || from % quarterMs === 0),
  )
  return granularity !== 'minute' && isByQuarters ? quarterMs : minuteMs
}
