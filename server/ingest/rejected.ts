import { isRecord } from '@parley/model/events/rule.ts'
import { limits } from '../limits.ts'

/**
 * Why an event is not taken, closed:
 * - `unreadable`: a line of NDJSON that is not JSON.
 * - `too_large`: over 1 MiB; only its beginning is kept.
 * - `invalid_envelope`: an attribute of CloudEvents is missing or wrong.
 * - `unknown_type`: no such type of event.
 * - `forbidden_type`: a publishable key may not send this type.
 * - `time_in_future`: more than an hour ahead of the server's clock.
 * - `time_too_old`: before 2000-01-01.
 * - `invalid_data`: `data` does not fit the type.
 */
export const rejectionReasons = [
  'unreadable',
  'too_large',
  'invalid_envelope',
  'unknown_type',
  'forbidden_type',
  'time_in_future',
  'time_too_old',
  'invalid_data',
] as const

export type RejectionReason = (typeof rejectionReasons)[number]

/** One thing that is wrong with an event. */
export type EventProblem = {
  readonly reason: RejectionReason
  /** For people: names the thing, the rule and the way out. */
  readonly message: string
  /** JSON pointer into the event; empty for the event as a whole. */
  readonly pointer: string
}

/** An event of a request that was not taken. */
export type RejectedEvent = {
  /** Its place among the events of the request, from 0. */
  readonly index: number
  /** Its id where it has one. */
  readonly id: string | null
  /** The event as it came: a JSON value, or a text where it could not be read or is too large to be kept whole. */
  readonly event: unknown
  /** Everything that is wrong with it, at least one. */
  readonly problems: readonly EventProblem[]
}

/** A rejected event as the answer tells it: its first problem, and all of them. */
export type RejectionNotice = EventProblem & {
  readonly index: number
  readonly id: string | null
  readonly problems: readonly EventProblem[]
}

export function rejectionNotice({ index, id, problems }: RejectedEvent): RejectionNotice {
  const first = problems[0]
  if (first === undefined) throw new Error('A rejected event has a problem.')
  return { index, id, ...first, problems }
}

/** A line of a `rejected` record of the journal. */
export type RejectedLine = {
  readonly organization_id: string
  /** UTC milliseconds. */
  readonly received_at: number
  readonly index: number
  readonly event: unknown
  readonly problems: readonly EventProblem[]
}

/** The payload of a `rejected` record of the journal: one line of JSON for each event. */
export function encodeRejected(
  rejected: readonly RejectedEvent[],
  from: { readonly organizationId: string; readonly receivedAt: number },
): Buffer {
  const lines = rejected.map(({ index, event, problems }) => {
    const line: RejectedLine = {
      organization_id: from.organizationId,
      received_at: from.receivedAt,
      index,
      event,
      problems,
    }
    return `${JSON.stringify(line)}\n`
  })
  return Buffer.from(lines.join(''))
}

/** The lines of a `rejected` record of the journal. */
export function decodeRejected(payload: Buffer): RejectedLine[] {
  const lines = payload.toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RejectedLine)
}

/**
 * The rejected event for a value that was read from a request. One over the limit of an event, or nested too deeply to
 * be written down, is kept as the beginning of its text.
 */
export function rejectedEvent(index: number, value: unknown, problems: readonly EventProblem[]): RejectedEvent {
  const id = isRecord(value) && typeof value.id === 'string' ? value.id.slice(0, limits.eventIdCharacters) : null
  if (nestsDeeperThan(value, limits.eventNestingLevels)) return { index, id, event: '', problems }
  const size = sizeProblem(value)
  return size === null
    ? { index, id, event: value, problems }
    : { index, id, event: beginningOf(JSON.stringify(value)), problems: [size, ...problems] }
}

/** The beginning of a text that is too large to be kept whole. */
export function beginningOf(text: string): string {
  return text.slice(0, limits.rejectedBeginningCharacters).toWellFormed()
}

/** The problem `too_large`, or null when the event's JSON (UTF-8, without spaces) is within the limit. */
export function sizeProblem(value: unknown): EventProblem | null {
  const bytes = Buffer.byteLength(JSON.stringify(value))
  return bytes > limits.eventBytes ? tooLarge(bytes) : null
}

/** The problem `too_large`, for an event of so many bytes. */
export function tooLarge(bytes: number): EventProblem {
  return { reason: 'too_large', message: tooLargeMessage(bytes), pointer: '' }
}

export function tooLargeMessage(bytes: number): string {
  return `The event is ${bytes} bytes; an event may have at most ${limits.eventBytes}. Send what is long, such as an attachment, as an address.`
}

/** Whether objects and lists are nested in each other more than `levels` deep. */
export function nestsDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key]
    if (typeof inner === 'object' && inner !== null && nestsDeeperThan(inner, levels - 1)) return true
  }
  return false
}
