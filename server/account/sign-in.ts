import { AppError } from '@parley/core/errors/app-error.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { parseInput } from '../parse-input.ts'
import { type BrowserSession, beginSession, endSession, findSession, moveSession } from './browser-sessions.ts'
import {
  insertOrganization,
  nameText,
  type Organization,
  type Organizations,
  timeZoneText,
  unknownOrganization,
} from './organizations.ts'
import { type Role, scopesOfRole, type UserPrincipal } from './principal.ts'
import {
  consumeLink,
  findLink,
  insertOwnerLink,
  insertUserLink,
  type LinkPurpose,
  type SignInLink,
} from './sign-in-links.ts'
import type { Tables } from './tables.ts'
import { emailText, insertMember, languages, membershipsOf } from './users.ts'

/** What the one who becomes the owner tells of themselves. */
export const newOwner = z.object({
  name: nameText,
  email: emailText,
  language: z.enum(languages).default('en'),
  /** The organization to create. Needed when there is none yet; otherwise the oldest root is joined without it. */
  organization_name: nameText.optional(),
  time_zone: timeZoneText.optional(),
})

export type SignIn = {
  /** A link that creates the owner, or null when there is a user already. It ends the owner links made before. */
  createOwnerLink(): Promise<SignInLink | null>
  /** A link that signs a member in, once. */
  createUserLink(userId: string, organizationId: string): Promise<SignInLink>
  /** What a link is for, without using it; `organization` is where it leads, null when one will be created. Throws as {@link SignIn.use} does. */
  inspect(token: string): Promise<{ purpose: LinkPurpose; expires_at: number; organization: Organization | null }>
  /**
   * Uses a link and begins a browser session. `owner` is read for an owner link only.
   * Throws `sign_in_link_unknown` (404), `sign_in_link_used`, `sign_in_link_expired` (410), `invalid_request` (400);
   * after the last of these the link still works.
   */
  use(token: string, owner: unknown): Promise<BrowserSession>
  /** Who holds this session, or null: none, over, or the user is no longer a member there. */
  verify(token: string): Promise<UserPrincipal | null>
  /** Moves a session to another organization its user is a member of or above. Throws `unknown_organization` (404). */
  move(token: string, organizationId: string): Promise<void>
  end(token: string): Promise<void>
}

export function createSignIn(db: Kysely<Tables>, clock: Clock, organizations: Organizations): SignIn {
  /** The role that reaches the organization: the one at the nearest organization above it, or in itself. */
  async function roleIn(userId: string, organizationId: string): Promise<Role | null> {
    const memberships = await membershipsOf(db, userId)
    let place: string | null = organizationId
    while (place !== null) {
      const membership = memberships.find(({ organization_id }) => organization_id === place)
      if (membership) return membership.role
      place = (await organizations.find(place)).parent_id
    }
    return null
  }

  return {
    createOwnerLink: () =>
      db.transaction().execute(async (transaction) => {
        return (await hasUser(transaction)) ? null : insertOwnerLink(transaction, clock)
      }),
    createUserLink: (userId, organizationId) => insertUserLink(db, clock, userId, organizationId),
    inspect: async (token) => {
      const link = await findLink(db, clock, token)
      const place = link.organization_id ?? (await oldestRoot(db))
      const organization = place === null ? null : await organizations.find(place)
      return { purpose: toPurpose(link.purpose), expires_at: link.expires_at, organization }
    },
    use: async (token, owner) => {
      const session = await db.transaction().execute(async (transaction) => {
        const link = await findLink(transaction, clock, token)
        if (link.purpose === 'owner') {
          const place = await createOwner(transaction, clock, owner)
          await consumeLink(transaction, clock, token)
          return beginSession(transaction, clock, place.userId, place.organizationId)
        }
        if (link.user_id === null || link.organization_id === null) throw new Error('a user link without a user')
        await consumeLink(transaction, clock, token)
        return beginSession(transaction, clock, link.user_id, link.organization_id)
      })
      organizations.forget()
      return session
    },
    verify: async (token) => {
      const session = await findSession(db, clock, token)
      if (!session) return null
      const role = await roleIn(session.user_id, session.organization_id)
      if (!role) return null
      const { user_id: userId, organization_id: organizationId } = session
      return { kind: 'user', organizationId, scopes: scopesOfRole(role), userId, role }
    },
    move: async (token, organizationId) => {
      const session = await findSession(db, clock, token)
      await organizations.find(organizationId)
      if (!session || !(await roleIn(session.user_id, organizationId))) throw unknownOrganization(organizationId)
      await moveSession(db, token, organizationId)
    },
    end: (token) => endSession(db, token),
  }
}

/** Makes the first user, who owns the installation: every root organization there is, and the one they name. */
async function createOwner(
  db: Kysely<Tables>,
  clock: Clock,
  details: unknown,
): Promise<{ userId: string; organizationId: string }> {
  if (await hasUser(db)) {
    throw new AppError(
      'sign_in_link_used',
      410,
      'This installation has an owner already. Ask them to add you as a member.',
    )
  }
  const oldest = await oldestRoot(db)
  const owner = parseInput(
    oldest === null ? newOwner.required({ organization_name: true }) : newOwner,
    details,
    'the form',
  )
  let organizationId = oldest
  if (owner.organization_name !== undefined) {
    const input = { name: owner.organization_name, time_zone: owner.time_zone }
    organizationId = (await insertOrganization(db, clock, input, 'system')).id
  }
  if (organizationId === null) throw new Error('an owner without an organization')
  let userId = ''
  for (const root of await rootIds(db)) {
    const { name, email, language } = owner
    userId = (await insertMember(db, clock, root, { name, email, language, role: 'owner' }, 'system')).id
  }
  return { userId, organizationId }
}

async function hasUser(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function oldestRoot(db: Kysely<Tables>): Promise<string | null> {
  return (await rootIds(db))[0] ?? null
}

/** Oldest first: UUIDv7 sort by age. */
async function rootIds(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('organizations').select('id').where('parent_id', 'is', null).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

function toPurpose(text: string): LinkPurpose {
  return text === 'owner' ? 'owner' : 'user'
}
