import type { PanelGranularity, PanelKind } from '@parley/core/declare/dashboard.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DashboardPage, TitledPanel, Visibility } from './catalogue.ts'
import { ask } from './http.ts'

/** A dashboard as it is sent: in the shape in which it is told. */
export type SentDashboard = {
  readonly title: string
  readonly question: string
  readonly visibility: Visibility
  readonly filters: readonly string[]
  readonly picker: readonly string[]
  readonly panels: readonly TitledPanel[]
}

export type SentHead = Pick<SentDashboard, 'title' | 'question' | 'visibility'>

const pathOf = (id: string) => `/v1/dashboards/${encodeURIComponent(id)}`

export const createDashboard = (body: SentDashboard): Promise<DashboardPage> =>
  ask('/v1/dashboards', { method: 'POST', body })

/** Refused with `dashboard_changed` when somebody changed it after that revision. */
export const replaceDashboard = (id: string, body: SentDashboard, revision: number | null): Promise<DashboardPage> =>
  ask(pathOf(id), { method: 'PUT', body: revision === null ? body : { ...body, revision } })

export const changeDashboard = (id: string, body: SentHead): Promise<DashboardPage> =>
  ask(pathOf(id), { method: 'PATCH', body })

export const deleteDashboard = (id: string): Promise<unknown> => ask(pathOf(id), { method: 'DELETE' })

/** Whether a kind of panel can draw something: how it may be cut by time, the usual first; or why it cannot. */
export type Fit = {
  readonly kind: PanelKind
  readonly granularities: readonly (PanelGranularity | null)[]
  readonly problems: readonly { readonly code: string; readonly message: string }[]
}

/** The server's rules of what can be drawn: the same as when a dashboard is saved. */
export const fittingKinds = (metrics: readonly string[], dimensions: readonly string[], picker: readonly string[]) =>
  queryOptions({
    queryKey: ['fitting', metrics, dimensions, picker],
    queryFn: async ({ signal }) => {
      const body = { metrics, dimensions, picker }
      return (await ask<{ kinds: Fit[] }>('/v1/panels/fitting', { method: 'POST', body, signal })).kinds
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
