import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Lanes } from './lanes.ts'
import type { Chunk } from './scratch.ts'
import { columnsOf } from './thread-columns.ts'

const chunkEvents = 500_000

// So many chunks lie on the disk at a time: some gigabytes at most, however many events there are.
const chunksOfRound = 64

/** A copy of the columns that threads are read from, one partition for each chunk. */
const chunksTable = 'rebuild_chunks'

const layingSettings = {
  max_execution_time: 3600,
  max_memory_usage: 6_000_000_000,
  min_insert_block_size_rows: 1_000_000,
  min_insert_block_size_bytes: 0,
  max_block_size: 250_000,
  optimize_on_insert: 0,
} as const

/** How many chunks the events of a kind of thread make. */
export async function countChunks(engine: Engine, thread: Thread): Promise<{ events: number; chunks: number }> {
  const [[events]] = (await engine.query(`SELECT count() FROM ${eventsTable} WHERE ${isOfThread(thread)}`)) as [
    [number],
  ]
  return { events, chunks: Math.ceil(events / chunkEvents) }
}

/**
 * Hands out all events of a kind of thread, some chunks at a time. The table of events is in the order of time, and threads
 * lie all over it: to look for those of each chunk would read everything once for each. So they are laid out first, by
 * chunk, and reading one reads only it.
 */
export async function throughChunks(
  engine: Engine,
  lanes: Lanes,
  thread: Thread,
  chunks: number,
  use: (chunks: readonly Chunk[]) => Promise<void>,
): Promise<void> {
  const columns = columnsOf(thread)
  const read = `SELECT ${columns.join(', ')}`
  if (chunks === 0) return
  if (chunks === 1) return use([{ select: `${read} FROM ${eventsTable} WHERE ${isOfThread(thread)}`, columns }])
  for (let first = 0; first < chunks; first += chunksOfRound) {
    const end = Math.min(chunks, first + chunksOfRound)
    const number = `toUInt32(cityHash64(${thread.namedBy}) % ${chunks})`
    const isOfRound = end - first < chunks ? ` AND ${number} >= ${first} AND ${number} < ${end}` : ''
    await dropChunks(engine)
    // It is read once and then dropped: merging it would only cost.
    const laid = `${read}, ${number} AS chunk_number FROM ${eventsTable} WHERE ${isOfThread(thread)}${isOfRound}`
    await engine.command(
      `CREATE TABLE ${chunksTable} ENGINE = MergeTree PARTITION BY chunk_number ORDER BY tuple()
SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1 EMPTY AS ${laid}`,
    )
    await engine.command(`INSERT INTO ${chunksTable} ${laid}`, {
      settings: { ...layingSettings, max_threads: lanes.count },
    })
    const numbers = Array.from({ length: end - first }, (_, index) => first + index)
    await use(
      numbers.map((chunk) => ({ select: `${read} FROM ${chunksTable} WHERE chunk_number = ${chunk}`, columns })),
    )
    await dropChunks(engine)
  }
}

/** Also when a rebuild that was cut off left them. */
export async function dropChunks(engine: Engine): Promise<void> {
  await engine.command(`DROP TABLE IF EXISTS ${chunksTable}`)
}
