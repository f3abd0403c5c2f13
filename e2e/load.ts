import { createClient } from './client.ts'
import { type Event, message } from './events.ts'
import type { Server } from './server.ts'

/** Clients that send events until they are told to stop, and what the server said to them. */
export type Load = {
  /** Events the server has acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  /** Answers other than 200, as `status code`. */
  readonly refusals: ReadonlyMap<string, number>
  /** Resolves when no client sends any more: after the first refusal, and when the server is gone. */
  readonly over: Promise<unknown>
  stop(): void
}

export function startLoad(server: Server, key: string, { clients = 4, eventsPerRequest = 10 } = {}): Load {
  const client = createClient(server.address, key)
  const acknowledged = new Set<string>()
  const refusals = new Map<string, number>()
  let number = 0
  let isStopped = false
  const newEvent = (): Event => {
    number += 1
    return message(`load-${number}`, { conversation: `load-${number % 100}` })
  }
  const sendOn = async () => {
    while (!isStopped) {
      const batch = Array.from({ length: eventsPerRequest }, newEvent)
      // No answer: the server is gone.
      const answer = await client.send('POST', '/v1/events', { body: batch }).catch(() => null)
      if (answer === null) return
      if (answer.status === 200) for (const { id } of batch) acknowledged.add(id)
      else {
        const { code } = answer.json as { code: string }
        const refusal = `${answer.status} ${code}`
        refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1)
        return
      }
    }
  }
  return {
    acknowledged,
    refusals,
    over: Promise.all(Array.from({ length: clients }, sendOn)),
    stop() {
      isStopped = true
    },
  }
}
