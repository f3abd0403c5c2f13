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
   * that goes on, from its last one before; of one that is told backwards, up to its first one before. Of what may be apart
   * (`Thread.apart`), where the new ones lie and those that are not far from them.
   */
  readonly span: Stretch | undefined
  /** Of what may be apart: no row outside of this changes. */
  readonly within: Stretch | undefined
  /** Where those of its events lie that are read besides for what they say in `Thread.apart.joinedBy`, if there are any. */
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
      if (key === '' || (thread.except && columnOf(line, thread.except.column) === thread.except.is)) continue
      const { organizationId, timeMs } = line
      const ofOrganization = innerMap(innerMap(changes, thread), organizationId)
      let change = ofOrganization.get(key)
      if (change === undefined) {
        change = {
          thread,
          organizationId,
          key,
          told: { ...nowhere },
          pieces: [],
          fresh: { ...nowhere },
          freshEvents: 0,
          joinedAs: '',
          repeatedJoinedAs: '',
        }
        ofOrganization.set(key, change)
      }
      widen(change.told, timeMs)
      if (thread.apart) {
        const as = isFresh ? 'joinedAs' : 'repeatedJoinedAs'
        change[as] = agreed(change[as], columnOf(line, thread.apart.joinedBy))
        const last = change.pieces.at(-1)
        if (last && timeMs >= last.first && timeMs - last.last <= thread.apart.ms)
          last.last = Math.max(last.last, timeMs)
        else change.pieces = withPiece(change.pieces, { first: timeMs, last: timeMs }, thread.apart.ms)
      }
      if (!isFresh) continue
      widen(change.fresh, timeMs)
      change.freshEvents += 1
    }
  }
  for (const line of fresh) touch(line, true)
  // A repeated delivery may tell another time than the event that is stored has.
  for (const line of repeated) touch(line, false)
  const all = [...changes.values()].flatMap((byName) => [...byName.values()].flatMap((named) => [...named.values()]))
  return all.map((change) => {
    const { thread, organizationId, key, told, fresh, freshEvents } = change
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
      spans.set(name, { ...span, ...apartOf(change, before) })
    return {
      thread,
      organizationId,
      key,
      changedFromMs: told.first,
      changedToMs: told.last,
      isLate: !isNew && (before === undefined || isLate(change, before)),
      ...(before ? readOf(change, before) : whole(isNew ? told : undefined)),
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
  /** Where they lie, of threads whose events may be apart, as in `Span`. */
  pieces: Stretch[]
  /** The same of those that are new. */
  readonly fresh: Stretch
  freshEvents: number
  /** What the new ones say that joins all, as in `Span`. */
  joinedAs: string | null
  /** The same of those that came before: what is stored of them may be something else. */
  repeatedJoinedAs: string | null
}

const nowhere: Stretch = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }

function widen(span: Stretch, timeMs: number): void {
  if (timeMs < span.first) span.first = timeMs
  if (timeMs > span.last) span.last = timeMs
}

/** What two say that joins all, each as in `Span`. */
function agreed(one: string | null, other: string | null): string | null {
  if (one === '' || one === other) return other
  return other === '' ? one : null
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

/** Whether a new event may come before one that was there and is not far from it. */
function isLate({ thread, told }: Change, before: Span): boolean {
  const ms = thread.apart?.ms ?? Number.POSITIVE_INFINITY
  const pieces = before.apart?.pieces ?? [before]
  return pieces.some(({ first, last }) => told.first <= last && first - told.last <= ms)
}

/**
 * Of a chain that was known before only the link between what was there and what is new on one side of it is read, and of
 * what may be apart only what is not far from the new, unless that says something that changes all.
 */
function readOf(change: Change, before: Span): Read {
  const { thread, told, joinedAs } = change
  const all = joined(before, told)
  if (thread.apart && before.apart && changesNothingFar(change, before.apart)) {
    const pieces = withPiece(before.apart.pieces, told, thread.apart.ms)
    const near = pieces.find(({ first, last }) => first <= told.first && told.last <= last) ?? all
    const isTold = joinedAs !== '' || before.apart.joinedAs === ''
    return { span: near, within: near, joined: isTold || isSame(near, all) ? undefined : all }
  }
  if (thread.isChain === true && told.first > before.last) return whole({ first: before.last, last: told.last })
  if (thread.isChain === true && told.last < before.first) return whole({ first: told.first, last: before.first })
  return whole(all)
}

/** Whether what was told says nothing of what joins all, or what all before say. */
function changesNothingFar(change: Change, before: NonNullable<Span['apart']>): boolean {
  const isSilent = change.joinedAs === '' && change.repeatedJoinedAs === ''
  return isSilent || (before.joinedAs !== null && joinedByAll(change, before) === before.joinedAs)
}

/** What is remembered of a thread whose events may be apart. */
function apartOf(change: Change, before: Span | undefined): Pick<Span, 'apart'> {
  const { apart } = change.thread
  if (apart === undefined) return {}
  const pieces = change.pieces.reduce((all, piece) => withPiece(all, piece, apart.ms), before?.apart?.pieces ?? [])
  return { apart: { pieces, joinedAs: joinedByAll(change, before?.apart) } }
}

/** What joins all events, those before and these: null when it is not known to be one thing. */
function joinedByAll(change: Change, before: Span['apart']): string | null {
  const stored = agreed(before === undefined ? '' : before.joinedAs, change.joinedAs)
  return change.repeatedJoinedAs === '' || change.repeatedJoinedAs === stored ? stored : null
}

type Read = Pick<Touched, 'span' | 'within' | 'joined'>

function whole(span: Stretch | undefined): Read {
  return { span, within: undefined, joined: undefined }
}
