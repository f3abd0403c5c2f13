import { limits } from '../../limits.ts'
import { createCarry } from './carry.ts'
import type { Piece, Splitter } from './piece.ts'

const newline = 10
const openingBrace = 123

/** Cuts NDJSON into its lines; empty ones count as lines and are no events. */
export function createLineSplitter(): Splitter {
  const carry = createCarry(limits.importEventBytes)
  let line = 0

  function take(pieces: Piece[]): void {
    const bytes = carry.take()
    line += 1
    if (!isBlank(bytes)) pieces.push({ bytes, place: line })
  }

  return {
    push(chunk) {
      const pieces: Piece[] = []
      let start = 0
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        carry.add(chunk.subarray(start, end))
        start = end + 1
        take(pieces)
      }
      carry.add(chunk.subarray(start))
      return pieces
    },
    end() {
      const pieces: Piece[] = []
      take(pieces)
      return pieces
    },
  }
}

/** Blank by the rule of whoever reads the lines: both must count the same ones. */
function isBlank(bytes: Buffer): boolean {
  return bytes[0] !== openingBrace && bytes.toString('utf8').trim() === ''
}
