import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import { ask } from './http.ts'

export type Author = { readonly kind: string; readonly id?: string | null; readonly name?: string | null }

export type TimelineEntry = {
  readonly time: string
  readonly type: string
  readonly author: Author | null
  readonly text?: string | null
  readonly detail?: unknown
}

export type Session = {
  readonly number: number
  readonly started_at: string
  readonly ended_at: string
  readonly agent?: string | { readonly id: string; readonly name?: string | null } | null
  readonly [flag: string]: unknown
}

export type Conversation = {
  readonly id: string
  readonly channel: string | null
  readonly touchpoint_id: string | null
  readonly contact: { readonly id: string; readonly name: string | null } | null
  readonly sessions: readonly Session[]
  readonly timeline: readonly TimelineEntry[]
}

export const conversationById = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['conversations', id, language],
    queryFn: ({ signal }) => ask<Conversation>(`/v1/conversations/${encodeURIComponent(id)}`, { signal, language }),
    retry: false,
  })
