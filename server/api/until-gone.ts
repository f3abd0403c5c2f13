import type { FastifyRequest } from 'fastify'

/** A signal that is given when the client goes away, so that nobody works for an answer that nobody reads. */
export function untilGone(request: FastifyRequest): AbortSignal {
  const gone = new AbortController()
  request.raw.socket.once('close', () => gone.abort())
  return gone.signal
}
