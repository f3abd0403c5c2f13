import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

export type EventProblem = { readonly reason: string; readonly message: string; readonly pointer: string }

/** An event that was refused and kept, in brief. */
export type RejectedEvent = {
  readonly id: string
  readonly received_at: string
  readonly problems: readonly EventProblem[]
  /** The first characters of its JSON. */
  readonly beginning: string
}

type Page = { readonly quarantine: readonly RejectedEvent[]; readonly cursor: string | null }

export const rejectedEvents = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ signal, pageParam }) =>
    ask<Page>(
      `/v1/quarantine?status=open&limit=100${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      {
        signal,
      },
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.cursor,
})

const path = (id: string) => `/v1/quarantine/${encodeURIComponent(id)}`

/** The event whole, as it came: JSON, or its text where it could not be read. */
export const rejectedEvent = (id: string) =>
  queryOptions({
    queryKey: ['quarantine', id],
    queryFn: ({ signal }) => ask<Omit<RejectedEvent, 'beginning'> & { readonly event: unknown }>(path(id), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Takes the mended event as if it came in now. A Refusal `replay_rejected` has what is still wrong with it. */
export const replay = (id: string, event: unknown): Promise<unknown> =>
  ask(`${path(id)}/replay`, { method: 'POST', body: { event } })

export const discard = (id: string): Promise<unknown> => ask(path(id), { method: 'DELETE' })
