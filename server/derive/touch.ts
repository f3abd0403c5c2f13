import type { Thread } from '@parley/core/declare/thread.ts'
import { threads } from '@parley/model/threads.ts'
import { threadHash } from '../store/hashes.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import type { Admitted } from './admit.ts'
import { type EventLine, threadNameOf } from './event-lines.ts'
import { type Span, type Spans, spanName } from './spans.ts'

/** A thread with new events. */
export type Touched = {
  readonly thread: Thread
  readonly organizationId: string
  /** The id of the conversation, the visitor, the call … */
  readonly key: string
  /** The earliest of the new events, in UTC milliseconds. */
  readonly changedFromMs: number
  /** Whether a new event may come before one that was derived already. */
  readonly isLate: boolean
  /**
   * Where those of its events lie that have to be read, when known: from the earliest of all, or of a chain that goes on
   * its last one before, to the latest.
   */
  readonly span: Span | undefined
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
    const freshEvents = isFresh ? 1 : 0
    for (const thread of threadsByType.get(line.type) ?? []) {
      if (thread.subjectKind !== undefined && thread.subjectKind !== line.subjectKind) continue
      const key = threadNameOf(line, thread.namedBy)
      if (key === '') continue
      const { organizationId, timeMs } = line
      const ofOrganization = innerMap(innerMap(changes, thread), organizationId)
      const known = ofOrganization.get(key)
      if (known === undefined) {
        const last = isFresh ? timeMs : undefined
        ofOrganization.set(key, { thread, organizationId, key, first: timeMs, told: timeMs, last, freshEvents })
        continue
      }
      known.freshEvents += freshEvents
      if (timeMs < known.first) known.first = timeMs
      if (timeMs > known.told) known.told = timeMs
      if (isFresh && timeMs > (known.last ?? 0)) known.last = timeMs
    }
  }
  for (const line of fresh) touch(line, true)
  // A repeated delivery may tell another time than the event that is stored has.
  for (const line of repeated) touch(line, false)
  const all = [...changes.values()].flatMap((byName) => [...byName.values()].flatMap((named) => [...named.values()]))
  return all.map(({ thread, organizationId, key, first, told, last, freshEvents }) => {
    const name = spanName(thread, organizationId, key)
    const before = spans.get(name)
    const hash = before === undefined ? threadHash(thread.id, organizationId, key) : undefined
    const isNew = hash !== undefined && !seen.perhaps(hash)
    if (isNew) seen.add(hash)
    const span = before && { first: Math.min(before.first, first), last: Math.max(before.last, last ?? 0) }
    if (span) spans.set(name, span)
    else if (isNew && last !== undefined) spans.set(name, { first, last })
    const isLate = !isNew && (before === undefined || first <= before.last)
    return {
      thread,
      organizationId,
      key,
      changedFromMs: first,
      isLate,
      span:
        before || isNew
          ? { first: readFrom(thread, isLate, before, first), last: Math.max(before?.last ?? told, told) }
          : undefined,
      freshEvents,
    }
  })
}

type Change = {
  readonly thread: Thread
  readonly organizationId: string
  readonly key: string
  /** The earliest of the events. */
  first: number
  /** The latest of the events. */
  told: number
  /** The latest of those that are new. */
  last: number | undefined
  freshEvents: number
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

/** When new events are added to the end of a chain, what came before its last event changes nothing. */
function readFrom({ isChain }: Thread, isLate: boolean, before: Span | undefined, first: number): number {
  if (before === undefined) return first
  return isChain === true && !isLate ? before.last : Math.min(before.first, first)
}
