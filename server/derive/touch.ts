import type { Thread } from '@parley/core/declare/thread.ts'
import { threads } from '@parley/model/threads.ts'
import { threadHash } from '../store/hashes.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import type { Admitted } from './admit.ts'
import { columnOf, type EventLine, threadNameOf } from './event-lines.ts'
import { type Span, type Spans, type Stretch, spanName, withPiece } from './spans.ts'

/** A thread with new events. */
export type Touched = {
  readonly thread: Thread
  readonly organizationId: string
  /** The id of the conversation, the visitor, the call … */
  readonly key: string
  /** The earliest and the latest of the new events, in UTC milliseconds. */
  readonly changedFromMs: number
  readonly changedToMs: number
  /** Whether a new event may come before one that was derived already. */
  readonly isLate: boolean
  /**
   * Where those of its events lie that have to be read, when known: from the earliest of all to the latest. Of a chain
   * that goes on, from its last one before; of one that is told backwards, up to its first one before. Of what is apart from
   * all that was there before (`Thread.apart`), where the new ones lie.
   */
  readonly span: Stretch | undefined
  /** Of what is apart: no row before or after the new events changes. */
  readonly isApart: boolean
  /** Of what is apart: where those of its events lie that are read for what they say in `Thread.apart.joinedBy`, if there are any. */
  readonly joined: Stretch | undefined
  /** How many of its events are new. */
  readonly freshEvents: number
}

const threadsByType = new Map<string, Thread[]>()
for (const thread of threads) {
  for (const type of thread.eventTypes) threadsByType.set(type, [...(threadsByType.get(type) ?? []), thread])
}

/** The threads that a batch of events touches. Remembers their spans for the next time. */
export function touchedThreads(
  { fresh, repeated }: Pick<Admitted, 'fresh' | 'repeated'>,
  spans: Spans,
  seen: SeenFilter,
): Touched[] {
  const changes = new Map<Thread, Map<string, Map<string, Change>>>()
  const touch = (line: EventLine, isFresh: boolean) => {
    for (const thread of threadsByType.get(line.type) ?? []) {
      if (thread.subjectKind !== undefined && thread.subjectKind !== line.subjectKind) continue
      const key = threadNameOf(line, thread.namedBy)
      if (key === '') continue
      const { organizationId, timeMs } = line
      const ofOrganization = innerMap(innerMap(changes, thread), organizationId)
      let change = ofOrganization.get(key)
      if (change === undefined) {
        change = {
          thread,
          organizationId,
          key,
          told: { ...nowhere },
          fresh: { ...nowhere },
          freshEvents: 0,
          joins: false,
        }
        ofOrganization.set(key, change)
      }
      widen(change.told, timeMs)
      if (thread.apart && !change.joins && columnOf(line, thread.apart.joinedBy) !== '') change.joins = true
      if (!isFresh) continue
      widen(change.fresh, timeMs)
      change.freshEvents += 1
    }
  }
  for (const line of fresh) touch(line, true)
  // A repeated delivery may tell another time than the event that is stored has.
  for (const line of repeated) touch(line, false)
  const all = [...changes.values()].flatMap((byName) => [...byName.values()].flatMap((named) => [...named.values()]))
  return all.map(({ thread, organizationId, key, told, fresh, freshEvents, joins }) => {
    const name = spanName(thread, organizationId, key)
    const before = spans.get(name)
    const hash = before === undefined ? threadHash(thread.id, organizationId, key) : undefined
    const isNew = hash !== undefined && !seen.perhaps(hash)
    if (isNew) seen.add(hash)
    const span = before ? joined(before, told) : told
    // To link a chain it must be certain that an event lies at either end.
    const isCertain = thread.isChain !== true || isSame(span, before ? joined(before, fresh) : fresh)
    if (before && !isCertain) spans.forget(name)
    else if (isCertain && (before || (isNew && freshEvents > 0)))
      spans.set(name, { ...span, ...apartOf(thread, before, told, joins) })
    return {
      thread,
      organizationId,
      key,
      changedFromMs: told.first,
      changedToMs: told.last,
      isLate: !isNew && (before === undefined || told.first <= before.last),
      ...(before ? readOf(thread, before, told, joins) : whole(isNew ? told : undefined)),
      freshEvents,
    }
  })
}

type Change = {
  readonly thread: Thread
  readonly organizationId: string
  readonly key: string
  /** From the earliest of the events to the latest. */
  readonly told: Stretch
  /** The same of those that are new. */
  readonly fresh: Stretch
  freshEvents: number
  /** Whether one of them joins all. */
  joins: boolean
}

const nowhere: Stretch = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }

function widen(span: Stretch, timeMs: number): void {
  if (timeMs < span.first) span.first = timeMs
  if (timeMs > span.last) span.last = timeMs
}

function joined(one: Stretch, other: Stretch): Stretch {
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) }
}

function isSame(one: Stretch, other: Stretch): boolean {
  return one.first === other.first && one.last === other.last
}

/** The map that a map has for a key, made when it has none. */
function innerMap<Key, InnerKey, Value>(map: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  let inner = map.get(key)
  if (inner === undefined) {
    inner = new Map()
    map.set(key, inner)
  }
  return inner
}

/**
 * Of a chain that was known before only the link between what was there and what is new on one side of it is read, and of
 * what is apart from what was there only the new.
 */
function readOf({ isChain, apart }: Thread, before: Span, told: Stretch, joins: boolean): Read {
  const all = joined(before, told)
  const isFar = ({ first, last }: Stretch) => Math.max(told.first - last, first - told.last) > (apart?.ms ?? 0)
  if (!joins && before.apart?.pieces.every(isFar))
    return { span: told, isApart: true, joined: before.apart.isJoined ? all : undefined }
  if (isChain === true && told.first > before.last) return whole({ first: before.last, last: told.last })
  if (isChain === true && told.last < before.first) return whole({ first: told.first, last: before.first })
  return whole(all)
}

/** What is remembered of a thread whose events may be apart. */
function apartOf({ apart }: Thread, before: Span | undefined, told: Stretch, joins: boolean): Pick<Span, 'apart'> {
  if (apart === undefined) return {}
  const pieces = withPiece(before?.apart?.pieces ?? [], told, apart.ms)
  return { apart: { pieces, isJoined: joins || before?.apart?.isJoined === true } }
}

type Read = Pick<Touched, 'span' | 'isApart' | 'joined'>

function whole(span: Stretch | undefined): Read {
  return { span, isApart: false, joined: undefined }
}
