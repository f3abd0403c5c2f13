import { earliestDay } from '@parley/core/dashboards/window-range.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { addDays, bucketOf, type LocalTime, wallClock } from '../ui/formats/local-time.ts'
import { readAnswer, type SentAnswer } from './answer.ts'
import { ask } from './http.ts'
import { useDelayed } from './use-answer.ts'

/** The last month in which a metric counted anything, in a zone; null when it never did. */
const newestMonth = (metric: string, zone: string) =>
  queryOptions({
    queryKey: ['newest-month', metric, zone],
    queryFn: async ({ signal }): Promise<LocalTime | null> => {
      const tomorrow = addDays(bucketOf(wallClock(Date.now(), zone), 'day'), 1)
      const answer = readAnswer(
        await ask<SentAnswer>('/v1/query', {
          method: 'POST',
          body: {
            metrics: [metric],
            range: { from: earliestDay, to: tomorrow },
            time_zone: zone,
            granularity: 'month',
          },
          signal,
        }),
      )
      const last = answer.rows.findLast(([, value]) => typeof value === 'number' && value > 0)
      return typeof last?.[0] === 'string' ? last[0] : null
    },
    staleTime: 30_000,
  })

/** What a page shows goes before what is said of a panel that shows nothing. */
const askAfterMs = 600

/** Undefined while it is not known. */
export function useNewestMonth(metric: string | undefined, zone: string): LocalTime | null | undefined {
  const isDue = useDelayed(metric !== undefined, askAfterMs)
  return useQuery({ ...newestMonth(metric ?? '', zone), enabled: metric !== undefined && isDue }).data
}
