import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'

/** The migration that makes what organizations decide about their touchpoints. */
export async function createTouchpointTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('touchpoint_settings')
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('touchpoint_id', 'text', (column) => column.notNull())
    .addColumn('service_hours', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('touchpoint_settings_key', ['organization_id', 'touchpoint_id'])
    .execute()
}
