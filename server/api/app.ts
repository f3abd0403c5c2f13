import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { AppError } from '@parley/core/errors/app-error.ts'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { limits } from '../limits.ts'
import { authenticate } from './authenticate.ts'
import { answerBadHttp } from './bad-http.ts'
import { parseJsonBodies } from './json-bodies.ts'
import { endWithLastAnswers } from './last-answers.ts'
import { answerError } from './problem.ts'
import { takeRawBodies } from './raw-bodies.ts'
import { recordRequests } from './request-record.ts'
import { eventRoutes, type RouteFile, routes } from './routes/index.ts'
import { staticRoutes } from './routes/static.ts'
import { securityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'
import { allowVisitorOrigins } from './visitor-origins.ts'

/** Bytes from which compressing an answer saves more than it costs. */
const compressedFromBytes = 1024

/** What a test puts in the place of the whole. */
export type AppParts = {
  readonly routes?: readonly RouteFile[]
  readonly eventRoutes?: readonly RouteFile[]
  /** Where the built app is; `web/dist` when absent. */
  readonly webDirectory?: string
}

/**
 * The HTTP side of the server, not listening yet: `await app.listen({ host, port })`. Every error becomes
 * `application/problem+json`, every route of `/v1` knows who asks. `app.close()` waits for the requests under way; what
 * answers without end (live views) has to end in a `preClose` hook.
 */
export function createApp(services: Services, parts: AppParts = {}): FastifyInstance {
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: limits.bodyBytes,
    trustProxy: [...services.config.trustedProxies],
    forceCloseConnections: 'idle',
    // What comes in on an open connection while the app closes gets its answer: see `last-answers.ts`.
    return503OnClosing: false,
    // Ids of 200 characters, percent-encoded.
    routerOptions: { maxParamLength: 2000 },
    requestTimeout: limits.requestReceiveMs,
    clientErrorHandler: answerBadHttp,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  })
  app.decorate('operations', [])
  app.setErrorHandler(answerError)
  parseJsonBodies(app)
  recordRequests(app, services.metrics)
  endWithLastAnswers(app)
  // What people and programs ask, with what browsers need. After the plugins: routes get their hooks.
  app.register(async (scope) => {
    scope.register(helmet, securityHeaders(services.config))
    scope.register(cookie)
    scope.register(compress, {
      threshold: compressedFromBytes,
      // A live view has to arrive event by event, not when a block of compressed data is full.
      customTypes: (type) =>
        /^(text\/(?!event-stream)|application\/(.*json|javascript|xml|wasm)|image\/svg)/.test(type),
      // The default quality, 11, is for files that are compressed once.
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
      globalDecompression: false,
    })
    scope.register(rateLimit, {
      global: false,
      errorResponseBuilder: (_request, { ttl }) => {
        const seconds = Math.ceil(ttl / 1000)
        return new AppError(
          'too_many_attempts',
          429,
          `Too many attempts from this address. Try again in ${seconds} s.`,
          {
            retryAfterSeconds: seconds,
          },
        )
      },
    })
    scope.register(async (asked) => {
      authenticate(asked, services.account, services.operatorToken)
      for (const add of parts.routes ?? routes) add(asked, services)
    })
    staticRoutes(scope, parts.webDirectory)
  })
  // Events: keys only, short answers that no browser shows, and many of them.
  app.register(async (events) => {
    authenticate(events, services.account, services.operatorToken)
    takeRawBodies(events)
    allowVisitorOrigins(events)
    for (const add of parts.eventRoutes ?? eventRoutes) add(events, services)
  })
  return app
}
