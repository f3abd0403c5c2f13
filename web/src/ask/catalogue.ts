import type { Dashboard, Panel } from '@parley/core/declare/dashboard.ts'
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
  readonly source: readonly string[]
  readonly fact: string
  readonly dimensions: readonly string[]
  readonly additive: boolean
  readonly empty: 0 | null
  /** The metric whose distribution it describes: `avg_response_time` is a statistic of `response_time`. */
  readonly statistic_of?: string
  /** Which way is good, where there is one. */
  readonly better?: 'more' | 'less'
}

export type DimensionInfo = {
  readonly id: string
  readonly title: string
  readonly entity?: string
  readonly values?: readonly { readonly value: string; readonly title: string }[]
}

export type DashboardInfo = { readonly id: string; readonly group: string; readonly title: string; readonly question: string }
export type DashboardIndex = {
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly dashboards: readonly DashboardInfo[]
}
export type TitledPanel = Panel & { readonly title: string }
export type DashboardPage = Omit<Dashboard, 'panels'> &
  DashboardInfo & { readonly panels: readonly TitledPanel[] }

/** The catalogue changes with the version of the server only: once a visit is enough. */
const staleTime = Number.POSITIVE_INFINITY

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
    staleTime,
  })

export const dashboardIn = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['dashboards', id, language],
    queryFn: ({ signal }) => ask<DashboardPage>(`/v1/dashboards/${encodeURIComponent(id)}`, { signal, language }),
    staleTime,
  })

export type DimensionValue = { readonly value: string | null; readonly label: string; readonly count: number }

export const dimensionValues = (id: string, search: string, range: Readonly<Record<string, string>>, language: Language) =>
  queryOptions({
    queryKey: ['dimension-values', id, search, range, language],
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({ ...(search === '' ? {} : { search }), ...range })
      const path = `/v1/dimensions/${encodeURIComponent(id)}/values?${params}`
      const { values } = await ask<{ values: DimensionValue[] }>(path, { signal, language })
      return values
    },
    staleTime: 60_000,
  })
