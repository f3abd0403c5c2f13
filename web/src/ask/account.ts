import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import { ask } from './http.ts'

export type Organization = {
  readonly id: string
  readonly name: string
  readonly parent_id?: string | null
  readonly level: number
  readonly time_zone: string
}

export type Me = {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly language?: string | null
  } | null
  readonly organization: Organization
  readonly organizations: readonly Organization[]
  /** Where the user is a member, whichever of them this session looks at. */
  readonly memberships: readonly { readonly organization_id: string; readonly name: string; readonly role: string }[]
  readonly scopes: readonly string[]
}

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/v1/me', { signal }),
  staleTime: 5 * 60_000,
  retry: false,
})

export type SignInLink = {
  readonly purpose: 'owner' | 'user'
  readonly expires_at: string
  /** Where it leads; null when it will create the first organization. */
  readonly organization: { readonly id: string; readonly name: string } | null
}

/** What a one-time link is for. Looking does not use it up. */
export const signInLink = (token: string) =>
  queryOptions({
    queryKey: ['sign-in', token],
    queryFn: ({ signal }) => ask<SignInLink>(`/v1/sign-in/${encodeURIComponent(token)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export type Owner = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly organization_name?: string
  readonly time_zone?: string
}

/** Uses a one-time link up: the answer sets the session's cookie. */
export const signIn = (token: string, owner?: Owner): Promise<unknown> =>
  ask('/v1/sign-in', { method: 'POST', body: { token, ...owner } })

/** The language is the user's, on every device. */
export const changeMe = (changes: { readonly language: Language }): Promise<unknown> =>
  ask('/v1/me', { method: 'PATCH', body: changes })

export const signOut = (): Promise<unknown> => ask('/v1/sign-out', { method: 'POST', body: {} })

/** Makes this browser look at another organization. */
export const moveTo = (organization_id: string): Promise<unknown> =>
  ask('/v1/me/organization', { method: 'POST', body: { organization_id } })
