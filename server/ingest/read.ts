import { isUtf8 } from 'node:buffer'
import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../limits.ts'
import { binaryEvent, isBinaryMode } from './binary-mode.ts'
import { type ReadEvents, tooManyEvents } from './candidate.ts'
import { contentTypeOf, unsupportedMediaType } from './content-type.ts'
import { bodyTooLarge, inflate } from './inflate.ts'
import { parseJson, unreadableBody, withoutMark } from './parse-json.ts'
import { readLines } from './read-lines.ts'
import { tooLargeMessage } from './rejected.ts'
import { mayHoldLoneSurrogates, toWellFormed } from './well-formed.ts'

/** A request to `POST /v1/events`, as it came. */
export type EventsRequest = {
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
  /** All headers, names in lower case. Only `ce-*` are read. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
  /** Sent with a publishable key, so by a page. */
  readonly publishable?: boolean
  /** A part of something longer: NDJSON of which no line can be read is then rejected line by line, not as a whole. */
  readonly isPart?: boolean
}

/**
 * Reads the events of a request in any of the five forms.
 * Errors: `unsupported_media_type`, `unsupported_encoding` (415), `body_too_large`, `event_too_large`, `too_many_events`
 * (413), `unreadable_body` (400).
 */
export async function readEvents(request: EventsRequest): Promise<ReadEvents> {
  const { mediaType, isUtf8Declared } = contentTypeOf(request.contentType)
  const form = formOf(mediaType, request)
  if (form === null || !isUtf8Declared) throw unsupportedMediaType(request.contentType)
  if (request.body.length > limits.eventsBodyBytes) throw bodyTooLarge()
  const body = await inflate(request.body, request.contentEncoding)
  if (body.length > limits.eventsInflatedBytes) throw bodyTooLarge()
  return forms[form](body, request)
}

type Form = 'event' | 'batch' | 'json' | 'lines' | 'binary'

function formOf(mediaType: string, request: EventsRequest): Form | null {
  if (mediaType === 'application/cloudevents+json') return 'event'
  if (mediaType === 'application/cloudevents-batch+json') return 'batch'
  if (mediaType === 'application/x-ndjson') return 'lines'
  // JSON that a browser sends without asking the server first whether it may.
  if (mediaType === 'text/plain' && request.publishable) return 'json'
  const isBinary = isBinaryMode(request.headers)
  // In binary mode the content type is that of the data.
  if (isBinary && (mediaType === '' || mediaType === 'application/json' || mediaType.endsWith('+json'))) return 'binary'
  return mediaType === 'application/json' ? 'json' : null
}

const forms: Readonly<Record<Form, (body: Buffer, request: EventsRequest) => ReadEvents>> = {
  event(body) {
    const value = parseBody(body)
    if (Array.isArray(value))
      throw unreadableBody(
        'The body is a list; application/cloudevents+json carries one event. Send a list as application/cloudevents-batch+json.',
      )
    return one(body, value)
  },
  batch(body) {
    const value = parseBody(body)
    if (!Array.isArray(value))
      throw unreadableBody(
        'The body is not a list; application/cloudevents-batch+json carries a list of events. Send one event as application/cloudevents+json.',
      )
    return many(value)
  },
  json(body) {
    const value = parseBody(body)
    return Array.isArray(value) ? many(value) : one(body, value)
  },
  lines(body, { isPart }) {
    return readLines(body, isPart)
  },
  binary(body, request) {
    return one(body, binaryEvent(request.headers, parseBody(body)))
  },
}

function parseBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw unreadableBody('The body is not UTF-8. JSON is sent in UTF-8.')
  const text = withoutMark(body.toString('utf8'))
  const value = parseJson(text)
  // A list of events is one level more than an event.
  return mayHoldLoneSurrogates(text) ? toWellFormed(value, limits.eventNestingLevels + 1) : value
}

function one(body: Buffer, value: unknown): ReadEvents {
  if (typeof value !== 'object' || value === null)
    throw unreadableBody('The body is not an event: an event is a JSON object.')
  if (body.length > limits.eventBytes) throw new AppError('event_too_large', 413, tooLargeMessage(body.length))
  return { candidates: [{ index: 0, value }], rejected: [] }
}

function many(values: readonly unknown[]): ReadEvents {
  if (values.length > limits.eventsPerRequest) throw tooManyEvents()
  return { candidates: values.map((value, index) => ({ index, value })), rejected: [] }
}
