import type { Thread } from '@parley/core/declare/thread.ts'

/** From an instant to another, in UTC milliseconds. */
export type Stretch = { first: number; last: number }

/** When the known events of a thread happened, first and last. */
export type Span = Stretch & {
  /** Of threads whose events may be apart (`Thread.apart`). */
  readonly apart?: {
    /** Where its events lie, earliest first, and between which none do. */
    readonly pieces: readonly Stretch[]
    /** What all of them that have anything in `Thread.apart.joinedBy` have there: '' when none has, null when that is not known to be one thing. */
    readonly joinedAs: string | null
  }
}

const mostPieces = 8

/** The pieces with one more: made one where they are no further apart than `apartMs`, and the nearest ones where they are too many. */
export function withPiece(pieces: readonly Stretch[], added: Stretch, apartMs: number): Stretch[] {
  const all: Stretch[] = []
  for (const { first, last } of [...pieces, added].sort((one, other) => one.first - other.first)) {
    const before = all.at(-1)
    if (before !== undefined && first - before.last <= apartMs) before.last = Math.max(before.last, last)
    else all.push({ first, last })
  }
  while (all.length > mostPieces) {
    const gapAfter = (at: number) => (all[at + 1]?.first ?? 0) - (all[at]?.last ?? 0)
    let nearest = 0
    for (let at = 1; at < all.length - 1; at += 1) if (gapAfter(at) < gapAfter(nearest)) nearest = at
    const [one, other] = all.splice(nearest, 2)
    if (one && other) all.splice(nearest, 0, { first: one.first, last: other.last })
  }
  return all
}

/**
 * Remembers the spans of the threads that were busy lately, so that deriving one again need not search all time for its
 * events. Forgets the ones longest silent. Not knowing a span is never wrong, only slower.
 */
export type Spans = {
  get(key: string): Span | undefined
  set(key: string, span: Span): void
  forget(key: string): void
}

/** What a thread is remembered by. */
export function spanName(thread: Thread, organizationId: string, key: string): string {
  return `${thread.id}\t${organizationId}\t${key}`
}

export function createSpans(limit: number): Spans {
  // Two generations: when the young one is full it becomes the old one. Cheaper than moving every key it touches.
  let young = new Map<string, Span>()
  let old = new Map<string, Span>()
  return {
    get(key) {
      return young.get(key) ?? old.get(key)
    },
    set(key, span) {
      young.set(key, span)
      if (young.size < limit / 2) return
      old = young
      young = new Map()
    },
    forget(key) {
      young.delete(key)
      old.delete(key)
    },
  }
}
