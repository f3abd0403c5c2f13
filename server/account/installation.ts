import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What tells an installation from others, eight hex digits made once. Browsers keep cookies by the name of a host and not
 * by its port: two installations on one host need cookies of different names.
 */
export async function installationOf(db: Kysely<Tables>): Promise<string> {
  const { id } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()
  return id
}

/** The migration that makes the table with its one row. */
export async function createInstallation(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('installation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute()
  await db
    .insertInto('installation')
    .values({ id: randomBytes(4).toString('hex') })
    .execute()
}
