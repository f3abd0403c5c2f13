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
  const { firsts, repeated } = firstDeliveries(lines)
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

/** Tells the first delivery of each event from the later ones. By their hashes: to hash their names again would cost more. */
function firstDeliveries(lines: readonly EventLine[]): { firsts: EventLine[]; repeated: EventLine[] } {
  const firsts: EventLine[] = []
  const repeated: EventLine[] = []
  // A table with open addressing: at the place that a hash names, or the next free one, stands 1 + the index of a first.
  const mask = 2 ** Math.ceil(Math.log2(2 * lines.length + 1)) - 1
  const places = new Uint32Array(mask + 1)
  const hash = new BigUint64Array(1)
  const half = new Uint32Array(hash.buffer)
  for (const line of lines) {
    hash[0] = line.hash
    let place = (half[0] as number) & mask
    let known = firsts[(places[place] as number) - 1]
    while (known !== undefined && known.identity !== line.identity) {
      place = (place + 1) & mask
      known = firsts[(places[place] as number) - 1]
    }
    if (known === undefined) places[place] = firsts.push(line)
    else repeated.push(line)
  }
  return { firsts, repeated }
}
