import { AppError } from '@parley/core/errors/app-error.ts'
import { isRecord } from '@parley/model/events/rule.ts'
import { type Kysely, type Selectable, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { QuarantineRow, Tables } from '../account/tables.ts'
import type { Clock } from '../clock.ts'
import type { Position } from '../journal/journal.ts'
import { limits } from '../limits.ts'
import type { Ingest } from './ingest.ts'
import { decodeRejected, type EventProblem, type RejectedLine } from './rejected.ts'

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

/** Where rejected events wait to be mended: nothing that was sent is lost. */
export type Quarantine = {
  /** Keeps what the journal holds. The same entries again add nothing. */
  keep(entries: readonly QuarantineEntry[]): Promise<void>
  /** A page, newest first; `cursor` leads to the next one and is null on the last. */
  list(page: {
    readonly organizationId: string
    readonly status?: QuarantineStatus
    readonly cursor?: string
    readonly limit: number
  }): Promise<{ items: QuarantineSummary[]; cursor: string | null }>
  /** Error: `quarantine_not_found` (404). */
  show(place: Place): Promise<QuarantinedEvent>
  /**
   * Takes the mended event, or the event as it came when there is none (its type may be known by now), by the same way
   * as any event. One without a time has the time at which it first came.
   * Errors: `quarantine_not_found` (404), `quarantine_closed` (409: it was replayed or discarded), and those of
   * {@link Ingest.take}.
   */
  replay(place: Place & { readonly event?: unknown }): Promise<Replay>
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

    async list({ organizationId, status, cursor, limit }) {
      const rows = Math.max(1, Math.min(limit, limits.quarantinePageRows))
      // Not the whole events: a page of large ones would fill the memory.
      let query = db
        .selectFrom('quarantine')
        .select(['id', 'received_at', 'status', 'problems'])
        .select(sql<string>`substr(event, 1, 500)`.as('beginning'))
        .where('organization_id', '=', organizationId)
      if (status !== undefined) query = query.where('status', '=', status)
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

    async show(place) {
      return fromRow(await row(place))
    },

    async replay({ event, ...place }) {
      const kept = fromRow(await row(place))
      if (kept.status !== 'open') throw closed(kept)
      const sent = event ?? kept.event
      const mended = isRecord(sent) ? { ...sent, time: sent.time ?? new Date(kept.received_at).toISOString() } : sent
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
      await close(place, { status: 'replayed', mended: JSON.stringify(mended), replayed_at: clock.now() })
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

/** SQLite binds at most 32,766 values to a statement. */
const rowsPerInsert = 500

function toRow(entry: QuarantineEntry): QuarantineRow {
  return {
    id: newId(),
    organization_id: entry.organization_id,
    received_at: entry.received_at,
    event: JSON.stringify(entry.event),
    problems: JSON.stringify(entry.problems),
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
