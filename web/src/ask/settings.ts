import { queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

/** What an organization decides for itself, by the server's names. */
export type Settings = {
  readonly session_timeouts: Readonly<Record<string, number>>
  readonly attribution_window_days: number
  readonly sla_target_seconds: number
  readonly business_type: string | null
  readonly conversion_rates: Readonly<Record<string, number>>
  readonly potential_visitors: number | null
  readonly potential_sales_agents: number | null
  readonly potential_service_advisers: number | null
  readonly potential_leads: number | null
  readonly potential_workshop_appointments: number | null
}

export type HeldSetting<Value> = {
  readonly value: Value
  readonly source: 'own' | 'inherited' | 'default'
  readonly default: Value
}

export type HeldSettings = { readonly [Name in keyof Settings]: HeldSetting<Settings[Name]> }

/** Null takes a value back. */
export type SettingChanges = { readonly [Name in keyof Settings]?: Settings[Name] | null }

const path = (organization: string) => `/v1/organizations/${encodeURIComponent(organization)}`

export const settingsOf = (organization: string) =>
  queryOptions({
    queryKey: ['settings', organization],
    queryFn: async ({ signal }) =>
      (await ask<{ settings: HeldSettings }>(`${path(organization)}/settings`, { signal })).settings,
  })

export const changeSettings = (organization: string, changes: SettingChanges): Promise<unknown> =>
  ask(`${path(organization)}/settings`, { method: 'PATCH', body: changes })

export const changeOrganization = (
  organization: string,
  changes: { readonly name?: string; readonly time_zone?: string },
): Promise<unknown> => ask(path(organization), { method: 'PATCH', body: changes })

/** Whether the numbers follow what is set, and how far they are. `of` is 0 while it waits for its turn. */
export type Derivation = { readonly status: 'current' | 'running'; readonly done: number; readonly of: number }

export const derivation = queryOptions({
  queryKey: ['derivation'],
  queryFn: ({ signal }) => ask<Derivation>('/v1/derivation', { signal }),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.status === 'running' ? 700 : false),
})
