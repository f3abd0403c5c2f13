import type { Thread } from '@parley/core/declare/thread.ts'
import { threads } from '@parley/model/threads.ts'
import { threadHash } from '../store/hashes.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import { type EventLine, threadNameOf } from './event-lines.ts'
import type { Spans } from './spans.ts'

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
  /** The earliest event of all, when known. */
  readonly firstMs: number | undefined
}

const threadsByType = new Map<string, Thread[]>()
for (const thread of threads) {
  for (const type of thread.eventTypes) threadsByType.set(type, [...(threadsByType.get(type) ?? []), thread])
}

/** The threads that a batch of events touches. Remembers their spans for the next time. */
export function touchedThreads(lines: readonly EventLine[], spans: Spans, seen: SeenFilter): Touched[] {
  const changes = new Map<
    string,
    { thread: Thread; organizationId: string; key: string; first: number; last: number }
  >()
  for (const line of lines) {
    for (const thread of threadsByType.get(line.type) ?? []) {
      if (thread.subjectKind !== undefined && thread.subjectKind !== line.subjectKind) continue
      const key = threadNameOf(line, thread.namedBy)
      if (key === '') continue
      const name = `${thread.id}\t${line.organizationId}\t${key}`
      const known = changes.get(name)
      if (known === undefined) {
        const { organizationId, timeMs } = line
        changes.set(name, { thread, organizationId, key, first: timeMs, last: timeMs })
      } else if (line.timeMs < known.first) known.first = line.timeMs
      else if (line.timeMs > known.last) known.last = line.timeMs
    }
  }
  return [...changes].map(([name, { thread, organizationId, key, first, last }]) => {
    const before = spans.get(name)
    const hash = before === undefined ? threadHash(thread.id, organizationId, key) : undefined
    const isNew = hash !== undefined && !seen.perhaps(hash)
    if (isNew) seen.add(hash)
    const span = before && { first: Math.min(before.first, first), last: Math.max(before.last, last) }
    if (span) spans.set(name, span)
    else if (isNew) spans.set(name, { first, last })
    return {
      thread,
      organizationId,
      key,
      changedFromMs: first,
      isLate: !isNew && (before === undefined || first <= before.last),
      firstMs: span?.first ?? (isNew ? first : undefined),
    }
  })
}
