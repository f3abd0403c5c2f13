import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { SignInLinkRow, Tables } from './tables.ts'

/** What a link is for: to become the owner of a fresh installation, or to sign in as a user who exists. */
export type LinkPurpose = 'owner' | 'user'

/** A link while it can be used. `token` is shown once: only its hash is kept. */
export type SignInLink = { readonly token: string; readonly purpose: LinkPurpose; readonly expires_at: number }

/** A link that signs a user in to an organization, once, within {@link limits.signInLinkMs}. */
export function insertUserLink(
  db: Kysely<Tables>,
  clock: Clock,
  userId: string,
  organizationId: string,
): Promise<SignInLink> {
  return insertLink(db, clock, { purpose: 'user', user_id: userId, organization_id: organizationId })
}

/** A link that makes its user the owner. Earlier ones end: only the newest, the one on the screen, works. */
export async function insertOwnerLink(db: Kysely<Tables>, clock: Clock): Promise<SignInLink> {
  await db.deleteFrom('sign_in_links').where('purpose', '=', 'owner').where('used_at', 'is', null).execute()
  return insertLink(db, clock, { purpose: 'owner', user_id: null, organization_id: null })
}

/**
 * Looks at a link without using it. Throws `sign_in_link_unknown` (404), `sign_in_link_used` or
 * `sign_in_link_expired` (410).
 */
export async function findLink(db: Kysely<Tables>, clock: Clock, token: string): Promise<SignInLinkRow> {
  const tokenHash = hashOf(token)
  const row = await db.selectFrom('sign_in_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (!row) throw refusal('unknown', 404, 'This sign-in link is not one of ours, or a newer one replaced it.')
  if (row.used_at !== null) throw used()
  if (row.expires_at <= clock.now()) throw refusal('expired', 410, 'This sign-in link is more than a day old.')
  return row
}

/** Uses a link up, in the caller's transaction. Of two at the same time one wins; the other gets `sign_in_link_used`. */
export async function consumeLink(db: Kysely<Tables>, clock: Clock, token: string): Promise<void> {
  const result = await db
    .updateTable('sign_in_links')
    .set({ used_at: clock.now() })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw used()
}

async function insertLink(
  db: Kysely<Tables>,
  clock: Clock,
  link: Pick<SignInLinkRow, 'user_id' | 'organization_id'> & { purpose: LinkPurpose },
): Promise<SignInLink> {
  const token = newSecret()
  const now = clock.now()
  const expires = now + limits.signInLinkMs
  await db
    .insertInto('sign_in_links')
    .values({ ...link, token_hash: hashOf(token), created_at: now, expires_at: expires, used_at: null })
    .execute()
  return { token, purpose: link.purpose, expires_at: expires }
}

function used(): AppError {
  return refusal('used', 410, 'This sign-in link has been used; it works once.')
}

function refusal(what: 'unknown' | 'used' | 'expired', status: number, message: string): AppError {
  return new AppError(
    `sign_in_link_${what}`,
    status,
    `${message} Ask an administrator for a new one (\`parley users create\`), or restart the server when there is no owner yet.`,
  )
}
