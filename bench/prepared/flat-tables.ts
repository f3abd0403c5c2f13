import type { Engine } from '@parley/server/store/engine.ts'
import { atLeisure } from './at-leisure.ts'

/** What somebody would make by hand who needs one report: the rows of Parley's facts, sorted, each table in one piece. */
const flatTables = [
  { name: 'messages', time: 'sent_at' },
  { name: 'sessions', time: 'started_at' },
  { name: 'replies', time: 'replied_at' },
] as const

/** Fills the tables of the database `bench` with the rows that the facts have now. */
export async function fillFlatTables(engine: Engine): Promise<void> {
  await engine.command('DROP DATABASE IF EXISTS bench')
  await engine.command('CREATE DATABASE bench')
  for (const { name, time } of flatTables) {
    await engine.command(
      `CREATE TABLE bench.${name} ENGINE = MergeTree ORDER BY (organization_id, ${time}) AS
SELECT * EXCEPT (version, is_withdrawn) FROM ${name} FINAL`,
      atLeisure,
    )
    await engine.command(`OPTIMIZE TABLE bench.${name} FINAL`, atLeisure)
  }
}
