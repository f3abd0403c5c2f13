import { useQuery } from '@tanstack/react-query'
import type { Value } from '../ui/formats/value.ts'
import { type Question, readAnswer, type SentAnswer } from './answer.ts'
import { ask } from './http.ts'

/** The benchmark of each metric that has one, by id. */
export type Benchmark = Readonly<Record<string, Value>>

/** It is computed a few times a day at most. */
const staleTime = 10 * 60_000

/** Whether there can be a benchmark beside a question: over all an organization has, in a range with a name. */
export const hasBenchmark = ({ range, filters = [], metrics }: Question): boolean =>
  'group' in range && filters.length === 0 && metrics.length > 0

/**
 * What other organizations have where one has this question's numbers. Beside a number of one's own only a mean says
 * something, so it is asked for what does not add up. Without one there is nothing: it never stands in the way.
 */
export function useBenchmark({ metrics, ...question }: Question, isWanted: boolean): Benchmark | undefined {
  const { range, time_zone } = question
  const body = { metrics, range, ...(time_zone === undefined ? {} : { time_zone }), compare: 'benchmark' }
  return useQuery({
    queryKey: ['benchmark', body],
    queryFn: async ({ signal }) =>
      readAnswer(await ask<SentAnswer>('/v1/query', { method: 'POST', body, signal })).comparison?.totals ?? {},
    staleTime,
    enabled: isWanted && hasBenchmark({ ...question, metrics }),
  }).data
}
