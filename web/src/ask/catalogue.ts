import type { PanelFilter, PanelGranularity, PanelKind, PanelWindow } from '@parley/core/declare/dashboard.ts'
import type { Unit } from '@parley/core/declare/metric.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import { ask } from './http.ts'

/** A metric as the catalogue tells it to people, in their language. */
export type MetricInfo = {
  readonly id: string
  readonly title: string
  readonly unit: Unit
  readonly what: string
  readonly when: string
  readonly why: string
  readonly formula: string
  readonly fact: string
  readonly dimensions: readonly string[]
  readonly additive: boolean
  readonly empty: 0 | null
  /** The metric whose distribution it describes: `avg_response_time` is a statistic of `response_time`. */
  readonly statistic_of?: string | null
  /** Which way is good, where there is one. */
  readonly better?: 'more' | 'less' | null
}

export type DimensionInfo = {
  readonly id: string
  readonly title: string
  readonly entity?: string | null
  readonly values?: readonly { readonly value: string; readonly title: string }[] | null
  /** Of an open list: the values that mean the same everywhere. */
  readonly reserved?: readonly { readonly value: string; readonly title: string }[]
}

export type DashboardInfo = {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly question: string
  readonly visibility: 'built_in' | Visibility
  readonly can_change: boolean
}

/** Who sees what somebody made: they alone, or everybody of their organization. */
export type Visibility = 'private' | 'organization'

export type DashboardIndex = {
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly dashboards: readonly DashboardInfo[]
}
/** A panel as the API tells it: nothing is left out, what there is not is null or empty. */
export type TitledPanel = {
  readonly id: string
  readonly title: string
  readonly kind: PanelKind
  readonly metrics: readonly string[]
  readonly dimensions: readonly string[]
  readonly granularity: PanelGranularity | null
  /** The finest buckets that `auto` gives; null is any. */
  readonly finest: 'week' | null
  readonly cycle: 'sum' | 'mean'
  /** Of records: which of their columns are told, in order; null is all that say something. */
  readonly columns: readonly string[] | null
  /** A stretch of time of its own, until now; null is the range of the page. */
  readonly window: PanelWindow | null
  /** Of which rows only, whatever the page is filtered by. */
  readonly only: PanelFilter | null
  readonly width: number
}

export type DashboardPage = DashboardInfo & {
  /** Dimensions offered as filters. */
  readonly filters: readonly string[]
  /** Metrics offered in the picker, the first chosen at the start; empty where there is none. */
  readonly picker: readonly string[]
  readonly panels: readonly TitledPanel[]
  /** Of one that people compose: grows with every change. */
  readonly revision: number | null
}

/** The catalogue changes with the version of the server only: once a visit is enough. */
const staleTime = Number.POSITIVE_INFINITY

/** Others compose and share dashboards meanwhile. */
const composedStaleMs = 60_000

export const metricsIn = (language: Language) =>
  queryOptions({
    queryKey: ['metrics', language],
    queryFn: async ({ signal }) => {
      const { metrics } = await ask<{ metrics: MetricInfo[] }>('/v1/metrics', { signal, language })
      return new Map(metrics.map((metric) => [metric.id, metric]))
    },
    staleTime,
  })

export const dimensionsIn = (language: Language) =>
  queryOptions({
    queryKey: ['dimensions', language],
    queryFn: async ({ signal }) => {
      const { dimensions } = await ask<{ dimensions: DimensionInfo[] }>('/v1/dimensions', { signal, language })
      return new Map(dimensions.map((dimension) => [dimension.id, dimension]))
    },
    staleTime,
  })

export const dashboardsIn = (language: Language) =>
  queryOptions({
    queryKey: ['dashboards', language],
    queryFn: ({ signal }) => ask<DashboardIndex>('/v1/dashboards', { signal, language }),
    staleTime: composedStaleMs,
  })

export const dashboardIn = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['dashboards', id, language],
    queryFn: ({ signal }) => ask<DashboardPage>(`/v1/dashboards/${encodeURIComponent(id)}`, { signal, language }),
    staleTime: composedStaleMs,
  })

export type DimensionValue = {
  readonly value: string | number | null
  readonly label: string | null
  readonly count: number
}

/** The values a dimension has had lately, the most frequent first. */
export const dimensionValues = (id: string, search: string, language: Language) =>
  queryOptions({
    queryKey: ['dimension-values', id, search, language],
    queryFn: async ({ signal }) => {
      const query = search === '' ? '' : `?${new URLSearchParams({ search })}`
      const path = `/v1/dimensions/${encodeURIComponent(id)}/values${query}`
      return (await ask<{ values: DimensionValue[] }>(path, { signal, language })).values
    },
    staleTime: 60_000,
  })
