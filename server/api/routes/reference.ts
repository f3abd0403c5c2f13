import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import server from '../../package.json' with { type: 'json' }
import { sessionCookie } from '../authenticate.ts'
import { describeApi } from '../openapi.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

export function referenceRoutes(app: FastifyInstance, { account }: Services): void {
  let description: object | null = null
  route(
    app,
    {
      method: 'GET',
      path: '/v1/openapi.json',
      summary: 'This reference, for programs (OpenAPI 3.1).',
      access: 'public',
      answer: z.record(z.string(), z.unknown()),
    },
    async () => {
      // At the first request, when every route has been added.
      description ??= describeApi(app.operations, server.version, sessionCookie(account))
      return { ...description }
    },
  )
}
