import type { ResolvedQuery } from '../query/resolve.ts'

/** The column that tells the row of the totals (1) from those of the groups (0). */
export const isTotal = 'is_total'

/** The columns by which a question groups: the bucket and the dimensions. */
export function groupNames({ granularity, dimensions }: Pick<ResolvedQuery, 'granularity' | 'dimensions'>): string[] {
  return [...(granularity === null ? [] : ['bucket']), ...dimensions.map(({ id }) => `by_${id}`)]
}

/** These and, before them, {@link isTotal}: a question without groups has one row, and nothing to tell apart. */
export function keyNames(query: Pick<ResolvedQuery, 'granularity' | 'dimensions'>): string[] {
  const names = groupNames(query)
  return names.length === 0 ? [] : [isTotal, ...names]
}

export function groupBy(keys: readonly string[]): string {
  return keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`
}
