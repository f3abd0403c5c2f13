import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { limits } from '../limits.ts'

/** Server-sent events to one client. */
export type EventStream = {
  /** Sends an event. A client that does not read gets the newest of each name once it does. */
  send(event: { readonly name: string; readonly id?: string; readonly data: unknown }): void
  end(): void
}

/**
 * Answers with server-sent events, and with a comment now and then so that nothing between here and there takes the
 * silence for an end. `onBeat` is called at each; `onEnd` once, whoever ended it. A client that has read nothing for
 * `limits.liveUnreadMs` is let go.
 */
export function openEventStream(
  reply: FastifyReply,
  { onBeat, onEnd }: { readonly onBeat: () => void; readonly onEnd: () => void },
): EventStream {
  const stream = new PassThrough()
  const waiting = new Map<string, string>()
  let fullSince: number | null = null
  let isOver = false

  function write(text: string): void {
    if (!stream.write(text) && fullSince === null) fullSince = performance.now()
  }

  stream.on('drain', () => {
    fullSince = null
    const texts = [...waiting.values()]
    waiting.clear()
    for (const text of texts) write(text)
  })
  const beat = setInterval(() => {
    if (fullSince !== null && performance.now() - fullSince > limits.liveUnreadMs) stream.destroy()
    else if (fullSince === null) write(': still here\n\n')
    if (!isOver) onBeat()
  }, limits.liveBeatMs)
  beat.unref()
  // Of the connection too: a stream that nobody pipes from any more would never close.
  const over = () => {
    if (isOver) return
    isOver = true
    clearInterval(beat)
    stream.destroy()
    onEnd()
  }
  stream.on('close', over)
  reply.raw.on('close', over)

  write(`retry: ${limits.liveRetryMs}\n\n`)
  reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    // For proxies that would collect an answer before they pass it on.
    .header('x-accel-buffering', 'no')
    .send(stream)
    // Sent as it is now: else the framework waits for its end, and takes a client that leaves for a mistake of ours.
    .hijack()
  return {
    send({ name, id, data }) {
      const text = `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
      if (fullSince === null) write(text)
      else waiting.set(name, text)
    },
    end: () => void (isOver || stream.end()),
  }
}
