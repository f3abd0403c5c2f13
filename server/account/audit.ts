import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Clock } from '../clock.ts'
import type { Tables } from './tables.ts'

/** One change of a setting: who did what to which thing. */
export type AuditEntry = {
  readonly organizationId: string
  /** `user:ID`, `key:ID`, `cli` or `system`. */
  readonly actor: string
  /** Noun and what happened to it: `key.created`. */
  readonly action: string
  /** Id of the thing. */
  readonly target: string
  /** What a reader later needs to understand it; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes an entry in the caller's transaction, so that the change and its record come together or not at all. */
export async function recordAudit(db: Kysely<Tables>, clock: Clock, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id: newId(),
      organization_id: entry.organizationId,
      at: clock.now(),
      actor: entry.actor,
      action: entry.action,
      target: entry.target,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute()
}

/** The newest entries of these organizations, newest first. */
export async function listAudit(
  db: Kysely<Tables>,
  organizationIds: readonly string[],
  limit: number,
): Promise<(AuditEntry & { readonly id: string; readonly at: number })[]> {
  if (organizationIds.length === 0) return []
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('organization_id', 'in', organizationIds)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organization_id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    target: row.target,
    detail: JSON.parse(row.detail),
  }))
}
