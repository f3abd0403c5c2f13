import { queryOptions } from '@tanstack/react-query'
import type { Visibility } from './catalogue.ts'
import { ask } from './http.ts'

/** A view of a dashboard with a name. */
export type NamedView = {
  readonly id: string
  /** Its short address: `/v/CODE`. */
  readonly code: string
  readonly name: string
  readonly dashboard_id: string
  /** What is chosen, as in an address after the `?`. */
  readonly search: string
  readonly visibility: Visibility
  readonly can_change: boolean
}

export const namedViews = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await ask<{ views: NamedView[] }>('/v1/views', { signal })).views,
  staleTime: 60_000,
})

export const namedView = (code: string) =>
  queryOptions({
    queryKey: ['views', code],
    queryFn: ({ signal }) => ask<NamedView>(pathOf(code), { signal }),
    staleTime: 10_000,
  })

export type NewNamedView = Pick<NamedView, 'name' | 'dashboard_id' | 'search' | 'visibility'>

export const createView = (view: NewNamedView): Promise<NamedView> => ask('/v1/views', { method: 'POST', body: view })

export const changeView = (
  id: string,
  changes: Partial<Pick<NamedView, 'name' | 'search' | 'visibility'>>,
): Promise<NamedView> => ask(pathOf(id), { method: 'PATCH', body: changes })

export const deleteView = (id: string): Promise<unknown> => ask(pathOf(id), { method: 'DELETE' })

const pathOf = (id: string) => `/v1/views/${encodeURIComponent(id)}`

/** The short address of a view. It stays when the view is renamed or shows something else. */
export const addressOf = ({ code }: Pick<NamedView, 'code'>): string => `${window.location.origin}/v/${code}`
