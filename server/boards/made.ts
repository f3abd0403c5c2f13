import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Tables } from '../account/tables.ts'
import { isSeenBy, type Maker, type Visibility } from './visibility.ts'

/** What everything that somebody makes has: whose it is, and since when. */
export type Made = {
  readonly id: string
  readonly organization_id: string
  readonly owner: string
  readonly visibility: Visibility
  readonly created_at: number
  readonly changed_at: number
}

export function newlyMade(maker: Maker, now: number): Omit<Made, 'visibility'> {
  return { id: newId(), organization_id: maker.organizationId, owner: maker.actor, created_at: now, changed_at: now }
}

/** Those a maker sees, by what they are called. */
export function inSight<One extends Made>(all: readonly One[], maker: Maker, nameOf: (one: One) => string): One[] {
  return all.filter((one) => isSeenBy(one, maker)).sort((one, other) => nameOf(one).localeCompare(nameOf(other)))
}

/** What is changed: absent is left as it is. */
export function givenOf<Changes extends object>(
  changes: Changes,
): { [Field in keyof Changes]?: Exclude<Changes[Field], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Changes]?: Exclude<Changes[Field], undefined>
  }
}

/** What an organization may have only so many of. */
export type Limit = {
  readonly table: 'own_dashboards' | 'named_views'
  readonly most: number
  /** Of the error, 409. */
  readonly code: string
  /** As the error calls them. */
  readonly things: string
}

/** Throws the limit's code (409) where there are as many as there may be. Under `lock`. */
export async function refuseTooMany(
  db: Kysely<Tables>,
  organizationId: string,
  { table, most, code, things }: Limit,
): Promise<void> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow()
  if (Number(count) < most) return
  throw new AppError(
    code,
    409,
    `An organization has at most ${most} ${things}, private ones included. Delete one that nobody needs.`,
  )
}
