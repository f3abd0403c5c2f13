import type { Thread } from '@parley/core/declare/thread.ts'
import { threads } from '@parley/model/threads.ts'
import { threadHash } from '../store/hashes.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import type { Admitted } from './admit.ts'
import { type EventLine, threadNameOf } from './event-lines.ts'
import { type Spans, spanName } from './spans.ts'

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
  /** From when on its events have to be read, when known: the earliest of all; of a chain that goes on, its last one before. */
  readonly firstMs: number | undefined
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
  const touch = (line: EventLine, last: number | undefined) => {
    const freshEvents = last === undefined ? 0 : 1
    for (const thread of threadsByType.get(line.type) ?? []) {
      if (thread.subjectKind !== undefined && thread.subjectKind !== line.subjectKind) continue
      const key = threadNameOf(line, thread.namedBy)
      if (key === '') continue
      const { organizationId, timeMs } = line
      const ofOrganization = innerMap(innerMap(changes, thread), organizationId)
      const known = ofOrganization.get(key)
      if (known === undefined) {
        ofOrganization.set(key, { thread, organizationId, key, first: timeMs, last, freshEvents })
        continue
      }
      known.freshEvents += freshEvents
      if (timeMs < known.first) known.first = timeMs
      if (last !== undefined && last > (known.last ?? 0)) known.last = last
    }
  }
  for (const line of fresh) touch(line, line.timeMs)
  // A repeated delivery may tell another time than the event that is stored has.
  for (const line of repeated) touch(line, undefined)
  const all = [...changes.values()].flatMap((byName) => [...byName.values()].flatMap((named) => [...named.values()]))
  return all.map(({ thread, organizationId, key, first, last, freshEvents }) => {
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
      firstMs: goesOn(thread, isLate) ? (before?.last ?? first) : (span?.first ?? (isNew ? first : undefined)),
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

/** Whether new events are added to the end of a chain: what came before its last event then changes nothing. */
export function goesOn({ isChain }: Thread, isLate: boolean): boolean {
  return isChain === true && !isLate
}
