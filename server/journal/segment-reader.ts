import { readRange } from './durable-files.ts'
import type { Position } from './position.ts'
import { findRecord, parseRecord, type RecordKind } from './record.ts'

/** A record as it was appended, with the place it stands at and the place behind it. */
export type JournalRecord = {
  readonly kind: RecordKind
  readonly payload: Buffer
  readonly position: Position
  readonly next: Position
}

/** A stretch of a segment that holds no valid record, and what bytes of it there are. */
export type Damage = { readonly from: number; readonly to: number; readonly bytes: Buffer }

/** A stretch of a segment that was read. */
export type SegmentPart = {
  readonly records: JournalRecord[]
  readonly damage: Damage[]
  /** Where to go on. */
  readonly next: number
}

/**
 * Reads the records of one segment from `from` (where a record begins) up to `end`, about `maxBytes` of them but at
 * least one. What is no valid record is skipped up to the next valid one and told as damage.
 */
export async function readSegmentPart(
  fd: number,
  segment: number,
  from: number,
  end: number,
  maxBytes: number,
): Promise<SegmentPart> {
  const records: JournalRecord[] = []
  const damage: Damage[] = []
  let bytes = await readRange(fd, from, Math.min(end, from + maxBytes))
  let base = from
  let at = 0
  let taken = 0
  while (base + at < end) {
    const offset = base + at
    const parsed = parseRecord(bytes, at, { segment, offset })
    if (typeof parsed === 'number' && offset + parsed <= end && bytes.length < end - base) {
      // The record reaches beyond what was read: leave it for the next call, or read it whole when it is the first.
      if (taken > 0) break
      const longer = await readRange(fd, offset, offset + parsed)
      if (longer.length === parsed) {
        bytes = longer
        base = offset
        at = 0
        continue
      }
    }
    if (parsed === null || typeof parsed === 'number') {
      const rest = await readRange(fd, offset, end)
      const found = findRecord(rest, 1, { segment, offset })
      damage.push({
        from: offset,
        to: found === -1 ? end : offset + found,
        bytes: found === -1 ? rest : rest.subarray(0, found),
      })
      bytes = rest
      base = offset
      at = found === -1 ? end - offset : found
      continue
    }
    if (taken > 0 && taken + parsed.size > maxBytes) break
    taken += parsed.size
    at += parsed.size
    if (parsed.kind !== 'opening') {
      records.push({
        kind: parsed.kind,
        payload: parsed.payload,
        position: { segment, offset },
        next: { segment, offset: base + at },
      })
    }
  }
  return { records, damage, next: base + at }
}
