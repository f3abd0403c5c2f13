import { createHash } from 'node:crypto'
import { conversationRelations } from '@parley/model/conversations/relations.ts'
import { facts } from '@parley/model/facts.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { createFactTable } from '../store/fact-table.ts'
import { fillRows } from './rows.ts'
import { emptyScratch, fillRelations, scratchSettings } from './scratch.ts'

const chunkEvents = 500_000

export type RebuildProgress = { readonly done: number; readonly of: number; readonly events: number }

/**
 * Derives every fact again from all events, beside the tables in use, and exchanges them at the end: readers see the old
 * rows or the new ones, never a mix. Nothing else may derive meanwhile.
 */
export async function rebuild(
  engine: Engine,
  version: number,
  onProgress?: (progress: RebuildProgress) => void,
): Promise<{ events: number }> {
  const [[events]] = (await engine.query(`SELECT count() FROM ${eventsTable}`)) as [[number]]
  for (const fact of facts) {
    await engine.command(`DROP TABLE IF EXISTS ${fresh(fact.id)}`)
    await engine.command(createFactTable(fact, fresh(fact.id)))
  }
  const chunks = Math.max(1, Math.ceil(events / chunkEvents))
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    await fillRelations(engine, `cityHash64(subject_id) % ${chunks} = ${chunk}`)
    for (const fact of facts)
      await engine.command(fillRows(fact, fresh(fact.id), version), { settings: scratchSettings })
    onProgress?.({ done: chunk + 1, of: chunks, events })
  }
  await emptyScratch(engine)
  for (const fact of facts) {
    await engine.command(createFactTable(fact))
    await engine.command(`EXCHANGE TABLES ${fact.id} AND ${fresh(fact.id)}`)
    await engine.command(`DROP TABLE ${fresh(fact.id)}`)
  }
  return { events }
}

function fresh(table: string): string {
  return `${table}_fresh`
}

/** Changes whenever a fact's meaning or table does: then what is stored was derived by other rules. */
export function rulesFingerprint(): string {
  const rules = [
    ...conversationRelations.map(({ sql }) => sql),
    ...facts.map((fact) => createFactTable(fact) + JSON.stringify(fact)),
  ]
  return createHash('sha256').update(rules.join('\n')).digest('hex').slice(0, 16)
}
