import { AppError } from '@parley/core/errors/app-error.ts'
import { filterSchema, queryLimits } from '@parley/core/query/request.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../parse-input.ts'
import { askerOf } from '../asker.ts'
import { type EventStream, openEventStream } from '../event-stream.ts'
import { toDocument } from '../problem.ts'
import { readJson } from '../query-json.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

/** The dimensions a live view can be filtered by. */
const liveFilters = ['channel', 'touchpoint', 'inbox', 'team', 'agent'] as const

const filters = z.array(filterSchema.extend({ dimension: z.enum(liveFilters) })).max(queryLimits.filters)

export function liveRoutes(app: FastifyInstance, { live, log }: Services): void {
  const streams = new Set<EventStream>()
  let isClosing = false
  // Closing waits for the requests under way, and these would never end.
  app.addHook('preClose', async () => {
    isClosing = true
    for (const stream of streams) stream.end()
  })

  route(
    app,
    {
      method: 'GET',
      path: '/v1/live',
      summary:
        'How things stand, as server-sent events: `snapshot` whenever something settled, each the whole; `trouble` when it cannot be asked.',
      access: 'query',
      query: z.object({
        filters: z
          .string()
          .max(20_000)
          .optional()
          .meta({ description: `As in queries, as JSON; by ${liveFilters.join(', ')}.` }),
      }),
      answer: null,
      alsoAnswers: ['text/event-stream'],
    },
    async ({ query, principal, request, reply }) => {
      const chosen = query.filters === undefined ? [] : readJson(query.filters, 'The list in `filters`')
      const asker = askerOf(principal, request)
      let stream: EventStream | null = null
      const watching = await live.watch(asker, parseInput(filters, chosen, 'the list in `filters`'), {
        onSnapshot: (snapshot) => stream?.send({ name: 'snapshot', id: snapshot.as_of, data: snapshot }),
        onTrouble: (error) => {
          if (!(error instanceof AppError)) log.error({ err: error }, 'a live view could not be asked')
          const told = error instanceof AppError ? error : new AppError('internal_error', 500, 'Something failed here.')
          stream?.send({ name: 'trouble', data: toDocument(told, request.id) })
        },
      })
      if (reply.raw.destroyed) {
        watching.stop()
        return reply.hijack()
      }
      if (isClosing) {
        watching.stop()
        throw new AppError('stopping', 503, 'This server is stopping. Ask again in a few seconds.', {
          retryAfterSeconds: 5,
        })
      }
      const opened = openEventStream(reply, {
        // Keys are revoked and people sign out while a view is open.
        onBeat: () =>
          void app.isStillAllowed(request, principal).then(
            (isAllowed) => isAllowed || opened.end(),
            () => opened.end(),
          ),
        onEnd: () => {
          streams.delete(opened)
          watching.stop()
        },
      })
      stream = opened
      streams.add(opened)
      opened.send({ name: 'snapshot', id: watching.snapshot.as_of, data: watching.snapshot })
      return reply
    },
  )
}
