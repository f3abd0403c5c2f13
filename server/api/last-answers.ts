import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How often connections that have become idle are looked for while the app closes, ms. */
const lookMs = 50
/** How long a connection that has not said anything yet may still begin to once the app closes, ms. */
const silentMs = 500

/**
 * Gives each connection its last answer once the app closes, and then lets go of it. The framework closes those that are
 * idle at that moment; one with a request under way would be kept alive after its answer, and closing would wait for it
 * for more than a minute. So would one that a browser opened in advance: with nothing asked on it yet, it is not idle.
 */
export function endWithLastAnswers(app: FastifyInstance): void {
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  let looking: NodeJS.Timeout | null = null
  app.addHook('preClose', async () => {
    const closingSince = performance.now()
    looking = setInterval(() => {
      app.server.closeIdleConnections()
      if (performance.now() - closingSince < silentMs) return
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    }, lookMs)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (looking) reply.header('connection', 'close')
  })
  app.addHook('onClose', async () => {
    if (looking) clearInterval(looking)
  })
}
