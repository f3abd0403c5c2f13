import { createHash } from 'node:crypto'
import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
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
  for (const fact of facts) {
    await engine.command(`DROP TABLE IF EXISTS ${fresh(fact.id)}`)
    await engine.command(createFactTable(fact, fresh(fact.id)))
  }
  const counted: { thread: Thread; events: number; chunks: number }[] = []
  for (const thread of threads) {
    const [[events]] = (await engine.query(`SELECT count() FROM ${eventsTable} WHERE ${isOfThread(thread)}`)) as [
      [number],
    ]
    counted.push({ thread, events, chunks: Math.ceil(events / chunkEvents) })
  }
  const of = counted.reduce((sum, { chunks }) => sum + chunks, 0)
  const events = counted.reduce((sum, thread) => sum + thread.events, 0)
  let done = 0
  for (const { thread, chunks } of counted) {
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      await fillRelations(
        engine,
        thread,
        `${isOfThread(thread)} AND cityHash64(${thread.namedBy}) % ${chunks} = ${chunk}`,
      )
      for (const fact of facts)
        if (fact.thread === thread)
          await engine.command(fillRows(fact, fresh(fact.id), version), { settings: scratchSettings })
      done += 1
      onProgress?.({ done, of, events })
    }
    await emptyScratch(engine, thread)
  }
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
    ...threads.map((thread) => JSON.stringify(thread)),
    ...facts.map((fact) => createFactTable(fact) + JSON.stringify({ ...fact, thread: fact.thread.id })),
  ]
  return createHash('sha256').update(rules.join('\n')).digest('hex').slice(0, 16)
}
