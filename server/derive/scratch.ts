import { conversationRelations } from '@parley/model/conversations/relations.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
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
} as const

const settings = scratchSettings

const relations = [...conversationRelations, { name: 'reach', sql: reachSql }]

/** Creates the in-memory tables that derivation works in, empty. What they held before is of no use to anyone. */
export async function prepareScratch(engine: Engine): Promise<void> {
  const create = async (name: string, definition: string) => {
    await engine.command(`DROP TABLE IF EXISTS ${name}`)
    await engine.command(`CREATE TABLE ${name} ${definition}`, { settings })
  }
  await create(
    'touched',
    '(organization_id String, conversation_id String, changed_from Int64, is_late UInt8) ENGINE = Memory',
  )
  await create('chunk', `ENGINE = Memory AS ${readChunk('0')}`)
  for (const { name, sql } of relations) await create(name, `ENGINE = Memory AS ${reading(sql)}`)
}

/** Fills the relations of conversations from the events that `where` selects. */
export async function fillRelations(engine: Engine, where: string): Promise<void> {
  await fill(engine, 'chunk', readChunk(where))
  for (const { name, sql } of conversationRelations) await fill(engine, name, reading(sql))
}

/** Fills `reach`, after the relations. */
export async function fillReach(engine: Engine): Promise<void> {
  await fill(engine, 'reach', reachSql)
}

/** Lets go of the memory. */
export async function emptyScratch(engine: Engine): Promise<void> {
  for (const name of ['touched', 'chunk', ...relations.map((relation) => relation.name)])
    await engine.command(`TRUNCATE TABLE ${name}`)
}

async function fill(engine: Engine, name: string, sql: string): Promise<void> {
  await engine.command(`TRUNCATE TABLE ${name}`)
  await engine.command(`INSERT INTO ${name} ${sql}`, { settings })
}

// Facts never read what only people read.
function readChunk(where: string): string {
  return `SELECT * EXCEPT (data, received_at) FROM ${eventsTable} WHERE ${where}`
}

function reading(sql: string): string {
  return sql.replace('{events}', 'chunk')
}
