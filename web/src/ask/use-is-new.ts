import { useQuery } from '@tanstack/react-query'
import { addDays, bucketOf, wallClock } from '../ui/formats/local-time.ts'
import type { SentAnswer } from './answer.ts'
import { ask } from './http.ts'
import { earliest } from './view/window.ts'

/** Of each kind of thing that happens one metric: together they say whether an organization has anything at all. */
const metrics = ['messages', 'visits', 'notifications', 'calls', 'orders_all']

/** Who waits for the first event looks for it under this key. */
export const isNewKey = ['is-new']

/** Whether nothing at all has happened in the organization yet; undefined while it is not known. Asked until it is not. */
export function useIsNew(zone: string): boolean | undefined {
  return useQuery({
    queryKey: isNewKey,
    queryFn: async ({ signal }) => {
      const tomorrow = addDays(bucketOf(wallClock(Date.now(), zone), 'day'), 1)
      const body = { metrics, range: { from: earliest, to: tomorrow }, time_zone: zone }
      const { totals } = await ask<SentAnswer>('/v1/query', { method: 'POST', body, signal })
      return Object.values(totals).every((total) => total === 0)
    },
    staleTime: ({ state }) => (state.data === false ? Number.POSITIVE_INFINITY : 30_000),
  }).data
}
