import { identityHash } from '../store/hashes.ts'
import { decodeTsvText } from '../store/tsv.ts'

/** What the settling loop must know of one journaled event, read from its row without touching the rest. */
export type EventLine = {
  readonly organizationId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly timeMs: number
  readonly source: string
  readonly id: string
  readonly type: string
  /** {@link identityHash} of the event. */
  readonly hash: bigint
  /** The row as it was journaled, its newline included. */
  readonly row: string
}

// The columns of `server/ingest/event-row.ts`.
const headColumns = 7
const receivedAtColumn = 7
const furtherColumns = { visitor_id: 16, reference: 22 } as const

/** Reads the heads of all rows of a journaled payload. */
export function readEventLines(payload: Buffer): EventLine[] {
  const text = payload.toString('utf8')
  const lines: EventLine[] = []
  const head: string[] = []
  for (let start = 0; start < text.length; ) {
    let position = start
    for (let column = 0; column < headColumns; column += 1) {
      const stop = text.indexOf('\t', position)
      head[column] = text.slice(position, stop)
      position = stop + 1
    }
    const newline = text.indexOf('\n', position)
    const end = newline === -1 ? text.length : newline + 1
    const [organization, subjectKind, subject, seconds, source, eventId, type] = head as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const organizationId = decodeTsvText(organization)
    const identitySource = decodeTsvText(source)
    const id = decodeTsvText(eventId)
    lines.push({
      organizationId,
      subjectKind,
      subjectId: decodeTsvText(subject),
      timeMs: Math.round(Number(seconds) * 1000),
      source: identitySource,
      id,
      type,
      hash: identityHash(organizationId, identitySource, id),
      row: text.slice(start, end),
    })
    start = end
  }
  return lines
}

/** What a column of an event's row says that may name its thread. */
export function threadNameOf(line: EventLine, column: 'subject_id' | keyof typeof furtherColumns): string {
  if (column === 'subject_id') return line.subjectId
  return decodeTsvText(line.row.split('\t', furtherColumns[column] + 1)[furtherColumns[column]] ?? '')
}

/** When the first event of a journaled payload came in, UTC milliseconds. */
export function receivedAtMs(payload: Buffer): number {
  const row = payload.toString('utf8', 0, payload.indexOf('\n'))
  return Math.round(Number(row.split('\t')[receivedAtColumn]) * 1000)
}
