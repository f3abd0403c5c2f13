import type { Thread } from '@parley/core/declare/thread.ts'

/** From an instant to another, in UTC milliseconds. */
export type Stretch = { first: number; last: number }

/** When the known events of a thread happened, first and last, and whether one of them has something in `Thread.apart.joinedBy`. */
export type Span = Stretch & { isJoined: boolean }

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
