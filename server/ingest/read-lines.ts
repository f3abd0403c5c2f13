import { isUtf8 } from 'node:buffer'
import { limits } from '../limits.ts'
import { type Candidate, type ReadEvents, tooManyEvents } from './candidate.ts'
import { reasonOf, unreadableBody, withoutMark } from './parse-json.ts'
import { beginningOf, type EventProblem, type RejectedEvent, tooLarge } from './rejected.ts'
import { mayHoldLoneSurrogates, toWellFormed } from './well-formed.ts'

/**
 * Reads NDJSON: an event on each line, empty lines aside. A line that cannot be read is rejected in its place, as the
 * others are good; when none can be read it was no NDJSON, unless it is a part of something longer.
 * Errors: `unreadable_body` (400), `too_many_events` (413).
 */
export function readLines(body: Buffer, isPart = false): ReadEvents {
  const isText = isUtf8(body)
  const candidates: Candidate[] = []
  const rejected: RejectedEvent[] = []
  let line = 0
  for (let start = 0; start < body.length; ) {
    const found = body.indexOf(10, start)
    const end = found === -1 ? body.length : found
    line += 1
    const index = candidates.length + rejected.length
    const read = readLine(body.subarray(start, end), isText, line)
    start = end + 1
    if (read === null) continue
    if (index >= limits.eventsPerRequest) throw tooManyEvents()
    if ('problem' in read) rejected.push({ index, id: null, event: read.beginning, problems: [read.problem] })
    else candidates.push({ index, value: read.value })
  }
  const first = rejected[0]?.problems[0]
  if (candidates.length === 0 && !isPart && !rejected.some(({ problems }) => problems[0]?.reason === 'too_large'))
    throw unreadableBody(
      first === undefined
        ? 'The body is empty. Send at least one event.'
        : `No line of the body can be read. ${first.message}`,
    )
  return { candidates, rejected }
}

type Line = { readonly value: unknown } | { readonly problem: EventProblem; readonly beginning: string }

/** What one line says; null when it is empty. */
function readLine(bytes: Buffer, isText: boolean, line: number): Line | null {
  if (bytes.length > limits.eventBytes)
    return { problem: tooLarge(bytes.length), beginning: beginningOf(bytes.toString('utf8')) }
  const written = bytes.toString('utf8')
  const text = line === 1 ? withoutMark(written) : written
  if (text.trim() === '') return null
  if (!isText && !isUtf8(bytes)) return unreadable(text, `Line ${line} is not UTF-8. JSON is sent in UTF-8.`)
  try {
    const value: unknown = JSON.parse(text)
    return { value: mayHoldLoneSurrogates(text) ? toWellFormed(value) : value }
  } catch (cause) {
    return unreadable(text, `Line ${line} is not JSON: ${reasonOf(cause)}.`)
  }
}

function unreadable(text: string, message: string): Line {
  return { problem: { reason: 'unreadable', message, pointer: '' }, beginning: beginningOf(text) }
}
