import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { hashOf, isSecretShaped, newSecret } from './secrets.ts'
import type { BrowserSessionRow, Tables } from './tables.ts'

/** How often the last sign of life of a browser is written down, ms. */
const lastSeenMs = 3_600_000

/** What the browser keeps. `token` goes into its cookie and nowhere else: only its hash is kept. */
export type BrowserSession = { readonly token: string; readonly expires_at: number }

/** Begins a session of {@link limits.browserSessionMs}; it is not prolonged by use. Forgets those that are over. */
export async function beginSession(
  db: Kysely<Tables>,
  clock: Clock,
  userId: string,
  organizationId: string,
): Promise<BrowserSession> {
  const token = newSecret()
  const now = clock.now()
  const expires = now + limits.browserSessionMs
  await db.deleteFrom('browser_sessions').where('expires_at', '<=', now).execute()
  await db
    .insertInto('browser_sessions')
    .values({
      token_hash: hashOf(token),
      user_id: userId,
      organization_id: organizationId,
      created_at: now,
      expires_at: expires,
      last_seen_at: now,
    })
    .execute()
  return { token, expires_at: expires }
}

/** The session of a cookie, or null when there is none or it is over. */
export async function findSession(db: Kysely<Tables>, clock: Clock, token: string): Promise<BrowserSessionRow | null> {
  if (!isSecretShaped(token)) return null
  const tokenHash = hashOf(token)
  const row = await db.selectFrom('browser_sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  const now = clock.now()
  if (!row || row.expires_at <= now) return null
  if (now - row.last_seen_at >= lastSeenMs) {
    await db.updateTable('browser_sessions').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).execute()
  }
  return row
}

/** Makes a session look at another organization. Whether its user may is for the caller to know. */
export async function moveSession(db: Kysely<Tables>, token: string, organizationId: string): Promise<void> {
  await db
    .updateTable('browser_sessions')
    .set({ organization_id: organizationId })
    .where('token_hash', '=', hashOf(token))
    .execute()
}

/** Ends a session; ending one that is not there changes nothing. */
export async function endSession(db: Kysely<Tables>, token: string): Promise<void> {
  await db.deleteFrom('browser_sessions').where('token_hash', '=', hashOf(token)).execute()
}
