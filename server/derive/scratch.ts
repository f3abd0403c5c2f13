import { conversationRelations } from '@parley/model/conversations/relations.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { reachSql } from './rows.ts'

// Low-cardinality columns of any type pass through the relations; and a relation is built from whatever was asked for.
const settings = { allow_suspicious_low_cardinality_types: 1, max_execution_time: 600, max_memory_usage: 6_000_000_000 }

const relations = [...conversationRelations, { name: 'reach', sql: reachSql }]

/** Creates the in-memory tables that derivation works in, empty. What they held before is of no use to anyone. */
export async function prepareScratch(engine: Engine): Promise<void> {
  await engine.command('DROP TABLE IF EXISTS touched')
  await engine.command(
    'CREATE TABLE touched (organization_id String, conversation_id String, changed_from Int64, is_late UInt8) ENGINE = Memory',
  )
  for (const { name, sql } of relations) {
    await engine.command(`DROP TABLE IF EXISTS ${name}`)
    await engine.command(`CREATE TABLE ${name} ENGINE = Memory AS ${reading(sql, `(SELECT * FROM ${eventsTable} WHERE 0)`)}`, { settings })
  }
}

/** Fills the relations of conversations from the events that `where` selects. */
export async function fillRelations(engine: Engine, where: string): Promise<void> {
  for (const relation of conversationRelations) await fill(engine, relation, where)
}

/** Fills `reach`, after the relations. */
export async function fillReach(engine: Engine): Promise<void> {
  await fill(engine, { name: 'reach', sql: reachSql }, '')
}

/** Lets go of the memory. */
export async function emptyScratch(engine: Engine): Promise<void> {
  for (const { name } of [{ name: 'touched' }, ...relations]) await engine.command(`TRUNCATE TABLE ${name}`)
}

async function fill(engine: Engine, { name, sql }: { name: string; sql: string }, where: string): Promise<void> {
  await engine.command(`TRUNCATE TABLE ${name}`)
  await engine.command(`INSERT INTO ${name} ${reading(sql, `(SELECT * FROM ${eventsTable} WHERE ${where})`)}`, { settings })
}

function reading(sql: string, events: string): string {
  return sql.replace('{events}', events)
}
