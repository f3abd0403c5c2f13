import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics } from 'prom-client'
import { z } from 'zod'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

/** Seconds after which asking again whether the server is ready makes sense. */
const readyRetrySeconds = 2

export function healthRoutes(app: FastifyInstance, { readiness, metrics }: Services): void {
  collectDefaultMetrics({ register: metrics })

  route(
    app,
    {
      method: 'GET',
      path: '/healthz',
      summary: 'Whether the process is alive.',
      access: 'public',
      answer: z.object({ alive: z.literal(true) }),
    },
    async () => ({ alive: true }) as const,
  )

  route(
    app,
    {
      method: 'GET',
      path: '/readyz',
      summary: 'Whether events can be taken and questions answered; 503 with the reasons when not.',
      access: 'public',
      answer: z.object({ ready: z.literal(true) }),
    },
    async () => {
      const { ready, reasons } = await readiness()
      if (ready) return { ready: true } as const
      throw new AppError('not_ready', 503, 'The server cannot take events and answer questions at this moment.', {
        problems: reasons.map((message) => ({ code: 'not_ready', message })),
        retryAfterSeconds: readyRetrySeconds,
      })
    },
  )

  app.get('/metrics', async (_request, reply) => {
    const text = await metrics.metrics()
    return reply.type(metrics.contentType).send(text)
  })
}
