import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { dayMs } from '@parley/core/time/granularity.ts'
import type { Services } from '../api/services.ts'
import type { FilledNote } from './filled.ts'
import type { Planned } from './script.ts'
import type { Send } from './send.ts'
import { whenSettled } from './settled.ts'
import { createDays, dayPlan, type Plan } from './stream.ts'
import type { Year } from './year.ts'

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
  const { send, note, settling, log, stopping, onReached } = parts
  let before: Promise<void> = Promise.resolve()
  const playStretch = createStretches()
  for (;;) {
    const { year, from: to } = note.filled()
    onReached(to)
    if (to <= earliest) return true
    const from = Math.max(earliest, to - stretchMs)
    try {
      const settled = whenSettled(settling, stopping)
      settled.catch(() => undefined) // whoever waits for it hears of it
      const events = await playStretch(year, from, to)
      // One stretch is settled while the next is made and sent, and never do more wait: the server can stop soon, and what
      // happens now is not behind much.
      await before
      await send(events)
      await note.change({ from })
      before = settled
    } catch (error) {
      if (stopping.aborted) return false
      log.warn({ err: error }, 'the demo could not send what happened earlier and tries again')
      await sleep(retryMs, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

/** Plays stretches of time, each the one before the last, day by day: the server answers others in between. */
function createStretches(): (year: Year, from: number, to: number) => Promise<Planned[]> {
  // What begins before a stretch goes on into it: such days are played for two stretches.
  const played = new Map<number, readonly Planned[]>()
  return async (year, from, to) => {
    const playDay = dayPlan(year)
    const plan: Plan = (start) => {
      const events = played.get(start) ?? playDay(start)
      if (start < from) played.set(start, events)
      else played.delete(start)
      return events
    }
    const days = createDays(year, from, plan)
    const events: Planned[] = []
    for (let until = from; until < to; await nextTurn()) {
      until = Math.min(to, until + dayMs)
      events.push(...days.advance(until))
    }
    return events
  }
}
