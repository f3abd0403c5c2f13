import type { Engine } from '../store/engine.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import { findStored } from '../store/store.ts'
import { type EventLine, readEventLines } from './event-lines.ts'

/** Journaled events ready for the store: the first delivery of each, and what was there before. */
export type Admitted = {
  /** The rows to insert: none of them is in the store. */
  readonly rows: Buffer
  readonly fresh: readonly EventLine[]
  /** Deliveries of events that were stored before; their threads are derived again all the same (see `settle.ts`). */
  readonly repeated: readonly EventLine[]
}

/** Keeps the first delivery of each event, within the payloads and against the store: an event is stored once. */
export async function admit(engine: Engine, seen: SeenFilter, payloads: readonly Buffer[]): Promise<Admitted> {
  const lines = payloads.flatMap(readEventLines)
  const firsts: EventLine[] = []
  const repeated: EventLine[] = []
  const inBatch = new Set<string>()
  for (const line of lines) {
    if (inBatch.has(line.identity)) repeated.push(line)
    else {
      inBatch.add(line.identity)
      firsts.push(line)
    }
  }
  const doubtful = firsts.filter(({ hash }) => seen.perhaps(hash))
  const stored = new Set<EventLine | undefined>()
  if (doubtful.length > 0) for (const index of await findStored(engine, doubtful)) stored.add(doubtful[index])
  const fresh = stored.size === 0 ? firsts : firsts.filter((line) => !stored.has(line))
  for (const line of doubtful) if (stored.has(line)) repeated.push(line)
  return {
    rows: fresh.length === lines.length ? Buffer.concat(payloads) : Buffer.from(fresh.map(({ row }) => row).join('')),
    fresh,
    repeated,
  }
}
