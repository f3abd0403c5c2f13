import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { recordAudit } from './audit.ts'
import { nameText } from './organizations.ts'
import { type KeyPrincipal, type Scope, scopes } from './principal.ts'
import { hashOf, isSecretShaped, newSecret } from './secrets.ts'
import type { KeyRow, Tables } from './tables.ts'

/** What is known of a key once it was handed out: everything but the key. */
export type Key = {
  readonly id: string
  readonly organization_id: string
  readonly name: string
  /** Its first characters, to recognize it by. */
  readonly prefix: string
  readonly kind: KeyKind
  readonly scopes: readonly Scope[]
  /** Where a publishable key may be used from; empty for a secret key. */
  readonly origins: readonly string[]
  readonly created_at: number
  /** To the minute; null when it was never used. */
  readonly last_used_at: number | null
  readonly revoked_at: number | null
}

const kinds = ['secret', 'publishable'] as const
type KeyKind = (typeof kinds)[number]

const originText = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin
  context.addIssue({
    code: 'custom',
    params: { code: 'invalid_origin' },
    message: `${JSON.stringify(text)} is not an origin. Use scheme and host only, such as "https://www.example.com".`,
  })
  return z.NEVER
})

export const newKey = z
  .object({
    name: nameText.optional(),
    kind: z.enum(kinds).default('secret'),
    scopes: z.array(z.enum(scopes)).optional(),
    origins: z.array(originText).max(limits.originsPerKey).default([]),
  })
  .superRefine((key, context) => {
    const wrong = (field: string, code: string, message: string) =>
      context.addIssue({ code: 'custom', params: { code }, path: [field], message })
    if (key.kind === 'secret') {
      if (!key.scopes?.length)
        wrong('scopes', 'scope_required', `A secret key needs at least one of ${scopes.join(', ')}.`)
      if (key.origins.length > 0) {
        wrong(
          'origins',
          'origins_not_allowed',
          'Only a publishable key has origins. A secret key must never be in a page.',
        )
      }
      return
    }
    if (key.scopes?.some((scope) => scope !== 'ingest')) {
      wrong('scopes', 'scope_not_allowed', 'A publishable key can only ingest: anybody can read it in a page.')
    }
    if (key.origins.length === 0) {
      wrong('origins', 'origin_required', 'A publishable key needs the origins of the pages it is used on.')
    }
  })
export type NewKey = z.output<typeof newKey>

export type Keys = {
  /** Makes a key of an existing organization. `secret` is shown this once: only its hash is kept. */
  create(organizationId: string, input: NewKey, actor: string): Promise<{ key: Key; secret: string }>
  /** Keys of these organizations, oldest first, revoked ones included. */
  list(organizationIds: readonly string[]): Promise<Key[]>
  /**
   * Ends a key at once in this process and within {@link limits.keyCacheMs} in others. Revoking twice changes nothing.
   * Throws `unknown_key_id` (404) unless it is a key of one of these organizations.
   */
  revoke(id: string, organizationIds: readonly string[], actor: string): Promise<Key>
  /** Who holds this key, or null when it is none of ours or revoked. */
  verify(secret: string): Promise<KeyPrincipal | null>
}

/** `warn` is told when the last use of a key could not be written down, which is no reason to refuse the key. */
export function createKeys(db: Kysely<Tables>, clock: Clock, warn: (cause: unknown) => void): Keys {
  const believed = new Map<string, { principal: KeyPrincipal; until: number }>()
  /** How many were revoked here: what was read from the database before one of them is not remembered. */
  let revocations = 0

  function believe(hash: string, principal: KeyPrincipal): void {
    if (believed.size >= limits.keyCacheEntries) {
      const oldest = believed.keys().next()
      if (!oldest.done) believed.delete(oldest.value)
    }
    believed.delete(hash)
    believed.set(hash, { principal, until: clock.now() + limits.keyCacheMs })
  }

  async function noteUse(row: KeyRow): Promise<void> {
    if (row.last_used_at !== null && clock.now() - row.last_used_at < limits.keyUseMs) return
    await db.updateTable('keys').set({ last_used_at: clock.now() }).where('id', '=', row.id).execute()
  }

  return {
    create: async (organizationId, input, actor) => {
      const { row, secret } = keyRow(organizationId, input, clock.now())
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('keys').values(row).execute()
        const detail = { name: row.name, prefix: row.prefix, kind: row.kind, scopes: JSON.parse(row.scopes) }
        await recordAudit(transaction, clock, { organizationId, actor, action: 'key.created', target: row.id, detail })
      })
      return { key: toKey(row), secret }
    },
    list: async (organizationIds) => {
      const ids = [...organizationIds]
      if (ids.length === 0) return []
      const rows = await db.selectFrom('keys').selectAll().where('organization_id', 'in', ids).orderBy('id').execute()
      return rows.map(toKey)
    },
    revoke: async (id, organizationIds, actor) => {
      const row = await db.transaction().execute(async (transaction) => {
        const found = await transaction.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst()
        if (!found || !organizationIds.includes(found.organization_id)) throw unknownKeyId(id)
        if (found.revoked_at !== null) return found
        const revoked = { ...found, revoked_at: clock.now() }
        await transaction.updateTable('keys').set({ revoked_at: revoked.revoked_at }).where('id', '=', id).execute()
        const organizationId = found.organization_id
        await recordAudit(transaction, clock, { organizationId, actor, action: 'key.revoked', target: id })
        return revoked
      })
      revocations += 1
      believed.delete(row.hash)
      return toKey(row)
    },
    verify: async (secret) => {
      if (!/^[sp]k_/.test(secret) || !isSecretShaped(secret.slice(3))) return null
      const hash = hashOf(secret)
      const known = believed.get(hash)
      if (known && clock.now() < known.until) return known.principal
      const revocationsBefore = revocations
      const row = await db.selectFrom('keys').selectAll().where('hash', '=', hash).executeTakeFirst()
      if (!row || row.revoked_at !== null) {
        believed.delete(hash)
        return null
      }
      const principal = toPrincipal(row)
      if (revocations === revocationsBefore) believe(hash, principal)
      noteUse(row).catch(warn)
      return principal
    },
  }
}

function keyRow(organizationId: string, input: NewKey, now: number): { row: KeyRow; secret: string } {
  const secret = `${input.kind === 'secret' ? 'sk' : 'pk'}_${newSecret()}`
  const keyScopes: readonly Scope[] = input.kind === 'publishable' ? ['ingest'] : [...new Set(input.scopes)]
  const row: KeyRow = {
    id: newId(),
    organization_id: organizationId,
    name: input.name ?? `${input.kind === 'publishable' ? 'publishable' : 'secret'}: ${keyScopes.join(', ')}`,
    prefix: secret.slice(0, 9),
    hash: hashOf(secret),
    kind: input.kind,
    scopes: JSON.stringify(keyScopes),
    allowed_origins: JSON.stringify([...new Set(input.origins)]),
    created_at: now,
    last_used_at: null,
    revoked_at: null,
  }
  return { row, secret }
}

function toKey({ hash: _, allowed_origins, ...row }: KeyRow): Key {
  return {
    ...row,
    kind: row.kind === 'publishable' ? 'publishable' : 'secret',
    scopes: JSON.parse(row.scopes),
    origins: JSON.parse(allowed_origins),
  }
}

function toPrincipal(row: KeyRow): KeyPrincipal {
  const key = toKey(row)
  return {
    kind: 'key',
    organizationId: key.organization_id,
    scopes: new Set(key.scopes),
    keyId: key.id,
    isPublishable: key.kind === 'publishable',
    allowedOrigins: key.origins,
  }
}

function unknownKeyId(id: string): AppError {
  return new AppError(
    'unknown_key_id',
    404,
    `There is no key with the id ${JSON.stringify(id)} that you can see. List the keys and take an id from there.`,
  )
}
