import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../limits.ts'
import { journalUnavailable } from './journal-unavailable.ts'
import type { Position } from './position.ts'
import { type RecordKind, recordBytes } from './record.ts'
import type { Entry, SegmentWriter } from './segment-writer.ts'

type Waiting = Entry & { readonly resolve: (position: Position) => void; readonly reject: (error: AppError) => void }

/**
 * Lets appends share writes and syncs: while the disk is busy with one group the next one gathers, and it starts as
 * soon as the disk is free. No timer: a lone producer never waits for company.
 */
export class GroupCommit {
  /** Records acknowledged. */
  appends = 0
  readonly #directory: string
  readonly #writer: SegmentWriter
  readonly #onDurable: (end: Position) => void
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #work: Promise<void> | null = null
  #isClosed = false

  constructor(directory: string, writer: SegmentWriter, onDurable: (end: Position) => void) {
    this.#directory = directory
    this.#writer = writer
    this.#onDurable = onDurable
  }

  append(kind: RecordKind, payload: Buffer): Promise<Position> {
    const refusal = this.#refusal(payload)
    if (refusal !== null) return Promise.reject(refusal)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kind, payload, offset: 0, resolve, reject })
      this.#waitingBytes += recordBytes(payload)
      this.#work ??= this.#commitAll()
    })
  }

  /** Takes nothing more and finishes what waits. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#work
  }

  #refusal(payload: Buffer): AppError | null {
    if (this.#isClosed) return journalUnavailable(this.#directory, 'Parley is stopping')
    const bytes = recordBytes(payload)
    if (bytes > limits.journalRecordBytes) {
      return new AppError(
        'journal_record_too_large',
        413,
        `One request takes ${bytes} bytes in the journal; the limit is ${limits.journalRecordBytes}. Send its events in several requests.`,
      )
    }
    if (this.#waitingBytes + bytes > limits.journalWaitingBytes) {
      return journalUnavailable(this.#directory, `${this.#waitingBytes} bytes are waiting for the disk already`)
    }
    return null
  }

  async #commitAll(): Promise<void> {
    // Whoever appends in the same turn of the event loop (after an answer, or as one of many) joins the group.
    await nextTurn()
    while (this.#waiting.length > 0) {
      await this.#commit(this.#takeGroup())
      await nextTurn()
    }
    this.#work = null
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    let end: Position
    try {
      end = await this.#writer.write(group)
    } catch (cause) {
      const error = journalUnavailable(this.#directory, cause)
      for (const entry of group) entry.reject(error)
      return
    }
    this.appends += group.length
    this.#onDurable(end)
    for (const entry of group) entry.resolve({ segment: end.segment, offset: entry.offset })
  }

  /** What waits, up to the limit of one write; at least one record. */
  #takeGroup(): readonly Waiting[] {
    if (this.#waitingBytes <= limits.journalGroupBytes) {
      const group = this.#waiting
      this.#waiting = []
      this.#waitingBytes = 0
      return group
    }
    let count = 0
    let bytes = 0
    for (const entry of this.#waiting) {
      const more = recordBytes(entry.payload)
      if (count > 0 && bytes + more > limits.journalGroupBytes) break
      count += 1
      bytes += more
    }
    this.#waitingBytes -= bytes
    return this.#waiting.splice(0, count)
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
