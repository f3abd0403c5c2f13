import type { Engine } from '../store/engine.ts'
import { identityHash } from '../store/hashes.ts'
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
  const inBatch = new Set<string>()
  const candidates: { line: EventLine; payload: Buffer; isPerhapsStored: boolean; hash: bigint }[] = []
  const repeated: EventLine[] = []
  for (const payload of payloads) {
    for (const line of readEventLines(payload)) {
      const key = `${line.organizationId}\t${line.source}\t${line.id}`
      if (inBatch.has(key)) {
        repeated.push(line)
        continue
      }
      inBatch.add(key)
      const hash = identityHash(line.organizationId, line.source, line.id)
      candidates.push({ line, payload, hash, isPerhapsStored: seen.perhaps(hash) })
    }
  }
  const doubtful = candidates.filter(({ isPerhapsStored }) => isPerhapsStored)
  const stored =
    doubtful.length === 0
      ? new Set<number>()
      : await findStored(
          engine,
          doubtful.map(({ line }) => line),
        )
  const storedLines = new Set([...stored].map((index) => doubtful[index]?.line))
  const fresh = candidates.filter(({ line }) => !storedLines.has(line))
  for (const { line } of doubtful) if (storedLines.has(line)) repeated.push(line)
  const count = payloads.reduce((sum, payload) => sum + payload.length, 0)
  const size = fresh.reduce((sum, { line }) => sum + line.end - line.start, 0)
  return {
    rows:
      size === count
        ? Buffer.concat(payloads)
        : Buffer.concat(fresh.map(({ line, payload }) => payload.subarray(line.start, line.end))),
    fresh: fresh.map(({ line }) => line),
    repeated,
  }
}
