/** One event of a file: its JSON as it is written there, or whatever stands in its place. */
export type Piece = {
  readonly bytes: Buffer
  /** Where it is, from 1: its line in NDJSON, else its place among the events. */
  readonly place: number
}

/** Cuts bytes, as they come, into pieces. */
export type Splitter = {
  push(chunk: Buffer): Piece[]
  /** What was left when the file ended. */
  end(): Piece[]
}
