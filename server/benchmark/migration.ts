import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'

/** The migration that makes both tables. */
export async function createBenchmarkTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('benchmark_runs')
    .addColumn('date_group', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('computed_at', 'bigint', (column) => column.notNull())
    .addColumn('range_from', 'bigint', (column) => column.notNull())
    .addColumn('range_to', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('benchmark_figures')
    .addColumn('date_group', 'text', (column) => column.notNull())
    .addColumn('business_type', 'text', (column) => column.notNull())
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('value', 'double precision', (column) => column.notNull())
    .addColumn('organizations', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('benchmark_figures_key', ['date_group', 'business_type', 'metric'])
    .execute()
}
