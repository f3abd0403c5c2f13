import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

/** Whether the numbers follow what is set: a change that facts depend on derives them again. */
export function derivationRoutes(app: FastifyInstance, { settling }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/derivation',
      summary: 'How far the facts are on their way to follow what was set last.',
      access: ['query', 'admin'],
      answer: z.object({
        status: z.enum(['current', 'running']),
        done: z.int(),
        of: z.int().meta({ description: 'Parts in all; 0 while it waits for its turn.' }),
      }),
    },
    async () => {
      const progress = settling.settler().rebuilding()
      if (progress === null) return { status: 'current' as const, done: 0, of: 0 }
      return { status: 'running' as const, done: progress.done, of: progress.of }
    },
  )
}
