import { setImmediate as nextTurn } from 'node:timers/promises'
import { isOfThread } from '@parley/core/declare/thread.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { threads } from '@parley/model/threads.ts'
import type { Engine } from './engine.ts'
import { completeEventsTable, createEventsTable, eventColumnTypes, eventsTable } from './events-table.ts'
import { identityHashSql, threadHashSql } from './hashes.ts'
import type { SeenFilter } from './seen-filter.ts'

/** An event's identity: no two stored events share one. */
export type Identity = {
  readonly organizationId: string
  readonly source: string
  readonly id: string
  readonly timeMs: number
}

/** Creates what is missing in the engine. Facts are created by `server/derive`, which knows whether they are current. */
export async function prepareEvents(engine: Engine): Promise<void> {
  await engine.command(createEventsTable())
  await engine.command(completeEventsTable())
}

export async function insertEvents(engine: Engine, rows: Buffer): Promise<void> {
  await engine.insertRows(eventsTable, Object.keys(eventColumnTypes), rows)
}

/** The instant of the first event of all, in UTC milliseconds; infinity when there is none. */
export async function firstEventAt(engine: Engine): Promise<number> {
  // The engine knows it without reading: it is the beginning of the first month.
  const [row] = await engine.query(`SELECT count() > 0, toUnixTimestamp64Milli(min(time)) FROM ${eventsTable}`)
  const [hasAny, first] = row as [number, number]
  return hasAny === 1 ? first : Number.POSITIVE_INFINITY
}

const questionSize = 10_000

/** Which of the identities are stored already, as indexes. Exact. */
export async function findStored(engine: Engine, identities: readonly Identity[]): Promise<Set<number>> {
  const found = new Set<number>()
  // A second delivery is nearly always the same event with the same time: that is one look at the sorting key. Lists of
  // plain literals: of ten thousand tuples with a function in each the parser says that they are too big.
  await ask(engine, identities, found, (part) => {
    const times = [...new Set(part.map(({ timeMs }) => timeText(timeMs)))]
    return `${sameIds(part)} AND time IN ${literal(times)}`
  })
  await ask(engine, identities, found, sameIds)
  return found
}

async function ask(
  engine: Engine,
  identities: readonly Identity[],
  found: Set<number>,
  condition: (part: readonly Identity[]) => string,
): Promise<void> {
  const open = identities.map((identity, index) => ({ ...identity, index })).filter(({ index }) => !found.has(index))
  const byKey = new Map(
    open.map((identity) => [keyOf(identity.organizationId, identity.source, identity.id), identity.index]),
  )
  for (let start = 0; start < open.length; start += questionSize) {
    const part = open.slice(start, start + questionSize)
    const rows = await engine.query(
      `SELECT DISTINCT organization_id, source, id FROM ${eventsTable} WHERE ${condition(part)}`,
    )
    for (const row of rows) {
      const index = byKey.get(keyOf(String(row[0]), String(row[1]), String(row[2])))
      if (index !== undefined) found.add(index)
    }
  }
}

function sameIds(part: readonly Identity[]): string {
  const organizations = [...new Set(part.map(({ organizationId }) => organizationId))]
  return `organization_id IN ${literal(organizations)} AND id IN ${literal(part.map(({ id }) => id))}`
}

/** An instant as the column of times reads it. */
function timeText(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 23).replace('T', ' ')
}

function keyOf(organizationId: string, source: string, id: string): string {
  return `${organizationId}\t${source}\t${id}`
}

const chunkRows = 500_000
/** Keys that are added at once: some milliseconds. */
const sliceKeys = 20_000

/**
 * Fills the filter with everything stored: the identities of events and the threads they belong to. Runs beside all else,
 * and ends early, the filter incomplete, when `stopping` is given.
 */
export async function fillSeenFilter(engine: Engine, seen: SeenFilter, stopping?: AbortSignal): Promise<void> {
  const days = await engine.query(`SELECT toDate(time) AS day, count() FROM ${eventsTable} GROUP BY day ORDER BY day`)
  for (const stretch of stretchesOf(days as [string, number][])) {
    const parts = Math.ceil(stretch.count / chunkRows)
    for (let part = 0; part < parts; part += 1) {
      if (stopping?.aborted) return
      const where = `toDate(time) BETWEEN ${literal(stretch.from)} AND ${literal(stretch.to)} AND cityHash64(id) % ${parts} = ${part}`
      await addAll(engine, seen, `SELECT ${identityHashSql} FROM ${eventsTable} WHERE ${where}`)
      for (const thread of threads)
        await addAll(
          engine,
          seen,
          `SELECT DISTINCT ${threadHashSql(thread)} FROM ${eventsTable} WHERE ${where} AND ${isOfThread(thread)}`,
        )
    }
  }
  seen.complete()
}

/** Days put together until they hold about a chunk: a statement costs the same for ten rows as for ten thousand. */
function stretchesOf(days: readonly [string, number][]): { from: string; to: string; count: number }[] {
  const stretches: { from: string; to: string; count: number }[] = []
  for (const [day, count] of days) {
    const last = stretches.at(-1)
    if (last && last.count + count <= chunkRows) {
      last.to = day
      last.count += count
    } else stretches.push({ from: day, to: day, count })
  }
  return stretches
}

async function addAll(engine: Engine, seen: SeenFilter, sql: string): Promise<void> {
  const bytes = await engine.queryBytes(sql, 'RowBinary')
  const halves = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  // Whoever asks something meanwhile waits for one slice, and not for all.
  for (let start = 0; start < halves.length; start += sliceKeys * 2) {
    seen.addHalves(halves.subarray(start, start + sliceKeys * 2))
    await nextTurn()
  }
}
