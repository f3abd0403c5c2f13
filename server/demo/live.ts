import type { Services } from '../api/services.ts'
import type { FilledNote } from './filled.ts'
import { requestsOf } from './requests.ts'
import type { Planned } from './script.ts'
import type { Send } from './send.ts'
import type { Stream } from './stream.ts'

const everyMs = 2_000

/** Sends what happens when it happens. Gives what ends it; what cannot be sent is tried again. */
export function goOn(
  streams: readonly Stream[],
  parts: {
    readonly send: Send
    readonly note: FilledNote
    readonly clock: Services['clock']
    readonly log: Services['log']
    readonly stopping: AbortSignal
  },
): () => Promise<void> {
  const { send, note, clock, log, stopping } = parts
  let due: readonly Planned[] = []
  let working: Promise<void> = Promise.resolve()
  const tick = async () => {
    const to = clock.now()
    due = [...due, ...streams.flatMap((stream) => stream.advance(to))]
    if (due.length === 0) return
    try {
      await send(requestsOf(due))
      due = []
      await note.change({ to })
    } catch (error) {
      if (!stopping.aborted) log.warn({ err: error }, 'the demo could not send its events and tries again')
    }
  }
  const timer = setInterval(() => {
    working = working.then(tick)
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}
