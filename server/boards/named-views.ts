import { randomBytes } from 'node:crypto'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../account/audit.ts'
import { nameText } from '../account/organizations.ts'
import type { NamedViewRow, Tables } from '../account/tables.ts'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { givenOf, inSight, type Limit, type Made, newlyMade, refuseTooMany } from './made.ts'
import {
  isSeenBy,
  lock,
  type Maker,
  refuseHiding,
  refuseOthers,
  type Visibility,
  visibilityText,
} from './visibility.ts'

export const newNamedView = z.strictObject({
  name: nameText,
  dashboard_id: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,80}$/, 'The id of a dashboard consists of letters, digits, _ and hyphens.'),
  search: z
    .string()
    .max(limits.viewSearchCharacters, `A view has at most ${limits.viewSearchCharacters} characters.`)
    .regex(/^[^\p{Cc}#]*$/u, 'A view is the part of an address after the "?", without control characters and "#".')
    .transform((text) => text.replace(/^\?/, ''))
    .meta({ description: 'What is chosen on the dashboard, as the part of its address after the `?`.' }),
  visibility: visibilityText.default('private'),
})
export type NewNamedView = z.output<typeof newNamedView>

/** A view of a dashboard that somebody gave a name: everything they had chosen there. */
export type NamedView = NewNamedView &
  Made & {
    /** Its short address: `/v/CODE`. */
    readonly code: string
  }

export type ViewChanges = { readonly [Field in keyof NewNamedView]?: NewNamedView[Field] | undefined }

export type NamedViews = {
  /** Those a maker sees, by name. */
  list(maker: Maker): Promise<NamedView[]>
  /** By id or code. Throws `unknown_view` (404). */
  find(idOrCode: string, maker: Maker): Promise<NamedView>
  /** Throws `too_many_views` (409). */
  create(input: NewNamedView, maker: Maker): Promise<NamedView>
  /** Throws `unknown_view` (404) and `not_yours` (403). */
  change(id: string, changes: ViewChanges, maker: Maker): Promise<NamedView>
  /** Throws `unknown_view` (404) and `not_yours` (403). */
  remove(id: string, maker: Maker): Promise<void>
}

const limit: Limit = {
  table: 'named_views',
  most: limits.viewsPerOrganization,
  code: 'too_many_views',
  things: 'named views',
}

export function createNamedViews(db: Kysely<Tables>, clock: Clock): NamedViews {
  return {
    list: (maker) => readAll(db, maker),
    find: (idOrCode, maker) => findIn(db, idOrCode, maker),
    create: (input, maker) =>
      db.transaction().execute(async (transaction) => {
        await lock(transaction, maker.organizationId)
        await refuseTooMany(transaction, maker.organizationId, limit)
        const created: NamedView = { ...input, ...newlyMade(maker, clock.now()), code: newCode() }
        await transaction.insertInto('named_views').values(created).execute()
        await audit(transaction, maker, 'view.created', created)
        return created
      }),
    change: (id, changes, maker) =>
      db.transaction().execute(async (transaction) => {
        const before = await findIn(transaction, id, maker)
        refuseOthers(before, maker, 'view')
        refuseHiding(before, changes.visibility, maker, 'view')
        const changed: NamedView = { ...before, ...givenOf(changes), changed_at: clock.now() }
        await transaction.updateTable('named_views').set(changed).where('id', '=', before.id).execute()
        await audit(transaction, maker, 'view.changed', changed)
        return changed
      }),
    remove: (id, maker) =>
      db.transaction().execute(async (transaction) => {
        const removed = await findIn(transaction, id, maker)
        refuseOthers(removed, maker, 'view')
        await transaction.deleteFrom('named_views').where('id', '=', removed.id).execute()
        await audit(transaction, maker, 'view.removed', removed)
      }),
  }

  async function audit(transaction: Kysely<Tables>, maker: Maker, action: string, one: NamedView): Promise<void> {
    const { id: target, organization_id: organizationId, name, visibility, dashboard_id } = one
    const detail = { name, visibility, dashboard_id }
    await recordAudit(transaction, clock, { organizationId, actor: maker.actor, action, target, detail })
  }
}

async function readAll(db: Kysely<Tables>, maker: Maker): Promise<NamedView[]> {
  const rows = await db
    .selectFrom('named_views')
    .selectAll()
    .where('organization_id', '=', maker.organizationId)
    .orderBy('id')
    .execute()
  return inSight(rows.map(fromRow), maker, ({ name }) => name)
}

async function findIn(db: Kysely<Tables>, idOrCode: string, maker: Maker): Promise<NamedView> {
  const row = await db
    .selectFrom('named_views')
    .selectAll()
    .where('organization_id', '=', maker.organizationId)
    .where(({ eb, or }) => or([eb('id', '=', idOrCode), eb('code', '=', idOrCode)]))
    .executeTakeFirst()
  const found = row && fromRow(row)
  if (found === undefined || !isSeenBy(found, maker)) throw unknownView(idOrCode)
  return found
}

const fromRow = (row: NamedViewRow): NamedView => ({ ...row, visibility: row.visibility as Visibility })

/** Without letters and digits that look alike. 31^9 codes: too many to guess one, and a guess opens nothing by itself. */
const digits = '23456789abcdefghjkmnpqrstuvwxyz'
const codeDigits = 9

function newCode(): string {
  return [...randomBytes(codeDigits)].map((byte) => digits[byte % digits.length]).join('')
}

function unknownView(id: string): AppError {
  return new AppError(
    'unknown_view',
    404,
    `There is no view ${JSON.stringify(id)} that you can see. GET /v1/views lists those you can see.`,
  )
}
