import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import { ask } from './http.ts'

export const roles = ['owner', 'admin', 'member'] as const
export type Role = (typeof roles)[number]

export type Member = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly organization_id: string
  readonly role: Role
}

/** Those of the organization and of all below it. */
export const membersInSight = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }) => (await ask<{ members: Member[] }>('/v1/members', { signal })).members,
})

export type NewMember = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language?: Language
  readonly organization_id?: string
}

export type Invitation = Member & { readonly sign_in_link: { readonly url: string; readonly expires_at: string } }

/** Makes a person a member, or one who is a link anew: it signs in once, within a day. */
export const invite = (member: NewMember): Promise<Invitation> => ask('/v1/members', { method: 'POST', body: member })

const path = (id: string) => `/v1/members/${encodeURIComponent(id)}`

export const changeRole = ({ id, organization_id }: Member, role: Role): Promise<unknown> =>
  ask(path(id), { method: 'PATCH', body: { role, organization_id } })

export const removeMember = ({ id, organization_id }: Member): Promise<unknown> =>
  ask(`${path(id)}?organization_id=${encodeURIComponent(organization_id)}`, { method: 'DELETE' })
