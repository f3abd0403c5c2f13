import { subjectHash } from '../store/hashes.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import type { Touched } from './derive.ts'
import type { EventLine } from './event-lines.ts'
import type { Spans } from './spans.ts'

/**
 * The conversations that a batch of events touches, each with where its change begins and whether it comes late.
 * Remembers their spans for the next time.
 */
export function touchedConversations(lines: readonly EventLine[], spans: Spans, seen: SeenFilter): Touched[] {
  const batch = new Map<string, { line: EventLine; first: number; last: number }>()
  for (const line of lines) {
    if (line.subjectKind !== 'conversation') continue
    const key = `${line.organizationId}\t${line.subjectId}`
    const known = batch.get(key)
    if (known === undefined) batch.set(key, { line, first: line.timeMs, last: line.timeMs })
    else {
      known.first = Math.min(known.first, line.timeMs)
      known.last = Math.max(known.last, line.timeMs)
    }
  }
  return [...batch].map(([key, { line, first, last }]) => {
    const hash = subjectHash(line.organizationId, line.subjectKind, line.subjectId)
    const before = spans.get(key)
    const isNew = before === undefined && !seen.perhaps(hash)
    if (isNew) seen.add(hash)
    const span = before && { first: Math.min(before.first, first), last: Math.max(before.last, last) }
    if (span) spans.set(key, span)
    else if (isNew) spans.set(key, { first, last })
    return {
      organizationId: line.organizationId,
      conversationId: line.subjectId,
      changedFromMs: first,
      isLate: !isNew && (before === undefined || first <= before.last),
      firstMs: span?.first ?? (isNew ? first : undefined),
    }
  })
}
