import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'

/** The migration that makes what organizations set for themselves. */
export async function createSettingsTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('organization_settings')
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('setting', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('organization_settings_key', ['organization_id', 'setting'])
    .execute()
  await db.schema
    .createTable('tracked_urls')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('tracked_urls_label', ['organization_id', 'label'])
    .execute()
  await db.schema
    .createTable('tracked_url_patterns')
    .addColumn('organization_id', 'text', (column) => column.notNull())
    .addColumn('normal', 'text', (column) => column.notNull())
    .addColumn('tracked_url_id', 'text', (column) => column.notNull().references('tracked_urls.id'))
    .addColumn('pattern', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    // Two equal patterns of one organization cannot be.
    .addPrimaryKeyConstraint('tracked_url_patterns_key', ['organization_id', 'normal'])
    .execute()
}
