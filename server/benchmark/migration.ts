import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'

/** The migration that makes room for how far the numbers behind a figure lie apart. */
export async function addBenchmarkSpread(db: Kysely<Tables>): Promise<void> {
  for (const column of ['p25', 'median', 'p75'])
    await db.schema.alterTable('benchmark_figures').addColumn(column, 'double precision').execute()
}

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
