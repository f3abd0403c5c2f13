import { unlink } from 'node:fs/promises'
import { limits } from '../limits.ts'
import { closeFile, openFile, syncData, syncDirectory, syncFile, truncateFile, writeAll } from './durable-files.ts'
import type { OnIncident } from './incident.ts'
import type { Position } from './position.ts'
import { encodeOpening, encodeRecord, openingBytes, type RecordKind, recordBytes } from './record.ts'
import { segmentPath } from './segment-file.ts'

/** A record to be written. `offset` is set when it has its place. */
export type Entry = { readonly kind: RecordKind; readonly payload: Buffer; offset: number }

type Active = { readonly segment: number; readonly fd: number; end: number }

/**
 * Writes groups of records, each with one write and one sync. A group is durable or it is taken back:
 *
 * - A failed write is cut off again, and the cut made durable, before anybody is told of the failure.
 * - A segment is never written again after a failed sync (the page cache may then hold what the disk does not), nor after
 *   anything newer was begun. The next segment's opening record names the end of the last one, so what stands behind
 *   that end, and any segment begun in between, stays refused after a restart too.
 * - When the disk refuses even the cut, a new segment with nothing but that opening record is tried at once.
 *   Only when this fails as well, and the process ends before any later group succeeds, can a refused record
 *   come back at the next start: nothing could be written anywhere that says otherwise. It is then a record like
 *   one whose answer got lost, and events are recognized by their identity. An acknowledged record is never given up.
 */
export class SegmentWriter {
  /** Groups and opening records made durable. */
  syncs = 0
  readonly #directory: string
  readonly #segmentBytesLimit: number
  /** Durable end of every segment, by number; shared with the reader. */
  readonly #ends: Map<number, number>
  readonly #report: OnIncident
  #active: Active | null = null
  /** Durable end of the last segment that counts. */
  #last: Position
  #nextSegment: number
  #buffer = Buffer.allocUnsafeSlow(256 * 1024)

  constructor(options: {
    directory: string
    segmentBytesLimit: number
    ends: Map<number, number>
    report: OnIncident
    last: Position
    nextSegment: number
  }) {
    this.#directory = options.directory
    this.#segmentBytesLimit = options.segmentBytesLimit
    this.#ends = options.ends
    this.#report = options.report
    this.#last = options.last
    this.#nextSegment = options.nextSegment
  }

  /** Writes a group and sets the offsets of its entries. Returns the end when all is durable; throws when none is. */
  async write(group: readonly Entry[]): Promise<Position> {
    const bytes = group.reduce((sum, entry) => sum + recordBytes(entry.payload), 0)
    const active = this.#active
    if (active === null || (active.end + bytes > this.#segmentBytesLimit && active.end > openingBytes)) {
      return this.#begin(group, bytes)
    }
    return this.#extend(active, group, bytes)
  }

  /** Gives the file back. Every group has been waited for. */
  async close(): Promise<void> {
    const active = this.#active
    this.#active = null
    if (active !== null) await closeFile(active.fd)
  }

  async #extend(active: Active, group: readonly Entry[], bytes: number): Promise<Position> {
    const { segment, fd, end } = active
    const buffer = this.#room(bytes)
    encodeGroup(buffer, 0, group, segment, end)
    let isWritten = false
    try {
      await writeAll(fd, buffer, bytes, end)
      isWritten = true
      await syncData(fd)
    } catch (cause) {
      const isCut = await succeeds(async () => {
        await truncateFile(fd, end)
        await syncFile(fd)
      })
      if (isWritten || !isCut) await this.#seal(active, isCut, cause)
      throw cause
    }
    this.syncs += 1
    active.end = end + bytes
    return this.#settled(segment, active.end)
  }

  /** Begins the next segment with a group in it (or with none, only to name the end of the last one). */
  async #begin(group: readonly Entry[], bytes: number): Promise<Position> {
    await this.#retire()
    const segment = this.#nextSegment++
    const path = segmentPath(this.#directory, segment)
    const length = openingBytes + bytes
    const buffer = this.#room(length)
    encodeOpening(buffer, segment, this.#last)
    encodeGroup(buffer, openingBytes, group, segment, openingBytes)
    let fd: number | null = null
    try {
      fd = await openFile(path, 'wx', 0o600)
      await writeAll(fd, buffer, length, 0)
      await syncFile(fd)
      await syncDirectory(this.#directory)
    } catch (cause) {
      const isDiscarded = await this.#discard(path, fd)
      if (!isDiscarded && group.length > 0) await succeeds(() => this.#begin([], 0))
      throw cause
    }
    this.syncs += 1
    this.#active = { segment, fd, end: length }
    return this.#settled(segment, length)
  }

  #settled(segment: number, end: number): Position {
    this.#ends.set(segment, end)
    this.#last = { segment, offset: end }
    if (this.#buffer.length > limits.journalGroupBytes) this.#buffer = Buffer.allocUnsafeSlow(limits.journalGroupBytes)
    return this.#last
  }

  async #seal(active: Active, isCut: boolean, cause: unknown): Promise<void> {
    await this.#retire()
    const reason = cause instanceof Error ? cause.message : String(cause)
    this.#report({
      code: 'segment_sealed',
      message: `The disk failed under segment ${active.segment} of the journal (${reason}). What was acknowledged is durable up to byte ${active.end}; writing goes on in a new segment. Check the disk.`,
      segment: active.segment,
      from: active.end,
      to: active.end,
      savedTo: null,
    })
    if (!isCut) await succeeds(() => this.#begin([], 0))
  }

  async #retire(): Promise<void> {
    const active = this.#active
    this.#active = null
    // All that counts in it is durable: an error from closing tells nothing new.
    if (active !== null) await succeeds(() => closeFile(active.fd))
  }

  /** Removes a segment that holds a refused group: empties it and unlinks it; true when either is durable. */
  async #discard(path: string, fd: number | null): Promise<boolean> {
    if (fd === null) return true
    const isEmpty = await succeeds(async () => {
      await truncateFile(fd, 0)
      await syncFile(fd)
    })
    await succeeds(() => closeFile(fd))
    const isGone = await succeeds(async () => {
      await unlink(path)
      await syncDirectory(this.#directory)
    })
    return isEmpty || isGone
  }

  #room(bytes: number): Buffer {
    if (this.#buffer.length < bytes) this.#buffer = Buffer.allocUnsafeSlow(Math.max(bytes, this.#buffer.length * 2))
    return this.#buffer
  }
}

function encodeGroup(buffer: Buffer, at: number, group: readonly Entry[], segment: number, offset: number): void {
  const shift = offset - at
  let index = at
  for (const entry of group) {
    entry.offset = index + shift
    index = encodeRecord(buffer, index, { segment, offset: entry.offset }, entry.kind, entry.payload)
  }
}

/** Whether it could be done: for what is tried while another error is already on its way to the caller. */
async function succeeds(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch {
    return false
  }
}
