import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Value } from '../ui/formats/value.ts'
import type { Question } from './answer.ts'
import { ask } from './http.ts'

/** Between `p25` and `p75` lies the middle half of the organizations. */
export type Spread = { readonly p25: number; readonly median: number; readonly p75: number }

/** The benchmark of each metric that has one, by id: the sum or mean over organizations, and how far those lie apart. */
export type Benchmark = Readonly<Record<string, { readonly value: Value; readonly spread: Spread | null }>>

type Sent = {
  readonly benchmarks: readonly {
    readonly group: string
    readonly figures: readonly { readonly metric: string; readonly all: Benchmark[string] | null }[]
  }[]
}

/** The benchmark of every date group: so few numbers that they are asked for once, whatever page and range needs them. */
const benchmarks = queryOptions({
  queryKey: ['benchmarks'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, Benchmark>> => {
    const sent = await ask<Sent>('/v1/benchmarks', { signal })
    return new Map(
      sent.benchmarks.map(({ group, figures }) => [
        group,
        Object.fromEntries(figures.flatMap(({ metric, all }) => (all === null ? [] : [[metric, all]]))),
      ]),
    )
  },
  // It is computed a few times a day at most.
  staleTime: 10 * 60_000,
})

/** Whether it has been told, or cannot be at once: a page that opens after that gives it its place from the start. */
export function useIsBenchmarkTold(): boolean {
  const { isPending, failureCount } = useQuery(benchmarks)
  return !isPending || failureCount > 0
}

/**
 * What other organizations have where one has this question's numbers: those are over all that one has, in a range with a
 * name. Without it there is nothing: it never stands in the way.
 */
export function useBenchmark(
  { range, filters = [], metrics }: Pick<Question, 'range' | 'filters' | 'metrics'>,
  isWanted: boolean,
): Benchmark | undefined {
  const group = isWanted && 'group' in range && filters.length === 0 && metrics.length > 0 ? range.group : undefined
  const { data } = useQuery({ ...benchmarks, enabled: group !== undefined })
  return group === undefined ? undefined : data?.get(group)
}
