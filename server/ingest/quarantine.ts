import { AppError } from '@parley/core/errors/app-error.ts'
import { isRecord } from '@parley/model/events/rule.ts'
import { type Kysely, type Selectable, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { QuarantineRow, Tables } from '../account/tables.ts'
import type { Clock } from '../clock.ts'
import type { Position } from '../journal/journal.ts'
import { limits } from '../limits.ts'
import type { Ingest } from './ingest.ts'
import { decodeRejected, type EventProblem, type RejectedLine, type RejectionReason } from './rejected.ts'

export const quarantineStatuses = ['open', 'replayed', 'discarded'] as const
export type QuarantineStatus = (typeof quarantineStatuses)[number]

/** A rejected event as it is kept. */
export type QuarantinedEvent = {
  readonly id: string
  /** UTC milliseconds. */
  readonly received_at: number
  readonly status: QuarantineStatus
  /** As it came: a JSON value, or a text where it could not be read or is too large to be kept whole. */
  readonly event: unknown
  readonly problems: readonly EventProblem[]
  /** What was taken in its place; null until it is replayed. */
  readonly mended: unknown
  /** UTC milliseconds; null until it is replayed. */
  readonly replayed_at: number | null
}

/** A rejected event in a list: what is wrong with it, and how it begins. */
export type QuarantineSummary = Pick<QuarantinedEvent, 'id' | 'received_at' | 'status' | 'problems'> & {
  /** The first characters of its JSON, enough to recognize it. */
  readonly beginning: string
}

/** A rejected event on its way into the quarantine. */
export type QuarantineEntry = RejectedLine & {
  /** Where in the journal it comes from: a second reading adds nothing. */
  readonly journal_reference: string
}

/** Names one quarantined event; of another organization there is none. */
type Place = { readonly organizationId: string; readonly id: string }

export type Replay =
  | { readonly isReplayed: true }
  /** It stays in the quarantine as it was. */
  | { readonly isReplayed: false; readonly problems: readonly EventProblem[] }

/** Which open events are meant: those named, or those with a reason (of the first problem), or all. */
export type QuarantineChoice = {
  readonly organizationId: string
  readonly ids?: readonly string[] | undefined
  readonly reason?: RejectionReason | undefined
}

/** What happened to each event of a part, and where to go on; `cursor` is null when the last one had its turn. */
export type ReplayedPart = {
  readonly results: readonly ({ readonly id: string } & Replay)[]
  readonly cursor: string | null
}

/** Open events with one reason. */
export type QuarantineReason = {
  readonly reason: RejectionReason
  readonly events: number
  /** UTC milliseconds. */
  readonly first_received_at: number
  readonly last_received_at: number
}

/** Where rejected events wait to be mended: nothing that was sent is lost. */
export type Quarantine = {
  /** Keeps what the journal holds. The same entries again add nothing. */
  keep(entries: readonly QuarantineEntry[]): Promise<void>
  /** A page, newest first; `cursor` leads to the next one and is null on the last. */
  list(page: {
    readonly organizationId: string
    readonly status?: QuarantineStatus
    readonly reason?: RejectionReason
    readonly cursor?: string
    readonly limit: number
  }): Promise<{ items: QuarantineSummary[]; cursor: string | null }>
  /** Why the open events of an organization are here, the most frequent reason first. */
  reasons(organizationId: string): Promise<QuarantineReason[]>
  /** Error: `quarantine_not_found` (404). */
  show(place: Place): Promise<QuarantinedEvent>
  /**
   * Takes the mended event, or the event as it came when there is none (its type may be known by now), by the same way
   * as any event. One without a time has the time at which it first came.
   * Errors: `quarantine_not_found` (404), `quarantine_closed` (409: it was replayed or discarded), and those of
   * {@link Ingest.take}.
   */
  replay(place: Place & { readonly event?: unknown }): Promise<Replay>
  /**
   * Takes the chosen events as they came, newest first: a part of them, from `cursor` on. What is still not right stays.
   * Errors: those of {@link Ingest.take}, after which nothing of the part is marked; what was taken is recognized again.
   */
  replayMany(choice: QuarantineChoice & { readonly cursor?: string | undefined }): Promise<ReplayedPart>
  /** Puts the chosen events aside for good, and says how many there were. */
  discardMany(choice: QuarantineChoice): Promise<number>
  /** Puts it aside for good; once more changes nothing. Errors: `quarantine_not_found`, `quarantine_closed`. */
  discard(place: Place): Promise<void>
}

export function createQuarantine(db: Kysely<Tables>, ingest: Ingest, clock: Clock): Quarantine {
  async function row({ organizationId, id }: Place): Promise<Selectable<QuarantineRow>> {
    const found = await db
      .selectFrom('quarantine')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (found === undefined)
      throw new AppError(
        'quarantine_not_found',
        404,
        `There is no rejected event ${id.slice(0, 60)} in this organization.`,
      )
    return found
  }

  async function close({ organizationId, id }: Place, values: Partial<QuarantineRow>): Promise<void> {
    await db
      .updateTable('quarantine')
      .set(values)
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .where('status', '=', 'open')
      .execute()
  }

  const closing = (status: QuarantineStatus, mended: string): Partial<QuarantineRow> => ({
    status,
    mended,
    replayed_at: clock.now(),
  })

  /** The next chosen events, as many as one request of events may hold; at least one, when there is any. */
  async function nextPart({ organizationId, ids, reason }: QuarantineChoice, cursor: string | undefined) {
    if (ids?.length === 0) return { rows: [], next: null }
    let query = db
      .selectFrom('quarantine')
      .select(['id', 'received_at', 'event'])
      .where('organization_id', '=', organizationId)
      .where('status', '=', 'open')
    if (ids !== undefined) query = query.where('id', 'in', ids)
    if (reason !== undefined) query = query.where('reason', '=', reason)
    if (cursor !== undefined) query = query.where('id', '<', cursor)
    const found = await query
      .orderBy('id', 'desc')
      .limit(eventsPerReplay + 1)
      .execute()
    let bytes = 0
    const fitting = found.slice(0, eventsPerReplay).filter(({ event }, index) => {
      bytes += event.length * 3
      return index === 0 || bytes <= limits.eventsBodyBytes / 2
    })
    const rows = fitting.map(({ id, received_at, event }) => ({ id, received_at, event: JSON.parse(event) as unknown }))
    return { rows, next: rows.length < found.length ? (rows.at(-1)?.id ?? null) : null }
  }

  return {
    async keep(entries) {
      for (let start = 0; start < entries.length; start += rowsPerInsert) {
        await db
          .insertInto('quarantine')
          .values(entries.slice(start, start + rowsPerInsert).map(toRow))
          .onConflict((conflict) => conflict.column('journal_reference').doNothing())
          .execute()
      }
    },

    async list({ organizationId, status, reason, cursor, limit }) {
      const rows = Math.max(1, Math.min(limit, limits.quarantinePageRows))
      // Not the whole events: a page of large ones would fill the memory.
      let query = db
        .selectFrom('quarantine')
        .select(['id', 'received_at', 'status', 'problems'])
        .select(sql<string>`substr(event, 1, 500)`.as('beginning'))
        .where('organization_id', '=', organizationId)
      if (status !== undefined) query = query.where('status', '=', status)
      if (reason !== undefined) query = query.where('reason', '=', reason)
      if (cursor !== undefined) query = query.where('id', '<', cursor)
      const found = await query
        .orderBy('id', 'desc')
        .limit(rows + 1)
        .execute()
      const items = found.slice(0, rows).map((found) => ({
        ...found,
        status: found.status as QuarantineStatus,
        problems: JSON.parse(found.problems) as EventProblem[],
      }))
      return { items, cursor: found.length > rows ? (items.at(-1)?.id ?? null) : null }
    },

    async reasons(organizationId) {
      const rows = await db
        .selectFrom('quarantine')
        .select(({ fn }) => [
          'reason',
          fn.countAll().as('events'),
          fn.min('received_at').as('first_received_at'),
          fn.max('received_at').as('last_received_at'),
        ])
        .where('organization_id', '=', organizationId)
        .where('status', '=', 'open')
        .groupBy('reason')
        .execute()
      return rows
        .map(({ reason, events, first_received_at, last_received_at }) => ({
          reason: reason as RejectionReason,
          events: Number(events),
          first_received_at: Number(first_received_at),
          last_received_at: Number(last_received_at),
        }))
        .sort((one, other) => other.events - one.events)
    },

    async replayMany({ cursor, ...choice }) {
      const { rows, next } = await nextPart(choice, cursor)
      if (rows.length === 0) return { results: [], cursor: next }
      const sent = rows.map(({ event, received_at }) => withTime(event, received_at))
      const { rejected } = await ingest.take({
        organizationId: choice.organizationId,
        contentType: 'application/cloudevents-batch+json',
        contentEncoding: undefined,
        headers: {},
        body: Buffer.from(JSON.stringify(sent)),
        isReplay: true,
      })
      const problems = new Map(rejected.map((notice) => [notice.index, notice.problems]))
      for (const [index, { id }] of rows.entries()) {
        if (problems.has(index)) continue
        const mended = JSON.stringify(sent[index])
        await close({ organizationId: choice.organizationId, id }, closing('replayed', mended))
      }
      const results = rows.map(({ id }, index) => {
        const wrong = problems.get(index)
        return wrong === undefined
          ? { id, isReplayed: true as const }
          : { id, isReplayed: false as const, problems: wrong }
      })
      return { results, cursor: next }
    },

    async discardMany(choice) {
      const { numUpdatedRows } = await db
        .updateTable('quarantine')
        .set({ status: 'discarded' })
        .where('organization_id', '=', choice.organizationId)
        .where('status', '=', 'open')
        .$if(choice.reason !== undefined, (some) => some.where('reason', '=', choice.reason ?? ''))
        .$if(choice.ids !== undefined, (some) => some.where('id', 'in', choice.ids ?? []))
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async show(place) {
      return fromRow(await row(place))
    },

    async replay({ event, ...place }) {
      const kept = fromRow(await row(place))
      if (kept.status !== 'open') throw closed(kept)
      const mended = withTime(event ?? kept.event, kept.received_at)
      const { rejected } = await ingest.take({
        organizationId: place.organizationId,
        contentType: 'application/cloudevents+json',
        contentEncoding: undefined,
        headers: {},
        body: Buffer.from(JSON.stringify(mended)),
        isReplay: true,
      })
      const first = rejected[0]
      if (first !== undefined) return { isReplayed: false, problems: first.problems }
      await close(place, closing('replayed', JSON.stringify(mended)))
      return { isReplayed: true }
    },

    async discard(place) {
      const kept = fromRow(await row(place))
      if (kept.status === 'replayed') throw closed(kept)
      await close(place, { status: 'discarded' })
    },
  }
}

/** The entries of a `rejected` record of the journal, each named by its place. */
export function quarantineEntries(payload: Buffer, position: Position): QuarantineEntry[] {
  return decodeRejected(payload).map((line, number) => ({
    ...line,
    journal_reference: `${position.segment}:${position.offset}:${number}`,
  }))
}

/** Taken together: enough to be quick, few enough that whoever waits sees it go on. */
const eventsPerReplay = 200

/** One without a time has the time at which it first came. */
function withTime(event: unknown, receivedAt: number): unknown {
  return isRecord(event) ? { ...event, time: event.time ?? new Date(receivedAt).toISOString() } : event
}

/** SQLite binds at most 32,766 values to a statement. */
const rowsPerInsert = 500

function toRow(entry: QuarantineEntry): QuarantineRow {
  return {
    id: newId(),
    organization_id: entry.organization_id,
    received_at: entry.received_at,
    event: JSON.stringify(entry.event),
    problems: JSON.stringify(entry.problems),
    reason: entry.problems[0]?.reason ?? '',
    status: 'open',
    mended: null,
    replayed_at: null,
    journal_reference: entry.journal_reference,
  }
}

function fromRow(row: QuarantineRow): QuarantinedEvent {
  return {
    id: row.id,
    received_at: row.received_at,
    status: row.status as QuarantineStatus,
    event: JSON.parse(row.event),
    problems: JSON.parse(row.problems) as EventProblem[],
    mended: row.mended === null ? null : JSON.parse(row.mended),
    replayed_at: row.replayed_at,
  }
}

function closed({ id, status }: QuarantinedEvent): AppError {
  return new AppError(
    'quarantine_closed',
    409,
    `The rejected event ${id} is already ${status}. Send a new event instead.`,
  )
}
