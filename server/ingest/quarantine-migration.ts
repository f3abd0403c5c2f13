import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'
import type { EventProblem } from './rejected.ts'

const rowsAtOnce = 500

/** The migration that lets the quarantine be counted and filtered by the first reason of each event. */
export async function addQuarantineReasons(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('quarantine')
    .addColumn('reason', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('quarantine')
      .select(['id', 'problems'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    const ids = Map.groupBy(rows, ({ problems }) => (JSON.parse(problems) as EventProblem[])[0]?.reason ?? '')
    for (const [reason, some] of ids)
      await db
        .updateTable('quarantine')
        .set({ reason })
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute()
    const next = rows.at(-1)?.id
    if (next === undefined || rows.length < rowsAtOnce) break
    last = next
  }
  await db.schema
    .createIndex('quarantine_by_reason')
    .on('quarantine')
    .columns(['organization_id', 'status', 'reason', 'id'])
    .execute()
}
