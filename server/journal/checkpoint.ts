import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { replaceFile, syncData, withFile, writeAll } from './durable-files.ts'
import { comparePositions, type Position } from './position.ts'

/*
 * The checkpoint is a file with two slots, each in a disk block of its own. A new checkpoint overwrites the older one in
 * place: a torn write leaves the other, and no space is needed. That matters: on a full disk it is the checkpoint that
 * lets segments be deleted.
 */
const slotBytes = 4096

/** Creates the file of the checkpoint, or puts a new one in the place of a damaged one. */
export async function createCheckpoint(directory: string, position: Position): Promise<void> {
  await replaceFile(checkpointPath(directory), Buffer.concat([encodeSlot(position), Buffer.alloc(slotBytes)]))
}

/** Makes `position` the place before which nothing is needed any more: atomic, and durable when it returns. */
export async function writeCheckpoint(directory: string, position: Position): Promise<void> {
  const path = checkpointPath(directory)
  const [first, second] = parseSlots(await readFile(path))
  const isFirstNewer = first !== null && (second === null || comparePositions(first, second) > 0)
  await withFile(path, 'r+', async (fd) => {
    await writeAll(fd, encodeSlot(position), slotBytes, isFirstNewer ? slotBytes : 0)
    await syncData(fd)
  })
}

/** The last checkpoint; `absent` when there is no file; `damaged` when it holds none. */
export async function readCheckpoint(directory: string): Promise<Position | 'absent' | 'damaged'> {
  let content: Buffer
  try {
    content = await readFile(checkpointPath(directory))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent'
    throw error
  }
  const [first, second] = parseSlots(content)
  if (first === null || second === null) return first ?? second ?? 'damaged'
  return comparePositions(first, second) > 0 ? first : second
}

function checkpointPath(directory: string): string {
  return join(directory, 'checkpoint')
}

/** A line of text, so that a person can read it; zeros fill the block. */
function encodeSlot({ segment, offset }: Position): Buffer {
  const slot = Buffer.alloc(slotBytes)
  slot.write(`${segment} ${offset} ${crc32(`${segment} ${offset}`)}\n`)
  return slot
}

function parseSlots(content: Buffer): [Position | null, Position | null] {
  return [parseSlot(content.subarray(0, slotBytes)), parseSlot(content.subarray(slotBytes))]
}

function parseSlot(slot: Buffer): Position | null {
  const match = /^((\d+) (\d+)) (\d+)\n/.exec(slot.toString('latin1'))
  if (match === null || crc32(match[1] ?? '') !== Number(match[4])) return null
  return { segment: Number(match[2]), offset: Number(match[3]) }
}
