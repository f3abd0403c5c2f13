import type { Thread } from '@parley/core/declare/thread.ts'
import { eventColumns } from '../ingest/event-row.ts'
import { identityHash } from '../store/hashes.ts'
import { decodeTsvText } from '../store/tsv.ts'

/** What the settling loop must know of one journaled event, read from its row without touching the rest. */
export type EventLine = {
  readonly organizationId: string
  readonly source: string
  readonly id: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly timeMs: number
  readonly type: string
  /** Organization, source and id as the row has them. No two events share it. */
  readonly identity: string
  /** {@link identityHash} of the event. */
  readonly hash: bigint
  /** The row as it was journaled, its newline included. */
  readonly row: string
}

// The columns of `server/ingest/event-row.ts`.
const headColumns = 7
const receivedAtColumn = eventColumns.indexOf('received_at')

/** Reads the heads of all rows of a journaled payload. */
export function readEventLines(payload: Buffer): EventLine[] {
  const text = payload.toString('utf8')
  // Places in the text are places in the bytes, and an identity is what it says: nothing to decode.
  const isPlain = text.length === payload.length
  const lines: EventLine[] = []
  const stops = new Int32Array(headColumns)
  for (let start = 0; start < text.length; ) {
    let position = start
    for (let column = 0; column < headColumns; column += 1) {
      const stop = text.indexOf('\t', position)
      stops[column] = stop
      position = stop + 1
    }
    const newline = text.indexOf('\n', position)
    const end = newline === -1 ? text.length : newline + 1
    const [organizationEnd, sourceEnd, idEnd, kindEnd, subjectEnd, timeEnd, typeEnd] = stops as unknown as Stops
    const identity = text.slice(start, idEnd)
    lines.push({
      organizationId: decodeTsvText(text.slice(start, organizationEnd)),
      source: decodeTsvText(text.slice(organizationEnd + 1, sourceEnd)),
      id: decodeTsvText(text.slice(sourceEnd + 1, idEnd)),
      subjectKind: text.slice(idEnd + 1, kindEnd),
      subjectId: decodeTsvText(text.slice(kindEnd + 1, subjectEnd)),
      timeMs: Math.round(Number(text.slice(subjectEnd + 1, timeEnd)) * 1000),
      type: text.slice(timeEnd + 1, typeEnd),
      identity,
      hash: identityHash(
        isPlain && !identity.includes('\\')
          ? payload.subarray(start, idEnd)
          : Buffer.from(identity.split('\t').map(decodeTsvText).join('\t')),
      ),
      row: text.slice(start, end),
    })
    start = end
  }
  return lines
}

type Stops = readonly [number, number, number, number, number, number, number]

/** What a column of an event's row says that may name its thread. */
export function threadNameOf(line: EventLine, column: Thread['namedBy']): string {
  return column === 'subject_id' ? line.subjectId : columnOf(line, column)
}

/** A text of an event's row; empty where it has none. */
export function columnOf({ row }: EventLine, column: (typeof eventColumns)[number]): string {
  const place = eventColumns.indexOf(column)
  return decodeTsvText(row.split('\t', place + 1)[place] ?? '')
}

/** When the first event of a journaled payload came in, UTC milliseconds. */
export function receivedAtMs(payload: Buffer): number {
  const row = payload.toString('utf8', 0, payload.indexOf('\n'))
  return Math.round(Number(row.split('\t')[receivedAtColumn]) * 1000)
}
