import { createHash } from 'node:crypto'
import type { Thread } from '@parley/core/declare/thread.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import type { Engine } from '../store/engine.ts'
import { createFactTable } from '../store/fact-table.ts'
import { type FactSettings, hasHours } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
import { countChunks, throughChunks } from './rebuild-chunks.ts'
import { fillRows } from './rows.ts'
import { emptyScratch, fillRelations, scratchSettings } from './scratch.ts'

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
  const counted = new Map<Thread, Counted>()
  for (const thread of threads) counted.set(thread, await countChunks(engine, thread))
  const events = sum(counted, (one) => one.events)
  const of = sum(counted, (one) => one.chunks)
  let done = 0
  for (const [thread, { chunks }] of counted)
    await throughChunks(engine, lanes, thread, chunks, (some) =>
      lanes.work(some, async (lane, chunk) => {
        await fillRelations(lane, thread, chunk, settings)
        for (const fact of facts)
          if (fact.thread === thread)
            await lane.command(fillRows(fact, fresh(fact.id), version, hasHours(settings)), {
              settings: scratchSettings,
            })
        await emptyScratch(lane, thread)
        done += 1
        onProgress?.({ done, of, events })
      }),
    )
  for (const fact of facts) {
    await engine.command(createFactTable(fact))
    await engine.command(`EXCHANGE TABLES ${fact.id} AND ${fresh(fact.id)}`)
    await engine.command(`DROP TABLE ${fresh(fact.id)}`)
  }
  return { events }
}

type Counted = Awaited<ReturnType<typeof countChunks>>

function sum(counted: ReadonlyMap<Thread, Counted>, figure: (one: Counted) => number): number {
  return [...counted.values()].reduce((total, one) => total + figure(one), 0)
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
