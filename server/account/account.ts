import type { Clock } from '../clock.ts'
import { type AuditEntry, listAudit } from './audit.ts'
import { type ControlDatabase, type ControlDatabasePlace, openControlDatabase } from './database.ts'
import { installationOf } from './installation.ts'
import { createKeys, type Keys } from './keys.ts'
import { createOrganizations, type Organizations } from './organizations.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createUsers, type Users } from './users.ts'

/** Who may do what: organizations, users, keys, links and sessions. */
export type Account = {
  /** Tells this installation from others: eight hex digits, always the same. */
  readonly installation: string
  readonly organizations: Organizations
  readonly users: Users
  readonly keys: Keys
  readonly signIn: SignIn
  /** The control database, for the rooms that keep their own tables in it. */
  readonly database: ControlDatabase
  /** The organization and all its descendants: what a caller of that organization sees. */
  scopeOf(organizationId: string): Promise<string[]>
  /** The newest changes of settings in these organizations, newest first. */
  audit(organizationIds: readonly string[], limit: number): Promise<(AuditEntry & { id: string; at: number })[]>
  close(): Promise<void>
}

/**
 * Opens the control database and everything on it. `warn` is told of what went wrong without harm to the caller.
 * Throws `control_database_unavailable` (503) or `control_database_too_new`.
 */
export async function openAccount(
  place: ControlDatabasePlace,
  clock: Clock,
  warn: (cause: unknown) => void,
): Promise<Account> {
  const database = await openControlDatabase(place)
  const { db } = database
  const installation = await installationOf(db)
  const organizations = createOrganizations(db, clock)
  return {
    installation,
    organizations,
    users: createUsers(db, clock),
    keys: createKeys(db, clock, warn),
    signIn: createSignIn(db, clock, organizations),
    database,
    scopeOf: organizations.scopeOf,
    audit: (organizationIds, limit) => listAudit(db, organizationIds, limit),
    close: () => database.close(),
  }
}
