import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

/** Why an event is not taken, the server's closed list. */
export const rejectionReasons = [
  'unreadable',
  'too_large',
  'invalid_envelope',
  'unknown_type',
  'forbidden_type',
  'time_in_future',
  'time_too_old',
  'invalid_data',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export type EventProblem = { readonly reason: RejectionReason; readonly message: string; readonly pointer: string }

/** An event that was refused and kept, in brief. */
export type RejectedEvent = {
  readonly id: string
  readonly received_at: string
  readonly problems: readonly EventProblem[]
  /** The first characters of its JSON. */
  readonly beginning: string
}

type Page = { readonly quarantine: readonly RejectedEvent[]; readonly cursor: string | null }

/** Those that wait, newest first; with one reason, or all. */
export const rejectedEvents = (reason: RejectionReason | undefined) =>
  infiniteQueryOptions({
    queryKey: ['quarantine', 'list', reason ?? ''],
    queryFn: ({ signal, pageParam }) => {
      const search = new URLSearchParams({ status: 'open', limit: '100' })
      if (reason !== undefined) search.set('reason', reason)
      if (pageParam !== '') search.set('cursor', pageParam)
      return ask<Page>(`/v1/quarantine?${search}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  })

export type ReasonCount = {
  readonly reason: RejectionReason
  readonly events: number
  readonly first_received_at: string
  readonly last_received_at: string
}

/** How many events wait for each reason. */
export const rejectionReasonCounts = queryOptions({
  queryKey: ['quarantine', 'reasons'],
  queryFn: async ({ signal }) => (await ask<{ reasons: ReasonCount[] }>('/v1/quarantine/reasons', { signal })).reasons,
})

const path = (id: string) => `/v1/quarantine/${encodeURIComponent(id)}`

/** The event whole, as it came: JSON, or its text where it could not be read. */
export const rejectedEvent = (id: string) =>
  queryOptions({
    queryKey: ['quarantine', 'one', id],
    queryFn: ({ signal }) => ask<Omit<RejectedEvent, 'beginning'> & { readonly event: unknown }>(path(id), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Takes the mended event as if it came in now. A Refusal `replay_rejected` has what is still wrong with it. */
export const replay = (id: string, event: unknown): Promise<unknown> =>
  ask(`${path(id)}/replay`, { method: 'POST', body: { event } })

export const discard = (id: string): Promise<unknown> => ask(path(id), { method: 'DELETE' })

/** Some events by name, those with a reason, or all that wait. */
export type Choice = { readonly ids: readonly string[] } | { readonly reason: RejectionReason } | { readonly all: true }

/** What became of many: how many count now, and what is still wrong with the others. */
export type Replayed = {
  readonly accepted: number
  readonly refused: readonly { readonly id: string; readonly problems: readonly EventProblem[] }[]
}

type Part = {
  readonly results: readonly {
    readonly id: string
    readonly status: 'replayed' | 'open'
    readonly problems: readonly EventProblem[]
  }[]
  readonly cursor: string | null
}

/** Takes the chosen events as they came, part by part; `onPart` hears how far it is. */
export async function replayMany(choice: Choice, onPart: (soFar: Replayed) => void): Promise<Replayed> {
  let soFar: Replayed = { accepted: 0, refused: [] }
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const body = { ...choice, ...(cursor !== undefined && { cursor }) }
    const part: Part = await ask<Part>('/v1/quarantine/replay', { method: 'POST', body })
    const refused = part.results.filter(({ status }) => status === 'open')
    soFar = {
      accepted: soFar.accepted + part.results.length - refused.length,
      refused: [...soFar.refused, ...refused],
    }
    onPart(soFar)
    cursor = part.cursor
  }
  return soFar
}

export const discardMany = (choice: Choice): Promise<{ readonly discarded: number }> =>
  ask('/v1/quarantine/discard', { method: 'POST', body: choice })
