import { AppError } from '@parley/core/errors/app-error.ts'
import { type Kysely, sql } from 'kysely'
import { addBenchmarkSpread, createBenchmarkTables } from '../benchmark/migration.ts'
import { createBoardTables } from '../boards/migration.ts'
import { systemClock } from '../clock.ts'
import { addQuarantineReasons } from '../ingest/quarantine-migration.ts'
import { createSettingsTables } from '../settings/migration.ts'
import { createTouchpointTables } from '../settings/touchpoints-migration.ts'
import { createInstallation } from './installation.ts'
import type { Tables } from './tables.ts'

type Migration = { readonly name: string; up(db: Kysely<Tables>): Promise<void> }

/** In order of age. One that has been released is never changed: what is next is a new one at the end. */
const migrations: readonly Migration[] = [
  { name: '0001_control_data', up: createControlData },
  { name: '0002_benchmarks', up: createBenchmarkTables },
  { name: '0003_settings', up: createSettingsTables },
  { name: '0004_boards', up: createBoardTables },
  { name: '0005_touchpoint_settings', up: createTouchpointTables },
  { name: '0006_quarantine_reasons', up: addQuarantineReasons },
  { name: '0007_benchmark_spread', up: addBenchmarkSpread },
  { name: '0008_installation', up: createInstallation },
]

/**
 * Brings the control database to the shape this version needs; safe when several processes start at once.
 * Returns the names of what it did. Throws `control_database_too_new` when a later version has been here.
 */
export async function migrate(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    // SQLite has already taken the write lock with `begin immediate`; PostgreSQL needs to be told that it is one at a time.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(4700, 1)`.execute(transaction)
    await sql`create table if not exists migrations (name text primary key, done_at bigint not null)`.execute(
      transaction,
    )
    const done: string[] = []
    for (const migration of await pending(transaction)) {
      await migration.up(transaction)
      await sql`insert into migrations (name, done_at) values (${migration.name}, ${systemClock.now()})`.execute(
        transaction,
      )
      done.push(migration.name)
    }
    return done
  })
}

/** The names of migrations that have not been done yet; all of them on an empty database. Changes nothing. */
export async function pendingMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migrations')) return migrations.map(({ name }) => name)
  return (await pending(db)).map(({ name }) => name)
}

async function pending(db: Kysely<Tables>): Promise<Migration[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new AppError(
      'control_database_too_new',
      500,
      `The control database was used by a later version of Parley (it knows ${unknown.join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
  return migrations.filter(({ name }) => !done.has(name))
}

async function createControlData(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('organizations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('parent_id', 'text', (column) => column.references('organizations.id'))
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('memberships')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['user_id', 'organization_id'])
    .execute()
  await createCredentials(db)
  await createRecords(db)
}

async function createCredentials(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('prefix', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('allowed_origins', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute()
  await db.schema.createIndex('keys_by_organization').on('keys').column('organization_id').execute()
  await db.schema
    .createTable('sign_in_links')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.references('users.id'))
    .addColumn('organization_id', 'text', (column) => column.references('organizations.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute()
  await db.schema
    .createTable('browser_sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .execute()
}

/**
 * Records refer to organizations without a foreign key: they are written from the journal and must not be lost when
 * the control database was restored from before the organization was made.
 */
async function createRecords(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('quarantine')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('mended', 'text')
    .addColumn('replayed_at', 'bigint')
    .addColumn('journal_reference', 'text', (column) => column.notNull().unique())
    .execute()
  await db.schema
    .createIndex('quarantine_by_organization')
    .on('quarantine')
    .columns(['organization_id', 'status', 'id'])
    .execute()
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_by_organization').on('audit').columns(['organization_id', 'id']).execute()
}
