import { cycleOccurrences } from '../time/cycles.ts'
import { isCyclicGranularity, type TimeRange } from '../time/granularity.ts'
import type { ResolvedQuery } from './resolve.ts'

/**
 * By what the sums of a cycle's buckets are divided, by bucket: how often it occurs in the part of the range that is over,
 * zero included. Null where sums stay sums.
 */
export function occurrencesPerCycle(
  { granularity, cycle, now, timeZone }: Pick<ResolvedQuery, 'granularity' | 'cycle' | 'now' | 'timeZone'>,
  range: TimeRange,
): ReadonlyMap<number, number> | null {
  if (cycle === 'sum' || granularity === null || !isCyclicGranularity(granularity)) return null
  const past = { from: range.from, to: Math.max(range.from, Math.min(range.to, now)) }
  return cycleOccurrences(past, granularity, timeZone)
}
