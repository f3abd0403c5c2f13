import type { Recent } from './ingest.ts'

/**
 * Remembers the identities of the events that came last, exactly: an event it knows is not journaled again, so it may
 * never mistake one for another. What it forgot is recognized when it is stored.
 */
export function createRecent(limit: number): Recent {
  // Two generations, each of half the limit: when the young one is full the old one is forgotten.
  let young = new Set<string>()
  let old = new Set<string>()
  return {
    seenBefore(organizationId, source, id) {
      const key = keyOf(organizationId, source, id)
      return young.has(key) || old.has(key)
    },
    remember(organizationId, source, id) {
      young.add(keyOf(organizationId, source, id))
      if (young.size < limit / 2) return
      old = young
      young = new Set()
    },
  }
}

function keyOf(organizationId: string, source: string, id: string): string {
  return `${organizationId}\t${source}\t${id}`
}
