import { decodeTsvText } from '../store/tsv.ts'

/** What the settling loop must know of one journaled event, read from the head of its row without touching the rest. */
export type EventLine = {
  readonly organizationId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly timeMs: number
  readonly source: string
  readonly id: string
  /** The row, its newline included, within the payload. */
  readonly start: number
  readonly end: number
}

const tab = 9
const newline = 10

/** Reads the heads of all rows of a journaled payload (see `server/ingest/event-row.ts` for the columns). */
export function readEventLines(payload: Buffer): EventLine[] {
  const lines: EventLine[] = []
  const stops = new Int32Array(6)
  for (let start = 0; start < payload.length; ) {
    let position = start
    for (let field = 0; field < 6; field += 1) {
      while (payload[position] !== tab) position += 1
      stops[field] = position
      position += 1
    }
    const newlineAt = payload.indexOf(newline, position)
    const end = newlineAt === -1 ? payload.length : newlineAt + 1
    lines.push({
      organizationId: text(payload, start, stops[0] as number),
      subjectKind: text(payload, (stops[0] as number) + 1, stops[1] as number),
      subjectId: text(payload, (stops[1] as number) + 1, stops[2] as number),
      timeMs: Math.round(Number(payload.toString('latin1', (stops[2] as number) + 1, stops[3] as number)) * 1000),
      source: text(payload, (stops[3] as number) + 1, stops[4] as number),
      id: text(payload, (stops[4] as number) + 1, stops[5] as number),
      start,
      end,
    })
    start = end
  }
  return lines
}

const receivedAtColumn = 7

/** When the first event of a journaled payload came in, UTC milliseconds. */
export function receivedAtMs(payload: Buffer): number {
  const row = payload.toString('utf8', 0, payload.indexOf(newline))
  return Math.round(Number(row.split('\t')[receivedAtColumn]) * 1000)
}

function text(payload: Buffer, start: number, end: number): string {
  return decodeTsvText(payload.toString('utf8', start, end))
}
