import { limits } from '../../limits.ts'
import type { Piece } from './piece.ts'

/** Events that go out in one request. */
export type Batch = {
  readonly pieces: readonly Piece[]
  /** How many events of the file are done when this batch is: this one's and those before it. */
  readonly doneAfter: number
}

/** Puts events together into requests, leaving out the first `skipped`. */
export async function* toBatches(pieces: AsyncIterable<Piece[]>, skipped: number): AsyncGenerator<Batch> {
  let batch: Piece[] = []
  let bytes = 0
  let done = 0
  for await (const some of pieces) {
    for (const piece of some) {
      done += 1
      if (done <= skipped) continue
      const isFull = batch.length >= limits.importBatchEvents || bytes + piece.bytes.length >= limits.importBatchBytes
      if (isFull && batch.length > 0) {
        yield { pieces: batch, doneAfter: done - 1 }
        batch = []
        bytes = 0
      }
      batch.push(piece)
      bytes += piece.bytes.length + 1
    }
  }
  if (batch.length > 0) yield { pieces: batch, doneAfter: done }
}
