import { nearestName } from '@parley/core/errors/nearest-name.ts'
import { type EventType, eventTypes } from '@parley/model/events/index.ts'
import { isRecord } from '@parley/model/events/rule.ts'
import { charactersOf, quoted, shown } from '../explain/explain.ts'
import { limits } from '../limits.ts'
import { dataCheckOf } from './data-check.ts'
import type { IncomingEvent } from './event.ts'
import { instantOf } from './event-time.ts'
import { type EventProblem, nestsDeeperThan, type RejectionReason } from './rejected.ts'

/** What a check needs to know about the request an event came in. */
export type CheckContext = {
  readonly organizationId: string
  /** When the request came in, UTC milliseconds: also the time of events that name none. */
  readonly receivedAt: number
  /** Sent with a publishable key, which anybody can read in a page. */
  readonly isPublishable: boolean
}

/** The event, or everything that is wrong with it: an array, never empty. */
export function checkEvent(value: unknown, context: CheckContext): IncomingEvent | readonly EventProblem[] {
  if (!isRecord(value)) return [problem('invalid_envelope', '', `The event is ${shown(value)}; it must be an object.`)]
  if (nestsDeeperThan(value, limits.eventNestingLevels))
    return [problem('invalid_data', '', `The event is nested more than ${limits.eventNestingLevels} levels deep.`)]
  const problems: EventProblem[] = []
  const { specversion, id, source, type, data } = value
  if (specversion !== '1.0')
    problems.push(problem('invalid_envelope', '/specversion', attributeIs('specversion', specversion, '"1.0"')))
  if (!isText(id, limits.eventIdCharacters)) problems.push(invalidText('id', id, limits.eventIdCharacters))
  if (!isText(source, limits.eventSourceCharacters))
    problems.push(invalidText('source', source, limits.eventSourceCharacters))
  const time = checkTime(value.time, context.receivedAt, problems)
  const known = checkType(type, context.isPublishable, problems)
  if (known !== null) checkData(known, data, problems)
  if (problems.length > 0) return problems
  const { kind, id: subjectId } = eventTypes[known as EventType].subject(data as Record<string, unknown>)
  return {
    organization_id: context.organizationId,
    subject_kind: kind,
    subject_id: subjectId,
    time,
    source: source as string,
    id: id as string,
    type: known as EventType,
    received_at: context.receivedAt,
    data: data as Record<string, unknown>,
  }
}

function isText(value: unknown, charactersLimit: number): value is string {
  return typeof value === 'string' && value !== '' && isWithin(value, charactersLimit)
}

/** A code point is one or two units of a string: only one that has many units must be counted. */
function isWithin(text: string, charactersLimit: number): boolean {
  return text.length <= charactersLimit || (text.length <= 2 * charactersLimit && charactersOf(text) <= charactersLimit)
}

function checkTime(time: unknown, receivedAt: number, problems: EventProblem[]): number {
  // A JSON null is CloudEvents' way to say that an optional attribute is not set.
  if (time === undefined || time === null) return receivedAt
  const instant = typeof time === 'string' ? instantOf(time) : null
  if (instant === null) {
    problems.push(
      problem(
        'invalid_envelope',
        '/time',
        attributeIs('time', time, 'an RFC 3339 date and time such as "2026-03-01T09:00:00.000Z"'),
      ),
    )
    return receivedAt
  }
  if (instant < limits.eventEarliestMs)
    problems.push(
      problem(
        'time_too_old',
        '/time',
        `"time" is ${shown(time)}; it must not be before ${new Date(limits.eventEarliestMs).toISOString()}.`,
      ),
    )
  if (instant > receivedAt + limits.eventAheadMs)
    problems.push(
      problem(
        'time_in_future',
        '/time',
        `"time" is ${shown(time)}; it must be at most ${limits.eventAheadMs / 60_000} minutes ahead of the server's clock, which shows ${new Date(receivedAt).toISOString()}. Check the clock of the sender.`,
      ),
    )
  return instant
}

const types: ReadonlySet<string> = new Set(Object.keys(eventTypes))

/** What a browser may say about its visitor; what people and systems say needs a secret key. */
function isVisitorType(type: EventType): boolean {
  return (
    type === 'page.viewed' ||
    type === 'contact.identified' ||
    type.startsWith('widget.') ||
    type.startsWith('auto_message.')
  )
}

function checkType(type: unknown, isPublishable: boolean, problems: EventProblem[]): EventType | null {
  if (typeof type !== 'string' || type === '') {
    problems.push(invalidText('type', type, limits.eventIdCharacters))
    return null
  }
  if (!types.has(type)) {
    const nearest = nearestName(type.slice(0, 64), types)
    const wayOut = nearest === null ? `it must be one of ${[...types].join(', ')}.` : `did you mean "${nearest}"?`
    problems.push(problem('unknown_type', '/type', `"type" is ${quoted(type)}, which is not known; ${wayOut}`))
    return null
  }
  const known = type as EventType
  if (isPublishable && !isVisitorType(known))
    problems.push(
      problem(
        'forbidden_type',
        '/type',
        `"type" is "${known}"; a publishable key may send page.viewed, widget.*, auto_message.* and contact.identified. Send it with a secret key, from a server.`,
      ),
    )
  return known
}

function checkData(type: EventType, data: unknown, problems: EventProblem[]): void {
  const check = dataCheckOf(type)
  if (check.passes(data)) return
  for (const { message, pointer } of check.explain(data)) problems.push(problem('invalid_data', pointer, message))
}

function problem(reason: RejectionReason, pointer: string, message: string): EventProblem {
  return { reason, message, pointer }
}

function invalidText(attribute: string, value: unknown, charactersLimit: number): EventProblem {
  const must = `a string of 1 to ${charactersLimit} characters`
  const message =
    typeof value === 'string' && !isWithin(value, charactersLimit)
      ? `"${attribute}" has ${charactersOf(value)} characters; it may have at most ${charactersLimit}.`
      : attributeIs(attribute, value, must)
  return problem('invalid_envelope', `/${attribute}`, message)
}

function attributeIs(attribute: string, value: unknown, must: string): string {
  if (value === undefined || value === null) return `"${attribute}" is missing; it must be ${must}.`
  return `"${attribute}" is ${value === '' ? 'empty' : shown(value)}; it must be ${must}.`
}
