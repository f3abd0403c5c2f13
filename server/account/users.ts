import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { type AuditEntry, recordAudit } from './audit.ts'
import { nameText } from './organizations.ts'
import { type Role, roles } from './principal.ts'
import type { Tables, UserRow } from './tables.ts'

/** A person who signs in. One e-mail address is one user, in however many organizations. */
export type User = Readonly<UserRow>

/** What a person is in one organization; it holds for everything below that organization too. */
export type Membership = {
  readonly user_id: string
  readonly organization_id: string
  readonly role: Role
  readonly created_at: number
}

export type Member = User & Pick<Membership, 'organization_id' | 'role'>

export const languages = ['en', 'nl', 'ru'] as const

/** An e-mail address, in lower case: what is before the @ could mind, in practice it never does. */
export const emailText = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.emailCharacters, `An e-mail address has at most ${limits.emailCharacters} characters.`)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, {
    error: 'This is not an e-mail address. It needs a name, an @ and a domain, such as "anna@example.com".',
  })

export const newMember = z.object({
  email: emailText,
  name: nameText,
  role: z.enum(roles).default('member'),
  language: z.enum(languages).default('en'),
})
export type NewMember = z.output<typeof newMember>

export const userChanges = z.strictObject({ name: nameText.optional(), language: z.enum(languages).optional() })
export type UserChanges = z.output<typeof userChanges>

/** A membership that is to be changed: `line` is the organization and those above it, itself first. */
export type MembershipPlace = { readonly userId: string; readonly line: readonly [string, ...string[]] }

export type Users = {
  /**
   * Makes a person a member of an existing organization, and a user first when the address is new. A known user keeps
   * name and language; a known membership gets the new role.
   */
  addMember(organizationId: string, input: NewMember, actor: string): Promise<Member>
  /** Members of these organizations, by name. A person in several of them appears for each. */
  listMembers(organizationIds: readonly string[]): Promise<Member[]>
  /** Gives a member another role. Throws `unknown_member` (404), `last_owner` (409). */
  changeRole(place: MembershipPlace, role: Role, actor: string): Promise<Member>
  /** Ends a membership; its sessions end with it. Throws `unknown_member` (404), `last_owner` (409). */
  removeMember(place: MembershipPlace, actor: string): Promise<void>
  /** The member with this id in this organization itself. Throws `unknown_member` (404). */
  findMember(userId: string, organizationId: string): Promise<Member>
  /** Changes what a person tells of themselves. Throws `unknown_user` (404). */
  change(id: string, changes: UserChanges): Promise<User>
  /** Throws `unknown_user` (404). */
  find(id: string): Promise<User>
  /** The user with this address, or null. */
  findByEmail(email: string): Promise<User | null>
  /** Where a person is a member, in the order they became it. */
  membershipsOf(userId: string): Promise<Membership[]>
}

export function createUsers(db: Kysely<Tables>, clock: Clock): Users {
  return {
    addMember: (organizationId, input, actor) =>
      db.transaction().execute((transaction) => insertMember(transaction, clock, organizationId, input, actor)),
    listMembers: async (organizationIds) => {
      if (organizationIds.length === 0) return []
      const rows = await db
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .selectAll('users')
        .select(['memberships.organization_id', 'memberships.role'])
        .where('memberships.organization_id', 'in', [...organizationIds])
        .orderBy('users.name')
        .orderBy('users.id')
        .orderBy('memberships.organization_id')
        .execute()
      return rows.map((row) => ({ ...row, role: toRole(row.role) }))
    },
    changeRole: (place, role, actor) =>
      db.transaction().execute(async (transaction) => {
        const member = await memberAt(transaction, place.userId, place.line[0])
        if (member.role === role) return member
        if (role !== 'owner') await refuseLastOwner(transaction, member, place.line)
        await transaction
          .updateTable('memberships')
          .set({ role })
          .where('user_id', '=', member.id)
          .where('organization_id', '=', member.organization_id)
          .execute()
        const detail = { email: member.email, from: member.role, to: role }
        await recordAudit(transaction, clock, memberEntry(member, actor, 'member.role_changed', detail))
        return { ...member, role }
      }),
    removeMember: (place, actor) =>
      db.transaction().execute(async (transaction) => {
        const member = await memberAt(transaction, place.userId, place.line[0])
        await refuseLastOwner(transaction, member, place.line)
        await transaction
          .deleteFrom('memberships')
          .where('user_id', '=', member.id)
          .where('organization_id', '=', member.organization_id)
          .execute()
        const detail = { email: member.email, role: member.role }
        await recordAudit(transaction, clock, memberEntry(member, actor, 'member.removed', detail))
      }),
    findMember: (userId, organizationId) => memberAt(db, userId, organizationId),
    change: async (id, { name, language }) => {
      const changes = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) }
      if (Object.keys(changes).length > 0) await db.updateTable('users').set(changes).where('id', '=', id).execute()
      return findUser(db, id)
    },
    find: (id) => findUser(db, id),
    findByEmail: async (email) =>
      (await db.selectFrom('users').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()) ?? null,
    membershipsOf: (userId) => membershipsOf(db, userId),
  }
}

/** {@link Users.addMember} inside a transaction of the caller. */
export async function insertMember(
  db: Kysely<Tables>,
  clock: Clock,
  organizationId: string,
  input: NewMember,
  actor: string,
): Promise<Member> {
  const now = clock.now()
  const { email, name, language, role } = input
  await db
    .insertInto('users')
    .values({ id: newId(), email, name, language, created_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const user = await db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow()
  await db
    .insertInto('memberships')
    .values({ user_id: user.id, organization_id: organizationId, role, created_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'organization_id']).doUpdateSet({ role }))
    .execute()
  const detail = { email, role }
  await recordAudit(db, clock, { organizationId, actor, action: 'member.added', target: user.id, detail })
  return { ...user, organization_id: organizationId, role }
}

export async function membershipsOf(db: Kysely<Tables>, userId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('organization_id')
    .execute()
  return rows.map((row) => ({ ...row, role: toRole(row.role) }))
}

async function findUser(db: Kysely<Tables>, id: string): Promise<User> {
  const user = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  if (!user) throw unknownUser(id)
  return user
}

async function memberAt(db: Kysely<Tables>, userId: string, organizationId: string): Promise<Member> {
  const found = (await membershipsOf(db, userId)).find(({ organization_id }) => organization_id === organizationId)
  if (!found) {
    throw new AppError(
      'unknown_member',
      404,
      `There is no member ${JSON.stringify(userId)} in that organization. GET /v1/members lists those you can see.`,
    )
  }
  const { organization_id, role } = found
  return { ...(await findUser(db, userId)), organization_id, role }
}

/** Somebody has to be left who may do everything: an owner here, or above. */
async function refuseLastOwner(db: Kysely<Tables>, member: Member, line: readonly string[]): Promise<void> {
  if (member.role !== 'owner') return
  const another = await db
    .selectFrom('memberships')
    .select('user_id')
    .where('organization_id', 'in', line)
    .where('role', '=', 'owner')
    .where('user_id', '!=', member.id)
    .executeTakeFirst()
  if (another) return
  throw new AppError('last_owner', 409, `${member.name} is the only owner. Make somebody else an owner first.`)
}

function memberEntry(
  { id: target, organization_id: organizationId }: Member,
  actor: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): AuditEntry {
  return { organizationId, actor, action, target, detail }
}

function toRole(text: string): Role {
  // A role of a later version means no more here than being a member.
  return roles.find((role) => role === text) ?? 'member'
}

function unknownUser(id: string): AppError {
  return new AppError(
    'unknown_user',
    404,
    `There is no user with the id ${JSON.stringify(id)}. List the members and take an id from there.`,
  )
}
