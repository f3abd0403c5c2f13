import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask, type Problem } from './http.ts'

/** An event that was refused and kept. `event` is what was sent: JSON, or its text where it is none. */
export type Rejected = {
  readonly id: string
  readonly received_at: string | number
  readonly problems: readonly Problem[]
  readonly event: unknown
}

type Page = { readonly events: readonly Rejected[]; readonly cursor: string | null; readonly total: number }

export const rejectedEvents = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ signal, pageParam }) =>
    ask<Page>(`/v1/quarantine?limit=100${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`, { signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.cursor,
})

const path = (id: string) => `/v1/quarantine/${encodeURIComponent(id)}`

/** Keeps the mended event in the place of the refused one; the answer tells what is still wrong with it. */
export const mend = (id: string, event: unknown): Promise<Rejected> => ask(path(id), { method: 'PUT', body: { event } })

/** Sends it as if it came in now. It leaves the quarantine when it is accepted. */
export const replay = (id: string): Promise<{ readonly accepted: number; readonly rejected: readonly Problem[] }> =>
  ask(`${path(id)}/replay`, { method: 'POST', body: {} })

export const discard = (id: string): Promise<unknown> => ask(path(id), { method: 'DELETE' })
