import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import { ask } from './http.ts'

export type Person = { readonly kind: string; readonly id: string | null; readonly name: string | null }
export type Named = { readonly id: string; readonly name: string | null }

export type TimelineEntry = {
  readonly time: string
  readonly type: string
  readonly author: Person | null
  readonly text: string | null
  readonly is_private: boolean
  /** What else the event said. */
  readonly detail: Readonly<Record<string, unknown>>
}

export type Session = {
  readonly number: number
  readonly started_at: string
  readonly ended_at: string
  readonly agent: Person | null
  readonly is_two_way: boolean
  readonly is_missed: boolean
  readonly is_effective: boolean
  readonly is_lead: boolean
  readonly is_bot_chat: boolean
}

export type Conversation = {
  readonly id: string
  readonly channel: string | null
  readonly touchpoint: Named | null
  readonly contact: Named | null
  readonly sessions: readonly Session[]
  readonly timeline: readonly TimelineEntry[]
  /** Whether the timeline was cut at the server's limit. */
  readonly is_cut: boolean
  /** Names of what the details name by id: `{inbox: {i1: 'Sales'}}` for `inbox_id`. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const conversationById = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['conversations', id, language],
    queryFn: ({ signal }) => ask<Conversation>(`/v1/conversations/${encodeURIComponent(id)}`, { signal, language }),
    retry: false,
  })
