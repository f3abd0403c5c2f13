import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'

/**
 * Reads JSON bodies. An empty one is no body: a DELETE from a client that always sends a content type is fine. Keys
 * that could change the prototype of an object are refused with the rest of what is not JSON (400 `invalid_json`).
 */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    parse(request, body.toString(), (error, value) => {
      done(error && new AppError('invalid_json', 400, 'The body is not JSON. Send a JSON document in UTF-8.'), value)
    })
  })
}
