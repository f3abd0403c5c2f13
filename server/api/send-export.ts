import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Asker } from '../ask/asking.ts'
import { type ExportRequest, openExport } from '../ask/export/export.ts'
import type { Services } from './services.ts'
import { untilGone } from './until-gone.ts'

export type SendExport = (asker: Asker, request: ExportRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * Answers with an export while it is made. When the engine fails half-way, or the server stops, the connection breaks
 * off, so that nobody takes what came for the whole.
 */
export function exportSender(app: FastifyInstance, { ask }: Services): SendExport {
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  return async (asker, request, reply) => {
    const over = AbortSignal.any([untilGone(reply), closing.signal])
    const file = await openExport(ask, asker, request, over)
    // Also a reader that has fallen asleep is let go.
    over.addEventListener('abort', () => reply.raw.destroy(), { once: true })
    reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(Readable.from(unless(over, file.chunks), { objectMode: false }))
    // Whoever went away, or was broken off, gets no other answer.
    await finished(reply.raw).catch(() => reply.hijack())
    return reply
  }
}

/** The chunks until it is over: what the engine says to being interrupted then is no failure. */
async function* unless(over: AbortSignal, chunks: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
  try {
    yield* chunks
  } catch (error) {
    if (!over.aborted) throw error
  }
}
