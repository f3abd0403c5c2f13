import type { Recent } from './ingest.ts'

/**
 * Remembers the identities of the events that came last, exactly: an event it knows is not journaled again, so it may
 * never mistake one for another. What it forgot is recognized when it is stored.
 */
export function createRecent(limit: number): Recent {
  // Two generations, each of half the limit: when the young one is full the old one is forgotten.
  let young = new Map<string, Set<string>>()
  let old = new Map<string, Set<string>>()
  let count = 0
  return {
    from(organizationId, source) {
      const place = `${organizationId}\t${source}`
      return {
        has: (id) => (young.get(place)?.has(id) || old.get(place)?.has(id)) ?? false,
        add(id) {
          const ids = young.get(place)
          if (ids === undefined) young.set(place, new Set([id]))
          else ids.add(id)
          count += 1
          if (count < limit / 2) return
          old = young
          young = new Map()
          count = 0
        },
      }
    },
  }
}
