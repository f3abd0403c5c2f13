import { queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Times of day, `["09:00", "12:30"]`; `24:00` ends a day. */
export type Period = readonly string[]

/** As the server and events write them: a day that is absent is closed, an exception replaces the hours of its date. */
export type ServiceHours = {
  readonly weekly: { readonly [Day in Weekday]?: readonly Period[] }
  readonly exceptions?: readonly { readonly date: string; readonly hours: readonly Period[] }[]
}

export type Touchpoint = {
  readonly id: string
  readonly name: string | null
  readonly channel: string | null
  readonly service_hours: ServiceHours | null
  readonly service_hours_source: 'own' | 'events' | 'none'
  readonly described_service_hours: ServiceHours | null
  readonly time_zone: string
  readonly time_zone_source: 'own' | 'events' | 'organization'
  readonly described_time_zone: string | null
}

export const touchpointsOfOrganization = queryOptions({
  queryKey: ['touchpoints'],
  queryFn: async ({ signal }) => (await ask<{ touchpoints: Touchpoint[] }>('/v1/touchpoints', { signal })).touchpoints,
})

/** Null: as the events say. */
export type TouchpointChanges = { readonly service_hours: ServiceHours | null; readonly time_zone: string | null }

export const changeTouchpoint = (id: string, changes: TouchpointChanges): Promise<unknown> =>
  ask(`/v1/touchpoints/${encodeURIComponent(id)}`, { method: 'PATCH', body: changes })
