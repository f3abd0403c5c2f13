import type { FastifyInstance } from 'fastify'
import { limits } from '../limits.ts'

/** What events may be sent as. Binary mode has the content type of its data, which is JSON. */
const eventContentTypes = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/json',
  'application/x-ndjson',
] as const

/**
 * Gives the routes of a scope the body as the bytes that were sent, compressed or not, because reading events and
 * telling what is wrong with them is a step of its own. Over 16 MiB: 413 `body_too_large`; another content type: 415
 * `unsupported_media_type`.
 */
export function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: limits.eventsBodyBytes } as const
  scope.addContentTypeParser([...eventContentTypes], options, (_request, body, done) => done(null, body))
}
