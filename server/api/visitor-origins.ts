import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'

/** The one path that a publishable key is good for, and the one that pages of other sites may ask. */
export const visitorEventsPath = '/v1/events'

/** How long a browser may remember that it may send events, seconds. */
const preflightSeconds = 7200

/**
 * Lets pages of other sites send events (CORS) with a publishable key, from the origins that key allows. A preflight
 * cannot carry the key, so it is answered for every origin; the request itself is then held against the key
 * (403 `origin_not_allowed`). Cookies are never part of it. For a scope of the app that has nothing but events.
 */
export function allowVisitorOrigins(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin')
    const { principal } = request
    if (principal?.kind !== 'key' || !principal.isPublishable) return
    const { origin } = request.headers
    if (origin === undefined || !principal.allowedOrigins.includes(origin)) {
      throw new AppError(
        'origin_not_allowed',
        403,
        `This publishable key cannot be used from ${origin ?? 'a request without an Origin'}. It can be used from: ${principal.allowedOrigins.join(', ')}.`,
      )
    }
    reply.header('access-control-allow-origin', origin)
    reply.header('access-control-expose-headers', 'Retry-After')
  })
  scope.options(visitorEventsPath, async (request, reply) => {
    const { origin } = request.headers
    if (origin !== undefined) {
      reply.header('access-control-allow-origin', origin)
      reply.header('access-control-allow-methods', 'POST')
      // The star stands for every header but Authorization, which has to be named.
      reply.header('access-control-allow-headers', 'Authorization, *')
      reply.header('access-control-max-age', preflightSeconds)
    }
    return reply.code(204).send()
  })
}
