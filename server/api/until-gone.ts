import type { FastifyReply } from 'fastify'

/**
 * A signal that is given when the client goes away before it has its answer, so that nobody works for an answer that
 * nobody reads. It listens to the answer and not to the connection, which outlives it and would gather listeners.
 */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  return gone.signal
}
