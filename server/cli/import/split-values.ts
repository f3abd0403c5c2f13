import { limits } from '../../limits.ts'
import { createCarry } from './carry.ts'
import type { Piece, Splitter } from './piece.ts'

const quote = 34
const comma = 44
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
const space = 32
const newline = 10
const carriageReturn = 13
/** No JSON may hold it, within strings or without. */
const control = 1

/**
 * Cuts JSON into the values at its top, or the elements of a list at its top, without reading what they say: only
 * strings and brackets matter. Several values or lists may follow each other, with commas between them or not. What is no JSON comes out as a piece that
 * whoever reads it refuses; a bracket that is missing takes all that follows with it.
 */
export function createValueSplitter(): Splitter {
  const carry = createCarry(limits.importEventBytes)
  let place = 0
  let isInList = false
  /** Brackets open within the value at hand; 0 while a number or a word is read. */
  let depth = 0
  let isInValue = false
  let isInString = false
  let isEscaped = false

  function take(pieces: Piece[]): void {
    isInValue = false
    place += 1
    pieces.push({ bytes: onOneLine(carry.take()), place })
  }

  /** Goes on from `at` within a string; gives the place behind its end, or the end of the chunk. */
  function passString(chunk: Buffer, at: number): number {
    for (let index = at; index < chunk.length; index += 1) {
      if (isEscaped) isEscaped = false
      else if (chunk[index] === backslash) isEscaped = true
      else if (chunk[index] === quote) {
        isInString = false
        return index + 1
      }
    }
    return chunk.length
  }

  return {
    push(chunk) {
      const pieces: Piece[] = []
      let start = 0
      for (let index = 0; index < chunk.length; ) {
        if (isInString) {
          index = passString(chunk, index)
          continue
        }
        const byte = chunk[index] as number
        if (!isInValue) {
          if (isWhite(byte) || byte === comma) index += 1
          else if (!isInList && byte === openBracket) {
            isInList = true
            index += 1
          } else if (isInList && byte === closeBracket) {
            isInList = false
            index += 1
          } else {
            isInValue = true
            depth = 0
            start = index
          }
          continue
        }
        // A number or a word has no end of its own.
        if (depth === 0 && (isWhite(byte) || byte === comma || (isInList && byte === closeBracket))) {
          carry.add(chunk.subarray(start, index))
          take(pieces)
          continue
        }
        index += 1
        if (byte === quote) isInString = true
        else if (byte === openBrace || byte === openBracket) depth += 1
        else if (byte === closeBrace || byte === closeBracket) {
          depth -= 1
          if (depth > 0) continue
          carry.add(chunk.subarray(start, index))
          take(pieces)
        }
      }
      if (isInValue) carry.add(chunk.subarray(start))
      return pieces
    },
    end() {
      const pieces: Piece[] = []
      if (isInValue) take(pieces)
      // A list that never ends was cut off: the file is not whole, and that must be told.
      else if (isInList) pieces.push({ bytes: Buffer.from('['), place: place + 1 })
      return pieces
    },
  }
}

function isWhite(byte: number): boolean {
  return byte === space || byte === newline || byte === carriageReturn || byte === 9
}

/** The same JSON without line ends. Within a string one is no JSON, and must not become some by this. */
function onOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(newline) && !bytes.includes(carriageReturn)) return bytes
  const line = Buffer.from(bytes)
  let isInString = false
  for (let index = 0; index < line.length; index += 1) {
    const byte = line[index]
    if (isInString && byte === backslash) index += 1
    else if (byte === quote) isInString = !isInString
    if (line[index] === newline || line[index] === carriageReturn) line[index] = isInString ? control : space
  }
  return line
}
