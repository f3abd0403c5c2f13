import { useQuery } from '@tanstack/react-query'
import type { Value } from '../ui/formats/value.ts'
import { type Question, readAnswer, type SentAnswer } from './answer.ts'
import { ask } from './http.ts'

/** Between `p25` and `p75` lies the middle half of the organizations. */
export type Spread = { readonly p25: number; readonly median: number; readonly p75: number }

/** The benchmark of each metric that has one, by id: the sum or mean over organizations, and how far those lie apart. */
export type Benchmark = Readonly<Record<string, { readonly value: Value; readonly spread: Spread | null }>>

type Sent = SentAnswer & { readonly comparison?: { readonly spread?: Readonly<Record<string, Spread | null>> } | null }

/** It is computed a few times a day at most. */
const staleTime = 10 * 60_000

/** Whether there can be a benchmark beside a question: over all an organization has, in a range with a name. */
export const hasBenchmark = ({ range, filters = [], metrics }: Question): boolean =>
  'group' in range && filters.length === 0 && metrics.length > 0

/** What other organizations have where one has this question's numbers. Without it there is nothing: it never stands in the way. */
export function useBenchmark({ metrics, ...question }: Question, isWanted: boolean): Benchmark | undefined {
  const { range, time_zone } = question
  const body = { metrics, range, ...(time_zone === undefined ? {} : { time_zone }), compare: 'benchmark' }
  return useQuery({
    queryKey: ['benchmark', body],
    queryFn: async ({ signal }) => {
      const sent = await ask<Sent>('/v1/query', { method: 'POST', body, signal })
      const { spread } = sent.comparison ?? {}
      const totals = readAnswer(sent).comparison?.totals ?? {}
      return Object.fromEntries(
        Object.entries(totals).map(([id, value]) => [id, { value, spread: spread?.[id] ?? null }]),
      )
    },
    staleTime,
    enabled: isWanted && hasBenchmark({ ...question, metrics }),
  }).data
}
