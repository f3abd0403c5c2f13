import { earliestDay } from '@parley/core/dashboards/window-range.ts'
import { useQuery } from '@tanstack/react-query'
import { addDays, bucketOf, wallClock } from '../ui/formats/local-time.ts'
import type { SentAnswer } from './answer.ts'
import { ask } from './http.ts'

/** Of each kind of thing that happens one metric: together they say whether an organization has anything at all. */
const metrics = ['messages', 'visits', 'notifications', 'calls', 'orders_all'] as const
export type FirstMetric = (typeof metrics)[number]

/** Who waits for the first event looks for it under this key. */
export const isNewKey = ['is-new']

/** Which of the metrics have counted something between a local day and tomorrow. */
export async function countedSince(from: string, zone: string, signal?: AbortSignal): Promise<FirstMetric[]> {
  const tomorrow = addDays(today(zone), 1)
  const body = { metrics, range: { from, to: tomorrow }, time_zone: zone }
  const { totals } = await ask<SentAnswer>('/v1/query', { method: 'POST', body, ...(signal && { signal }) })
  return metrics.filter((metric) => totals[metric] !== 0)
}

export const today = (zone: string): string => bucketOf(wallClock(Date.now(), zone), 'day')

/** Whether nothing at all has happened in the organization yet; undefined while it is not known. Asked until it is not. */
export function useIsNew(zone: string): boolean | undefined {
  const { data } = useQuery({
    queryKey: isNewKey,
    queryFn: ({ signal }) => countedSince(earliestDay, zone, signal),
    staleTime: ({ state }) => (state.data === undefined || state.data.length === 0 ? 30_000 : Number.POSITIVE_INFINITY),
  })
  return data === undefined ? undefined : data.length === 0
}
