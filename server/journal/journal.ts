import { rm } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import { limits } from '../limits.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { DamageKeeper } from './damage-keeper.ts'
import { syncDirectory, withFile } from './durable-files.ts'
import { GroupCommit } from './group-commit.ts'
import { incidentReporter, type OnIncident } from './incident.ts'
import { journalUnavailable } from './journal-unavailable.ts'
import { comparePositions, type Position } from './position.ts'
import type { RecordKind } from './record.ts'
import { recover } from './recovery.ts'
import { segmentPath } from './segment-file.ts'
import { type JournalRecord, readSegmentPart } from './segment-reader.ts'
import { SegmentWriter } from './segment-writer.ts'

export type { Incident } from './incident.ts'
export { comparePositions, type Position } from './position.ts'
export type { RecordKind } from './record.ts'
export type { JournalRecord } from './segment-reader.ts'

/** The durable queue between taking events and storing them. One process per directory: see `lockDirectory`. */
export type Journal = {
  /**
   * Resolves to the record's position once it would survive a power cut. The payload must not change until then.
   * Errors: `journal_unavailable` (503: the disk refuses; nothing of it was taken, later appends may succeed),
   * `journal_record_too_large` (413).
   */
  append(kind: RecordKind, payload: Buffer): Promise<Position>
  /**
   * Durable records in order from `from` (the checkpoint or a `next` of an earlier read) on: up to `maxBytes` of them,
   * but at least one when there is one. `next` is where to go on. Damage on the way is reported and passed over.
   * Error: `journal_unavailable` when the disk cannot be read.
   */
  read(from: Position, maxBytes: number): Promise<{ records: JournalRecord[]; next: Position }>
  /** The place behind the last durable record. */
  end(): Position
  /** Everything before it is in the store for sure. */
  checkpoint(): Position
  /**
   * Moves the checkpoint to a `next` or `end()`, durably, then deletes the segments wholly before it. Never moves back.
   * Error: `journal_unavailable` (503); asking again later is safe.
   */
  advance(to: Position): Promise<void>
  /** Resolves when there is a durable record behind `after`, and when the journal is closed. */
  waitForMore(after: Position): Promise<void>
  /** Finishes the appends under way; later ones are refused. */
  close(): Promise<void>
  /** `bytes` and `segments` on disk now; `appends` acknowledged and `syncs` done since opening. */
  stats(): { bytes: number; segments: number; appends: number; syncs: number }
}

/**
 * Opens (or creates) the journal in a directory and checks everything from its checkpoint on.
 * `segmentBytesLimit`: bytes after which a new segment is begun, 64 MiB unless told.
 * `onIncident`: hears of every damage; without it each is a process warning.
 * Errors: `journal_unavailable` (503), `journal_format_unknown` (500: written by a newer Parley).
 */
export async function openJournal(options: {
  directory: string
  segmentBytesLimit?: number
  onIncident?: OnIncident
}): Promise<Journal> {
  const directory = resolvePath(options.directory)
  const segmentBytesLimit = options.segmentBytesLimit ?? limits.journalSegmentBytes
  if (!(segmentBytesLimit > 0 && segmentBytesLimit <= 2 ** 31)) throw new RangeError('A segment takes 1 byte to 2 GiB.')
  const report = incidentReporter(options.onIncident)
  const keeper = new DamageKeeper(directory, report)
  const { ends, ...recovered } = await translated(directory, () => recover(directory, keeper, report))
  let { checkpoint, end } = recovered
  let isClosed = false
  let waiters: { after: Position; resolve: () => void }[] = []
  let advancing: Promise<void> = Promise.resolve()

  const writer = new SegmentWriter({
    directory,
    segmentBytesLimit,
    ends,
    report,
    last: recovered.last,
    nextSegment: recovered.nextSegment,
  })
  const commits = new GroupCommit(directory, writer, (durableEnd) => {
    end = durableEnd
    wake()
  })

  function wake(): void {
    const isDue = (after: Position) => isClosed || comparePositions(end, after) > 0
    for (const waiter of waiters) if (isDue(waiter.after)) waiter.resolve()
    waiters = waiters.filter((waiter) => !isDue(waiter.after))
  }

  async function read(from: Position, maxBytes: number): Promise<{ records: JournalRecord[]; next: Position }> {
    if (comparePositions(from, checkpoint) < 0) throw new RangeError('The journal is read from its checkpoint on.')
    const readEnd = end
    const records: JournalRecord[] = []
    let next = from
    let bytes = 0
    for (const segment of [...ends.keys()].sort((a, b) => a - b)) {
      if (segment < from.segment || segment > readEnd.segment) continue
      const segmentEnd = ends.get(segment) ?? 0
      let at = segment === from.segment ? from.offset : 0
      if (at >= segmentEnd) continue
      await withFile(segmentPath(directory, segment), 'r', async (fd) => {
        while (at < segmentEnd && bytes < maxBytes) {
          const part = await readSegmentPart(fd, segment, at, segmentEnd, maxBytes - bytes)
          for (const damage of part.damage) await keeper.keepRecords(segment, damage)
          if (records.length > 0 && bytes + (part.next - at) > maxBytes) {
            bytes = maxBytes
            break
          }
          for (const record of part.records) records.push(record)
          if (part.records.length > 0) bytes += part.next - at
          at = part.next
          next = { segment, offset: at }
        }
      })
      if (bytes >= maxBytes) break
    }
    return { records, next }
  }

  async function advance(to: Position): Promise<void> {
    if (comparePositions(to, end) > 0) throw new RangeError('The checkpoint cannot pass the end of the journal.')
    if (comparePositions(to, checkpoint) <= 0) return
    const settled = [...ends.keys()].filter((segment) => segment < to.segment)
    for (const segment of settled) await keeper.putAside(segment)
    await writeCheckpoint(directory, to)
    checkpoint = to
    for (const segment of settled) {
      await rm(segmentPath(directory, segment), { force: true })
      ends.delete(segment)
    }
    if (settled.length > 0) await syncDirectory(directory)
  }

  return {
    append: (kind, payload) => commits.append(kind, payload),
    read: (from, maxBytes) => translated(directory, () => read(from, maxBytes)),
    end: () => end,
    checkpoint: () => checkpoint,
    advance(to) {
      const turn = advancing.then(() => translated(directory, () => advance(to)))
      advancing = turn.catch(() => undefined) // whoever asked for that one hears of it; the next has its own turn
      return turn
    },
    waitForMore(after) {
      if (isClosed || comparePositions(end, after) > 0) return Promise.resolve()
      return new Promise((resolve) => waiters.push({ after, resolve }))
    },
    async close() {
      await commits.close()
      await advancing
      isClosed = true
      wake()
      await writer.close()
    },
    stats: () => ({
      bytes: [...ends.values()].reduce((sum, bytes) => sum + bytes, 0),
      segments: ends.size,
      appends: commits.appends,
      syncs: writer.syncs,
    }),
  }
}

/** The world's failures become one error with a code; a programmer's slip stays what it is. */
async function translated<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? journalUnavailable(directory, error) : error
  }
}
