import { createHash } from 'node:crypto'
import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { createFactTable } from '../store/fact-table.ts'
import { type FactSettings, hasHours } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
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
  lanes: Lanes,
  version: number,
  settings: FactSettings,
  onProgress?: (progress: RebuildProgress) => void,
): Promise<{ events: number }> {
  for (const fact of facts) {
    await engine.command(`DROP TABLE IF EXISTS ${fresh(fact.id)}`)
    await engine.command(createFactTable(fact, fresh(fact.id)))
  }
  const pieces: Piece[] = []
  let events = 0
  for (const thread of threads) {
    const [[count]] = (await engine.query(`SELECT count() FROM ${eventsTable} WHERE ${isOfThread(thread)}`)) as [
      [number],
    ]
    const chunks = Math.ceil(count / chunkEvents)
    for (let chunk = 0; chunk < chunks; chunk += 1)
      pieces.push({ thread, part: `cityHash64(${thread.namedBy}) % ${chunks} = ${chunk}` })
    events += count
  }
  let done = 0
  await lanes.work(pieces, async (lane, { thread, part }) => {
    await fillRelations(lane, thread, `${isOfThread(thread)} AND ${part}`, settings)
    for (const fact of facts)
      if (fact.thread === thread)
        await lane.command(fillRows(fact, fresh(fact.id), version, hasHours(settings)), { settings: scratchSettings })
    await emptyScratch(lane, thread)
    done += 1
    onProgress?.({ done, of: pieces.length, events })
  })
  for (const fact of facts) {
    await engine.command(createFactTable(fact))
    await engine.command(`EXCHANGE TABLES ${fact.id} AND ${fresh(fact.id)}`)
    await engine.command(`DROP TABLE ${fresh(fact.id)}`)
  }
  return { events }
}

/** The events of some threads of one kind, by a condition on the name. */
type Piece = { readonly thread: Thread; readonly part: string }

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
