import { mkdir, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createCheckpoint, readCheckpoint } from './checkpoint.ts'
import type { DamageKeeper } from './damage-keeper.ts'
import { readRange, syncDirectory, syncFile, truncateFile, withFile } from './durable-files.ts'
import type { OnIncident } from './incident.ts'
import { comparePositions, type Position } from './position.ts'
import { findRecord, openingBytes, parseOpening } from './record.ts'
import { listSegments, segmentPath } from './segment-file.ts'
import { type Damage, readSegmentPart } from './segment-reader.ts'

/** How much of a segment is in memory at once while it is checked. */
const scanBytes = 4 * 1024 * 1024

/** What a directory holds when it is opened. Everything up to the ends is durable. */
export type Recovered = {
  /** The end of every segment, by number. */
  readonly ends: Map<number, number>
  readonly checkpoint: Position
  readonly end: Position
  /** The end of the last segment; segment 0 when there is none. What is appended now goes into a new segment. */
  readonly last: Position
  readonly nextSegment: number
}

/**
 * Reads everything from the checkpoint on, cuts off a torn tail, reports damage, removes what is not needed or was
 * refused. An existing segment is never written again: nobody knows what the last process saw of it.
 */
export async function recover(directory: string, keeper: DamageKeeper, report: OnIncident): Promise<Recovered> {
  await createDirectory(directory)
  const found = await readCheckpoint(directory)
  const kept = await removeSettled(directory, typeof found === 'string' ? 0 : found.segment)
  const highest = kept.at(-1) ?? 0
  const chain = await readChain(directory, await removeEmptyEnd(directory, kept, keeper))
  const checkpoint = typeof found === 'string' ? { segment: chain[0]?.segment ?? 1, offset: 0 } : found
  const isCheckpointLost = found === 'damaged' || (found === 'absent' && (chain[0]?.previous?.segment ?? 0) > 0)
  if (isCheckpointLost) reportLostCheckpoint(checkpoint, report)
  reportMissingSegments(chain, checkpoint, report)

  const ends = new Map<number, number>()
  for (const link of chain) {
    const from = link.segment === checkpoint.segment ? checkpoint.offset : 0
    const isLast = link === chain.at(-1)
    ends.set(link.segment, await checkSegment(directory, { ...link, from, isLast }, keeper))
  }
  if (typeof found === 'string') await createCheckpoint(directory, checkpoint)
  await syncDirectory(directory)
  const lastSegment = chain.at(-1)?.segment
  const last = { segment: lastSegment ?? 0, offset: lastSegment === undefined ? 0 : (ends.get(lastSegment) ?? 0) }
  return {
    ends,
    checkpoint,
    // A checkpoint behind the last byte: a power cut took records the store has already. New ones must stand behind it.
    end: comparePositions(last, checkpoint) < 0 ? checkpoint : last,
    last,
    nextSegment: Math.max(highest, checkpoint.offset > 0 ? checkpoint.segment : checkpoint.segment - 1) + 1,
  }
}

/** One segment, the end of the one before it as its opening tells, and its own end as the next one tells. */
type Link = { readonly segment: number; readonly previous: Position | null; readonly sealedAt: number | null }

async function createDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let path = directory; path.length >= first.length; path = dirname(path)) await syncDirectory(dirname(path))
}

/** Removes the segments wholly before the checkpoint that a crash left behind; returns the others. */
async function removeSettled(directory: string, firstNeeded: number): Promise<number[]> {
  const segments = await listSegments(directory)
  for (const segment of segments) {
    if (segment < firstNeeded) await unlink(segmentPath(directory, segment))
  }
  return segments.filter((segment) => segment >= firstNeeded)
}

/** Removes last segments that hold no valid record: begun, but nothing in them was ever acknowledged. */
async function removeEmptyEnd(directory: string, segments: readonly number[], keeper: DamageKeeper): Promise<number[]> {
  const remaining = [...segments]
  for (let segment = remaining.at(-1); segment !== undefined; segment = remaining.at(-1)) {
    const path = segmentPath(directory, segment)
    const { size } = await stat(path)
    const bytes = await withFile(path, 'r', (fd) => readRange(fd, 0, size))
    if (findRecord(bytes, 0, { segment, offset: 0 }) !== -1) break
    remaining.pop()
    if (size === 0 || (await keeper.keepTail(segment, { from: 0, to: size, bytes }))) await unlink(path)
  }
  return remaining
}

/** Which segments count, ascending. Those an opening passes over hold refused records only and are removed. */
async function readChain(directory: string, segments: readonly number[]): Promise<Link[]> {
  const chain: Link[] = []
  let successor: Position | null = null
  for (const segment of segments.toReversed()) {
    const path = segmentPath(directory, segment)
    if (successor !== null && segment > successor.segment) {
      await unlink(path)
      continue
    }
    const opening = await withFile(path, 'r', (fd) => readRange(fd, 0, openingBytes))
    const previous = parseOpening(opening, segment)
    chain.unshift({ segment, previous, sealedAt: successor?.segment === segment ? successor.offset : null })
    successor = previous
  }
  return chain
}

/** Finds what of a segment is valid and returns its end, durable. */
async function checkSegment(
  directory: string,
  link: Link & { readonly from: number; readonly isLast: boolean },
  keeper: DamageKeeper,
): Promise<number> {
  const { segment, from, isLast } = link
  return withFile(segmentPath(directory, segment), isLast ? 'r+' : 'r', async (fd) => {
    const { size } = await stat(segmentPath(directory, segment))
    const end = link.sealedAt ?? size
    let tail: Damage | null = null
    if (from > end) await keeper.keepRecords(segment, { from: end, to: from, bytes: Buffer.alloc(0) })
    for (let at = from; at < end; ) {
      const part = await readSegmentPart(fd, segment, at, end, scanBytes)
      for (const damage of part.damage) {
        if (isLast && damage.to === end) tail = damage
        else await keeper.keepRecords(segment, damage)
      }
      at = part.next
    }
    if (!isLast) return end
    if (tail !== null && (await keeper.keepTail(segment, tail))) await truncateFile(fd, tail.from)
    // Records that were written but not yet acknowledged count from now on: first they must be durable.
    await syncFile(fd)
    return tail?.from ?? end
  })
}

function reportLostCheckpoint(checkpoint: Position, report: OnIncident): void {
  report({
    code: 'checkpoint_unreadable',
    message: `The checkpoint of the journal is damaged or gone. Everything still on disk, from segment ${checkpoint.segment} on, is read again; events that the store has already are recognized.`,
    segment: checkpoint.segment,
    from: 0,
    to: 0,
    savedTo: null,
  })
}

/** The checkpoint and the openings tell which segments there were. */
function reportMissingSegments(chain: readonly Link[], checkpoint: Position, report: OnIncident): void {
  const present = new Set(chain.map((link) => link.segment))
  const ends = chain.flatMap(({ previous }) => (previous === null ? [] : [previous]))
  const missing = new Map(
    [checkpoint, ...ends]
      .filter((end) => comparePositions(end, checkpoint) >= 0 && end.offset > 0 && !present.has(end.segment))
      .map((end) => [end.segment, end.offset]),
  )
  for (const [segment, to] of missing) {
    const from = segment === checkpoint.segment ? checkpoint.offset : 0
    report({
      code: 'missing_segment',
      message: `Segment ${segment} of the journal is gone. Events in it behind byte ${from} are lost unless the store has them. Look for the file in a backup of the disk, and check the disk.`,
      segment,
      from,
      to,
      savedTo: null,
    })
  }
}
