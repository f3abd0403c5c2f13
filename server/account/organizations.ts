import { AppError } from '@parley/core/errors/app-error.ts'
import { isTimeZone } from '@parley/core/time/zone.ts'
import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { recordAudit } from './audit.ts'
import { loadTree, type OrganizationTree, reachFrom } from './organization-tree.ts'
import type { OrganizationRow, Tables } from './tables.ts'

/** The isolation boundary. Organizations form trees; a parent sees its descendants, nobody sees anybody else. */
export type Organization = Readonly<OrganizationRow>

/** A name of anything people name. Without control characters, which no screen shows and PostgreSQL does not keep. */
export const nameText = z
  .string()
  .trim()
  .min(1, 'A name needs at least one character.')
  .max(limits.nameCharacters, `A name has at most ${limits.nameCharacters} characters.`)
  .regex(/^\P{Cc}*$/u, 'A name has no control characters.')

export const timeZoneText = z.string().refine(isTimeZone, {
  params: { code: 'unknown_time_zone' },
  error: (issue) =>
    `${JSON.stringify(issue.input)} is not an IANA time zone. Use one such as "Europe/Amsterdam" or "UTC".`,
})

/** An id as it comes from outside. Ours are UUIDs; another one is simply not found. */
export const idText = z.string().regex(/^[0-9A-Za-z-]{1,64}$/, 'An id consists of letters, digits and hyphens.')

export const newOrganization = z.object({
  name: nameText,
  parent_id: idText.nullish(),
  time_zone: timeZoneText.optional(),
})
export type NewOrganization = z.output<typeof newOrganization>

export const organizationChanges = z.strictObject({ name: nameText.optional(), time_zone: timeZoneText.optional() })
export type OrganizationChanges = z.output<typeof organizationChanges>

export type Organizations = {
  /**
   * Adds a root (level 0) or a child (one level below its parent). The time zone is the parent's, or UTC, when absent.
   * Throws `unknown_organization` (404) for the parent and `organization_too_deep` (400).
   */
  create(input: NewOrganization, actor: string): Promise<Organization>
  /** Changes what is named, with an entry in the audit where anything is another. Throws `unknown_organization` (404). */
  change(id: string, changes: OrganizationChanges, actor: string): Promise<Organization>
  /** All of them, each parent before its children, siblings by name. */
  list(): Promise<readonly Organization[]>
  /** Throws `unknown_organization` (404). */
  find(id: string): Promise<Organization>
  /** The ids of an organization and all its descendants: what its keys and members see. Empty when unknown. */
  scopeOf(id: string): Promise<string[]>
  /** The organization itself and its descendants, in the order of {@link Organizations.list}. */
  visibleTo(id: string): Promise<readonly Organization[]>
  /** Forgets what is remembered of the tree, after a change made behind its back. */
  forget(): void
}

export function createOrganizations(db: Kysely<Tables>, clock: Clock): Organizations {
  let remembered: { tree: Promise<OrganizationTree>; until: number } | null = null

  function tree(): Promise<OrganizationTree> {
    if (remembered && clock.now() < remembered.until) return remembered.tree
    const loading = loadTree(db)
    remembered = { tree: loading, until: clock.now() + limits.organizationTreeMs }
    loading.catch(() => {
      remembered = null
    })
    return loading
  }

  /** The tree, read again when it does not know `id`: another process may have made it a moment ago. */
  async function treeWith(id: string): Promise<OrganizationTree> {
    const known = await tree()
    if (known.byId.has(id)) return known
    remembered = null
    return tree()
  }

  async function find(id: string): Promise<Organization> {
    const found = (await treeWith(id)).byId.get(id)
    if (!found) throw unknownOrganization(id)
    return found
  }

  return {
    find,
    forget: () => {
      remembered = null
    },
    list: async () => [...(await tree()).byId.values()],
    scopeOf: async (id) => reachFrom(await treeWith(id), id).map((organization) => organization.id),
    visibleTo: async (id) => reachFrom(await treeWith(id), id),
    create: async (input, actor) => {
      const created = await db
        .transaction()
        .execute((transaction) => insertOrganization(transaction, clock, input, actor))
      remembered = null
      return created
    },
    change: async (id, changes, actor) => {
      const changed = await db
        .transaction()
        .execute((transaction) => updateOrganization(transaction, clock, id, changes, actor))
      remembered = null
      return changed
    },
  }
}

/** {@link Organizations.create} inside a transaction of the caller, who then has to {@link Organizations.forget}. */
export async function insertOrganization(
  db: Kysely<Tables>,
  clock: Clock,
  input: NewOrganization,
  actor: string,
): Promise<Organization> {
  const parent = input.parent_id ? await findParent(db, input.parent_id) : null
  const organization: Organization = {
    id: newId(),
    name: input.name,
    parent_id: parent?.id ?? null,
    level: parent ? parent.level + 1 : 0,
    time_zone: input.time_zone ?? parent?.time_zone ?? 'UTC',
    created_at: clock.now(),
  }
  await db.insertInto('organizations').values(organization).execute()
  await recordAudit(db, clock, {
    organizationId: organization.id,
    actor,
    action: 'organization.created',
    target: organization.id,
    detail: { name: organization.name, parent_id: organization.parent_id },
  })
  return organization
}

async function updateOrganization(
  db: Kysely<Tables>,
  clock: Clock,
  id: string,
  changes: OrganizationChanges,
  actor: string,
): Promise<Organization> {
  const before = await db.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) throw unknownOrganization(id)
  const { name = before.name, time_zone = before.time_zone } = changes
  if (name === before.name && time_zone === before.time_zone) return before
  await db.updateTable('organizations').set({ name, time_zone }).where('id', '=', id).execute()
  const of = ({ name, time_zone }: Organization) => ({ name, time_zone })
  const after = { ...before, name, time_zone }
  await recordAudit(db, clock, {
    organizationId: id,
    actor,
    action: 'organization.changed',
    target: id,
    detail: { from: of(before), to: of(after) },
  })
  return after
}

async function findParent(db: Kysely<Tables>, id: string): Promise<Organization> {
  const parent = await db.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!parent) throw unknownOrganization(id)
  if (parent.level >= limits.organizationLevel) {
    throw new AppError(
      'organization_too_deep',
      400,
      `Organization "${parent.name}" is at level ${parent.level}, the deepest there is, and cannot have children. Choose its parent instead.`,
    )
  }
  return parent
}

/** 404, also for an organization that exists but that the caller may not see: the wall does not tell which. */
export function unknownOrganization(id: string): AppError {
  return new AppError(
    'unknown_organization',
    404,
    `There is no organization ${JSON.stringify(id)} that you can see. List those you can see and take an id from there.`,
  )
}
