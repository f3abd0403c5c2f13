import { queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

export type TrackedUrl = { readonly id: string; readonly label: string; readonly patterns: readonly string[] }
export type NewTrackedUrl = Omit<TrackedUrl, 'id'>

export const trackedUrlsOfOrganization = queryOptions({
  queryKey: ['tracked-urls'],
  queryFn: async ({ signal }) =>
    (await ask<{ tracked_urls: TrackedUrl[] }>('/v1/tracked-urls', { signal })).tracked_urls,
})

export const createTrackedUrl = (created: NewTrackedUrl): Promise<unknown> =>
  ask('/v1/tracked-urls', { method: 'POST', body: created })

const path = (id: string) => `/v1/tracked-urls/${encodeURIComponent(id)}`

export const changeTrackedUrl = (id: string, changes: NewTrackedUrl): Promise<unknown> =>
  ask(path(id), { method: 'PATCH', body: changes })

/** The server asks whether one is sure: whoever calls this has asked. */
export const removeTrackedUrl = (id: string): Promise<unknown> => ask(`${path(id)}?confirm=true`, { method: 'DELETE' })

export type PatternPreview = {
  readonly pages: readonly { readonly page: string; readonly events: number }[]
  readonly matched: number
  readonly seen: number
}

/** Which pages of the last 30 days these patterns match. */
export const patternPreview = (patterns: readonly string[]) =>
  queryOptions({
    queryKey: ['tracked-urls', 'preview', patterns],
    queryFn: ({ signal }) =>
      ask<PatternPreview>('/v1/tracked-urls/preview', { method: 'POST', body: { patterns }, signal }),
    enabled: patterns.length > 0,
    staleTime: 60_000,
    retry: false,
  })
