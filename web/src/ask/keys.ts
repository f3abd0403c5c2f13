import { queryOptions } from '@tanstack/react-query'
import { ask } from './http.ts'

export const scopes = ['ingest', 'query', 'admin'] as const

export type Key = {
  readonly id: string
  readonly name: string
  readonly kind: 'secret' | 'publishable'
  /** The first characters, enough to recognize a key by. */
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly origins: readonly string[]
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
}

export const keysOfOrganization = queryOptions({
  queryKey: ['keys'],
  queryFn: async ({ signal }) => (await ask<{ keys: Key[] }>('/v1/keys', { signal })).keys,
})

export type NewKey = {
  readonly name?: string
  readonly kind: 'secret' | 'publishable'
  /** Of a secret key; what a publishable one may do is fixed. */
  readonly scopes?: readonly string[]
  readonly origins?: readonly string[]
}

/** The answer holds the key itself, once: only a hash of it is kept. */
export const createKey = (key: NewKey): Promise<Key & { readonly key: string }> =>
  ask('/v1/keys', { method: 'POST', body: key })

export const revokeKey = (id: string): Promise<unknown> =>
  ask(`/v1/keys/${encodeURIComponent(id)}`, { method: 'DELETE' })
