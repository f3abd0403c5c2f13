/** A place in the journal: a byte offset in one segment. Segments are numbered upwards; numbers may have gaps. */
export type Position = { readonly segment: number; readonly offset: number }

/** Negative when `a` is before `b`, 0 when they are the same place, positive when after. */
export function comparePositions(a: Position, b: Position): number {
  return a.segment === b.segment ? a.offset - b.offset : a.segment - b.segment
}
