import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Lane } from '../store/engine.ts'
import { openTestStore } from './testing.ts'

const conversation = [0, 1, 2].map((minute) => ({
  specversion: '1.0',
  id: `m-${minute}`,
  source: '/stopping',
  type: 'message.sent',
  time: new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString(),
  data: { conversation_id: 'c-1', author: { kind: minute === 1 ? 'agent' : 'contact', id: 'x' }, channel: 'web' },
}))

it.each([
  ['waits for what is nearly done', 60],
  ['gives up what takes long', 400],
])(
  'a wish to stop while facts are derived is not lost: it %s, and the next start derives the rest',
  async (_, holdUpMs) => {
    let isSlow = false
    let hasHadItsTime = false
    let starts = 0
    const begunLate: string[] = []
    const store = await openTestStore({
      laneOf(engine): Lane {
        const lane = engine.openLane()
        const isOfFirstStart = starts === 0
        return {
          ...lane,
          async command(...statement) {
            if (isOfFirstStart && hasHadItsTime) begunLate.push(statement[0])
            if (isSlow) await sleep(holdUpMs)
            return lane.command(...statement)
          },
        }
      },
    })
    starts = 1
    try {
      isSlow = true
      await store.take('o-1', conversation)
      // Long enough for the loop to be waiting for the facts, with nothing more to store.
      await sleep(1_200)
      const restarted = store.restart().then(() => 'restarted')
      const late = sleep(60_000, 'still stopping', { ref: false })
      await Promise.race([restarted, sleep(4_000)])
      hasHadItsTime = true
      isSlow = false
      expect(await Promise.race([restarted, late])).toBe('restarted')
      expect(begunLate).toEqual([])
      await store.settled()
      const rows = await store.engine.query(
        "SELECT contact_messages, agent_messages FROM sessions FINAL WHERE organization_id = 'o-1'",
      )
      expect(rows).toEqual([[2, 1]])
    } finally {
      await store.close()
    }
  },
)
