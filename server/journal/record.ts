import { crc32 } from 'node:zlib'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { Position } from './position.ts'

/** What a record holds: rows of the events table, or refused events one JSON text a line. */
export type RecordKind = 'events' | 'rejected'

/** A record as bytes tell it. `opening` is the journal's own first record of each segment. */
export type ParsedRecord = {
  readonly kind: RecordKind | 'opening'
  readonly payload: Buffer
  /** Bytes of header and payload together. */
  readonly size: number
}

/*
 * Header, little-endian, 24 bytes, then the payload:
 *   0 magic · 4 CRC32 of everything behind it · 8 version (u8) · 9 kind (u8) · 10 zero (u16) · 12 payload length · 16 segment · 20 offset
 * The magic holds bytes that UTF-8 text never has, and a record says where it stands: so no payload, whatever its
 * sender put in, can pass for a record when reading looks for the next valid one behind damage.
 */
const headerBytes = 24
const magic = Buffer.from([0xff, 0x50, 0x4a, 0xfe])
const magicNumber = magic.readUInt32LE(0)
const formatVersion = 1
const kindNumbers = { opening: 0, events: 1, rejected: 2 } as const
const kinds = ['opening', 'events', 'rejected'] as const

/** The bytes a record with this payload takes. */
export function recordBytes(payload: Buffer): number {
  return headerBytes + payload.length
}

/** Writes a record into `target` at `at`, to stand at `position` in the journal. Returns the index behind it. */
export function encodeRecord(
  target: Buffer,
  at: number,
  position: Position,
  kind: RecordKind | 'opening',
  payload: Buffer,
): number {
  const end = at + headerBytes + payload.length
  target.writeUInt32LE(magicNumber, at)
  target[at + 8] = formatVersion
  target[at + 9] = kindNumbers[kind]
  target.writeUInt16LE(0, at + 10)
  target.writeUInt32LE(payload.length, at + 12)
  target.writeUInt32LE(position.segment, at + 16)
  target.writeUInt32LE(position.offset, at + 20)
  target.set(payload, at + headerBytes)
  target.writeUInt32LE(crc32(target.subarray(at + 8, end)), at + 4)
  return end
}

/**
 * Reads the record that should stand at `position`, whose first byte is `bytes[at]`. The payload is a view on `bytes`.
 * A number: so many bytes from `at` on would be needed to tell (`bytes` ends too early). `null`: this is not a record.
 * Throws `journal_format_unknown` for a whole record that a newer Parley wrote.
 */
export function parseRecord(bytes: Buffer, at: number, position: Position): ParsedRecord | number | null {
  if (bytes.length - at < headerBytes) return headerBytes
  if (
    bytes.readUInt32LE(at) !== magicNumber ||
    bytes.readUInt32LE(at + 16) !== position.segment ||
    bytes.readUInt32LE(at + 20) !== position.offset
  ) {
    return null
  }
  const size = headerBytes + bytes.readUInt32LE(at + 12)
  if (bytes.length - at < size) return size
  if (crc32(bytes.subarray(at + 8, at + size)) !== bytes.readUInt32LE(at + 4)) return null
  const kind = kinds[bytes[at + 9] ?? -1]
  if (bytes[at + 8] !== formatVersion || kind === undefined) {
    throw new AppError(
      'journal_format_unknown',
      500,
      `The journal record at byte ${position.offset} of segment ${position.segment} was written by a newer version of Parley. Start that version or a later one: nothing is skipped.`,
    )
  }
  return { kind, payload: bytes.subarray(at + headerBytes, at + size), size }
}

/** The index of the first whole, valid record in `bytes` at or behind `at`, or -1. `base` is where `bytes[0]` stands. */
export function findRecord(bytes: Buffer, at: number, base: Position): number {
  for (let found = bytes.indexOf(magic, at); found !== -1; found = bytes.indexOf(magic, found + 1)) {
    const record = parseRecord(bytes, found, { segment: base.segment, offset: base.offset + found })
    if (record !== null && typeof record !== 'number') return found
  }
  return -1
}

/**
 * The first record of a segment names the end of the segment before it: what stands behind that end, and segments
 * numbered between the two, was refused to whoever sent it and is never read.
 */
export function encodeOpening(target: Buffer, segment: number, previous: Position): number {
  const payload = Buffer.alloc(8)
  payload.writeUInt32LE(previous.segment, 0)
  payload.writeUInt32LE(previous.offset, 4)
  return encodeRecord(target, 0, { segment, offset: 0 }, 'opening', payload)
}

/** Bytes of the first record of a segment. */
export const openingBytes = headerBytes + 8

/** The end of the segment before, from the first bytes of a segment; null when they are damaged. */
export function parseOpening(bytes: Buffer, segment: number): Position | null {
  const record = parseRecord(bytes, 0, { segment, offset: 0 })
  if (record === null || typeof record === 'number' || record.kind !== 'opening' || record.payload.length !== 8) {
    return null
  }
  return { segment: record.payload.readUInt32LE(0), offset: record.payload.readUInt32LE(4) }
}
