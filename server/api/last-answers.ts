import type { FastifyInstance } from 'fastify'

/** How often connections that have become idle are looked for while the app closes, ms. */
const lookMs = 50

/**
 * Gives each connection its last answer once the app closes, and then lets go of it. The framework closes those that are
 * idle at that moment; one with a request under way would be kept alive after its answer, and closing would wait for it
 * for more than a minute.
 */
export function endWithLastAnswers(app: FastifyInstance): void {
  let looking: NodeJS.Timeout | null = null
  app.addHook('preClose', async () => {
    looking = setInterval(() => app.server.closeIdleConnections(), lookMs)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (looking) reply.header('connection', 'close')
  })
  app.addHook('onClose', async () => {
    if (looking) clearInterval(looking)
  })
}
