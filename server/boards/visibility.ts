import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { actorOf, type Principal } from '../account/principal.ts'
import type { Tables } from '../account/tables.ts'

/** Who sees what somebody made: they alone, or everybody of their organization. Those above and below it never do. */
export const visibilities = ['private', 'organization'] as const
export type Visibility = (typeof visibilities)[number]

export const visibilityText = z
  .enum(visibilities)
  .meta({ description: '`private`: you alone; `organization`: everybody of your organization.' })

/** Somebody who makes and looks at things: in which organization, as whom, and whether they keep order in it. */
export type Maker = {
  readonly organizationId: string
  /** As the audit says it: `user:ID` or `key:ID`. */
  readonly actor: string
  readonly isAdmin: boolean
}

export function makerOf(principal: Principal): Maker {
  return {
    organizationId: principal.organizationId,
    actor: actorOf(principal),
    isAdmin: principal.scopes.has('admin'),
  }
}

/** A person may make things for themselves; a key that only asks questions changes nothing. Throws `scope_required` (403). */
export function writerOf(principal: Principal): Maker {
  if (principal.kind === 'key' && !principal.scopes.has('admin'))
    throw new AppError(
      'scope_required',
      403,
      'A key needs the scope "admin" to change dashboards and views. Use one that has it, or sign in.',
    )
  return makerOf(principal)
}

type Owned = { readonly owner: string; readonly visibility: Visibility }

export const isSeenBy = ({ owner, visibility }: Owned, { actor }: Maker): boolean =>
  visibility === 'organization' || owner === actor

/** What is shared may be put in order by administrators too. */
export const isChangedBy = (made: Owned, maker: Maker): boolean =>
  made.owner === maker.actor || (made.visibility === 'organization' && maker.isAdmin)

/** Throws `not_yours` (403). */
export function refuseOthers(made: Owned, maker: Maker, what: string): void {
  if (isChangedBy(made, maker)) return
  throw new AppError(
    'not_yours',
    403,
    `This ${what} was made by somebody else. Ask them or an administrator to change it, or make a copy of your own.`,
  )
}

/** What somebody shared is hidden by themselves alone: to anybody else it would be gone. Throws `not_yours` (403). */
export function refuseHiding(made: Owned, visibility: Visibility | undefined, maker: Maker, what: string): void {
  if (visibility !== 'private' || made.visibility === 'private' || made.owner === maker.actor) return
  throw new AppError(
    'not_yours',
    403,
    `Only who made this ${what} can make it private again. Ask them, or delete it if nobody needs it.`,
  )
}

/** Nobody else changes what the organization has until the transaction ends. */
export async function lock(transaction: Kysely<Tables>, organizationId: string): Promise<void> {
  // Writing to its row is a lock that SQLite and PostgreSQL both have.
  await transaction.updateTable('organizations').set({ id: organizationId }).where('id', '=', organizationId).execute()
}
