import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Enrich, Sender } from '../enrich/enrich.ts'
import type { Journal } from '../journal/journal.ts'
import { limits } from '../limits.ts'
import type { Candidate } from './candidate.ts'
import { checkEvent } from './check.ts'
import type { IncomingEvent } from './event.ts'
import { encodeEventRow } from './event-row.ts'
import { type EventsRequest, readEvents } from './read.ts'
import {
  type EventProblem,
  encodeRejected,
  type RejectedEvent,
  type RejectionNotice,
  rejectedEvent,
  rejectionNotice,
  sizeProblem,
} from './rejected.ts'

/** Remembers identities of events that are durable, so that a second delivery is recognized at once. It may forget. */
export type Recent = {
  /** The ids of the events of one source of an organization. */
  from(organizationId: string, source: string): RecentIds
}

export type RecentIds = {
  has(id: string): boolean
  /** Only ever called for events that are durable. */
  add(id: string): void
}

export type IngestServices = {
  readonly journal: Pick<Journal, 'append'>
  readonly recent: Recent
  readonly clock: Clock
  /** What a sender tells about a visitor. Absent: nothing is added to events. */
  readonly enrich?: Enrich
}

export type IngestRequest = EventsRequest & {
  /** Decided by the key, never by the request. */
  readonly organizationId: string
  /** Of a request that a browser sent for its visitor. A server's own events say themselves where they are from. */
  readonly sender?: Sender
  /** Sent again from the quarantine: what is rejected is told, and not put into the quarantine once more. */
  readonly isReplay?: boolean
}

export type IngestAnswer = {
  /** Events that were right, durable now; duplicates included. */
  readonly accepted: number
  /** Those among them that were recognized as already received. */
  readonly duplicates: number
  /** Those that were not taken, in the order of the request; kept in the quarantine. */
  readonly rejected: readonly RejectionNotice[]
}

export type Ingest = {
  /**
   * Takes the events of a request. Resolves once the accepted and the rejected ones would survive a power cut.
   * Errors: those of {@link readEvents}; `journal_unavailable` (503) when they cannot be made durable: send them again.
   */
  take(request: IngestRequest): Promise<IngestAnswer>
}

/** What a request has become so far. Each step adds its part. */
export type IngestBatch = {
  readonly request: IngestRequest
  /** UTC milliseconds. */
  readonly receivedAt: number
  /** Events that were read. */
  candidates: readonly Candidate[]
  /** Those of them that are right. */
  checked: CheckedEvent[]
  /** Those with their rows in the table of events. */
  readonly encoded: EncodedEvent[]
  /** Those that were not received before. */
  fresh: readonly EncodedEvent[]
  readonly rejected: RejectedEvent[]
}

type CheckedEvent = { readonly candidate: Candidate; readonly event: IncomingEvent }
type EncodedEvent = { readonly event: IncomingEvent; readonly row: string }

export type IngestStep = {
  readonly name: string
  readonly run: (batch: IngestBatch, services: IngestServices) => Promise<void>
}

/** The way of an event into the house, straight through. */
export const ingestSteps: readonly IngestStep[] = [
  { name: 'read', run: read },
  { name: 'check', run: check },
  { name: 'enrich', run: enrich },
  { name: 'encode', run: encode },
  { name: 'recognize', run: recognize },
  { name: 'journal', run: journal },
]

export function createIngest(services: IngestServices): Ingest {
  return {
    async take(request) {
      const batch: IngestBatch = {
        request,
        receivedAt: services.clock.now(),
        candidates: [],
        checked: [],
        encoded: [],
        fresh: [],
        rejected: [],
      }
      for (const step of ingestSteps) await step.run(batch, services)
      return {
        accepted: batch.encoded.length,
        duplicates: batch.encoded.length - batch.fresh.length,
        rejected: batch.rejected.toSorted((a, b) => a.index - b.index).map(rejectionNotice),
      }
    },
  }
}

async function read(batch: IngestBatch): Promise<void> {
  const { candidates, rejected } = await readEvents(batch.request)
  batch.candidates = candidates
  batch.rejected.push(...rejected)
}

async function check(batch: IngestBatch): Promise<void> {
  const { organizationId, publishable } = batch.request
  const context = { organizationId, receivedAt: batch.receivedAt, isPublishable: publishable === true }
  await inTurns(batch.candidates, (candidate) => {
    const event = checkEvent(candidate.value, context)
    if (isProblems(event)) batch.rejected.push(rejectedEvent(candidate.index, candidate.value, event))
    else batch.checked.push({ candidate, event })
  })
}

/** Adds what the browser's request tells about the visitor, in the place of what the page says of it. */
async function enrich(batch: IngestBatch, services: IngestServices): Promise<void> {
  const { sender } = batch.request
  if (sender === undefined || services.enrich === undefined) return
  const told = await services.enrich(sender)
  batch.checked = batch.checked.map(({ candidate, event }) => ({
    candidate,
    event: { ...event, data: { ...event.data, ...told } },
  }))
}

function isProblems(checked: IncomingEvent | readonly EventProblem[]): checked is readonly EventProblem[] {
  return Array.isArray(checked)
}

async function encode(batch: IngestBatch): Promise<void> {
  await inTurns(batch.checked, ({ candidate, event }) => {
    const row = encodeEventRow(event)
    // A character is at most three bytes: only long rows need to be measured.
    const size = row.length * 3 > limits.eventBytes ? sizeProblem(candidate.value) : null
    if (size === null) batch.encoded.push({ event, row })
    else batch.rejected.push(rejectedEvent(candidate.index, candidate.value, []))
  })
}

/** Leaves out what came before, also earlier in the same request. */
async function recognize(batch: IngestBatch, { recent }: IngestServices): Promise<void> {
  const { organizationId } = batch.request
  const inRequest = bySource(() => new Set<string>())
  const known = bySource((source) => recent.from(organizationId, source))
  batch.fresh = batch.encoded.filter(({ event: { source, id } }) => {
    const ids = inRequest(source)
    const count = ids.size
    return ids.add(id).size > count && !known(source).has(id)
  })
}

async function journal(batch: IngestBatch, { journal, recent }: IngestServices): Promise<void> {
  const { organizationId, isReplay } = batch.request
  const appends: Promise<unknown>[] = []
  if (batch.fresh.length > 0) {
    let rows = ''
    // Put together piece by piece the text is copied once, when it becomes bytes.
    for (const { row } of batch.fresh) rows += row
    appends.push(journal.append('events', Buffer.from(rows)))
  }
  if (batch.rejected.length > 0 && isReplay !== true) {
    appends.push(
      journal.append('rejected', encodeRejected(batch.rejected, { organizationId, receivedAt: batch.receivedAt })),
    )
  }
  // Both are appended before either is waited for: they share one write to the disk.
  await Promise.all(appends)
  const known = bySource((source) => recent.from(organizationId, source))
  for (const { event } of batch.fresh) known(event.source).add(event.id)
}

/** One thing for each source. Nearly all requests have one source. */
function bySource<Thing>(make: (source: string) => Thing): (source: string) => Thing {
  const made = new Map<string, Thing>()
  return (source) => {
    let thing = made.get(source)
    if (thing === undefined) {
      thing = make(source)
      made.set(source, thing)
    }
    return thing
  }
}

/** Does something with each item, and lets other requests have their turn in between. */
async function inTurns<Item>(items: readonly Item[], use: (item: Item) => void): Promise<void> {
  let done = 0
  for (const item of items) {
    use(item)
    done += 1
    if (done % eventsPerTurn === 0) await nextTurn()
  }
}

/** About ten milliseconds of work. */
const eventsPerTurn = 2_000
