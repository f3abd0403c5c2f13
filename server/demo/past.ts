import { setTimeout as sleep } from 'node:timers/promises'
import { dayMs } from '@parley/core/time/granularity.ts'
import type { Services } from '../api/services.ts'
import type { FilledNote } from './filled.ts'
import type { DemoRequest } from './requests.ts'
import type { Send } from './send.ts'
import { whenSettled } from './settled.ts'
import { openStretches, type Stretches } from './stretches.ts'

const stretchMs = 14 * dayMs
const retryMs = 2_000

/**
 * Sends what happened before what was sent, stretch by stretch, the newest first, until it reaches an instant. Gives
 * whether it did: false when it was stopped before. What cannot be sent is tried again.
 */
export async function fillPast(
  earliest: number,
  parts: {
    readonly send: Send
    readonly note: FilledNote
    readonly settling: Services['settling']
    readonly log: Services['log']
    readonly stopping: AbortSignal
    /** Told up to where it came, at the beginning too. */
    readonly onReached: (from: number) => void
  },
): Promise<boolean> {
  const stretches = openStretches()
  try {
    return await fillFrom(stretches, earliest, parts)
  } finally {
    await stretches.end()
  }
}

async function fillFrom(
  stretches: Stretches,
  earliest: number,
  { send, note, settling, log, stopping, onReached }: Parameters<typeof fillPast>[1],
): Promise<boolean> {
  let before: Promise<void> = Promise.resolve()
  let played: Played | null = null
  const play = (to: number): Played => {
    const from = Math.max(earliest, to - stretchMs)
    const requests = stretches.play({ year: note.filled().year, from, to })
    requests.catch(() => undefined) // whoever waits for it hears of it
    return { from, to, requests }
  }
  for (;;) {
    const to = note.filled().from
    onReached(to)
    if (to <= earliest) return true
    try {
      const settled = whenSettled(settling, stopping)
      settled.catch(() => undefined)
      const { from, requests } = played?.to === to ? played : play(to)
      const sent = await requests
      // While one stretch is settled the next is sent and the one after it played, and never do more wait: the server can
      // stop soon, and what happens now is not behind much.
      if (from > earliest) played = play(from)
      await before
      await send(sent)
      await note.change({ from })
      before = settled
    } catch (error) {
      if (stopping.aborted) return false
      log.warn({ err: error }, 'the demo could not send what happened earlier and tries again')
      await sleep(retryMs, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

/** A stretch of the past, and the promise of what happened in it. */
type Played = { readonly from: number; readonly to: number; readonly requests: Promise<DemoRequest[]> }
