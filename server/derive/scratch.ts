import type { Thread } from '@parley/core/declare/thread.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import { emptyOpenHours, fillOpenHours, prepareOpenHours } from '../service-hours/open-hours.ts'
import type { Lane } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { type FactSettings, noFactSettings, withTimeouts } from './fact-settings.ts'
import { reachSql } from './rows.ts'

// One thread and one block: sorting a block is several times cheaper than sorting pieces and merging them row by row.
export const scratchSettings = {
  allow_suspicious_low_cardinality_types: 1,
  max_execution_time: 600,
  max_memory_usage: 6_000_000_000,
  max_threads: 1,
  max_block_size: 2_000_000,
  min_insert_block_size_rows: 2_000_000,
  min_insert_block_size_bytes: 0,
  // Nothing inserted at once has one key twice: looking for that sorts and compares every column again.
  optimize_on_insert: 0,
  // Machine code for expressions is worth its making for billions of rows, not for some thousands.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
} as const

/**
 * Creates the in-memory tables that derivation works in, empty. They are temporary: each lane has its own, and they go
 * with it.
 */
export async function prepareScratch(lane: Lane): Promise<void> {
  const create = (name: string, sql: string) =>
    lane.command(`CREATE TEMPORARY TABLE ${name} ENGINE = Memory AS ${sql}`, { settings: scratchSettings })
  const named = (...names: string[]) => names.map((name) => `'' AS ${name}`).join(', ')
  const change =
    'toInt64(0) AS changed_from, toInt64(0) AS changed_to, toUInt8(0) AS is_late, toInt64(0) AS within_from, toInt64(0) AS within_to'
  await create('touched', `SELECT ${named('touched_organization', 'touched_key')}, ${change} WHERE 0`)
  await create('chunk', `SELECT * EXCEPT (received_at) FROM ${eventsTable} WHERE 0`)
  await create(
    'reach',
    `SELECT ${named('reach_organization', 'reach_key')}, ${change}, toInt64(0) AS session_from WHERE 0`,
  )
  for (const { relations } of threads)
    for (const { name, sql } of relations) await create(name, reading(sql, noFactSettings))
  await prepareOpenHours(lane)
}

/** The events of whole threads, as many as are derived at once: a SELECT of `columns`, all that their threads read. */
export type Chunk = { readonly select: string; readonly columns: readonly string[] }

/** Fills the relations of threads from their events, and the open hours of their touchpoints. Gives the types of these events. */
export async function fillRelations(
  lane: Lane,
  thread: Thread,
  { select, columns }: Chunk,
  settings: FactSettings,
): Promise<ReadonlySet<unknown>> {
  await fill(lane, 'chunk', select, `(${columns.join(', ')})`)
  const present = new Set((await lane.query('SELECT DISTINCT type FROM chunk')).map(([type]) => type))
  for (const { name, sql, madeBy } of thread.relations) {
    if (madeBy === undefined || present.has(madeBy)) await fill(lane, name, reading(sql, settings))
    else await lane.command(`TRUNCATE TABLE ${name}`)
  }
  if (isTimed(thread)) await fillOpenHours(lane, settings.schedules, { relation: 'chunk', thread })
  return present
}

/** Whether anything of such threads is counted in service hours. */
function isTimed(thread: Thread): boolean {
  return facts.some((fact) => fact.thread === thread && fact.inServiceHours !== undefined)
}

/** Fills `reach`, after the relations. */
export async function fillReach(lane: Lane, thread: Thread): Promise<void> {
  await fill(lane, 'reach', reachSql(thread))
}

/** Lets go of the memory. */
export async function emptyScratch(lane: Lane, { relations }: Thread): Promise<void> {
  for (const name of ['touched', 'chunk', 'reach', ...relations.map((relation) => relation.name)])
    await lane.command(`TRUNCATE TABLE ${name}`)
  await emptyOpenHours(lane)
}

async function fill(lane: Lane, name: string, sql: string, columns = ''): Promise<void> {
  await lane.command(`TRUNCATE TABLE ${name}`)
  await lane.command(`INSERT INTO ${name} ${columns} ${sql}`, { settings: scratchSettings })
}

function reading(sql: string, settings: FactSettings): string {
  return withTimeouts(sql.replaceAll('{events}', 'chunk'), settings)
}
