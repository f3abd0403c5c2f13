import { Worker } from 'node:worker_threads'
import type { DemoRequest } from './requests.ts'
import type { Year } from './year.ts'

/** A stretch of a year, from an instant until before another (UTC milliseconds). */
export type Stretch = { readonly year: Year; readonly from: number; readonly to: number }

/** Plays stretches of time, each the one before the last, in a thread of its own: the server has other work. */
export type Stretches = {
  play(stretch: Stretch): Promise<DemoRequest[]>
  /** What is being played fails. */
  end(): Promise<void>
}

/** The thread begins with the first stretch: a demo that is whole needs none. */
export function openStretches(): Stretches {
  let worker: Worker | null = null
  let ended: Error | null = null
  // It answers in the order in which it is asked.
  const waiting: PromiseWithResolvers<DemoRequest[]>[] = []
  const giveUp = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  const begin = () => {
    const begun = new Worker(new URL('./playing-thread.ts', import.meta.url))
    begun.on('message', (requests: DemoRequest[]) => waiting.shift()?.resolve(requests))
    begun.once('error', giveUp)
    begun.once('exit', () => giveUp(new Error('The thread that plays the demo has ended.')))
    return begun
  }
  return {
    async play(stretch) {
      if (ended) throw ended
      const played = Promise.withResolvers<DemoRequest[]>()
      waiting.push(played)
      worker ??= begin()
      worker.postMessage(stretch)
      return played.promise
    },
    async end() {
      await worker?.terminate()
    },
  }
}
