import { isOfThread } from '@parley/core/declare/thread.ts'
import { conversation } from '@parley/model/conversations/conversation.ts'
import { expect, it } from 'vitest'
import { eventsTable } from '../store/events-table.ts'
import { openLanes } from './lanes.ts'
import { throughChunks } from './rebuild-chunks.ts'
import { openTestStore } from './testing.ts'

it('hands out every event of a kind of thread once, and a thread in one piece', async () => {
  const store = await openTestStore()
  try {
    const events = Array.from({ length: 120 }, (_, number) => ({
      specversion: '1.0',
      id: `m-${number}`,
      source: '/chat',
      type: 'message.sent',
      time: new Date(Date.UTC(2026, number % 7, 1 + (number % 20))).toISOString(),
      data: {
        conversation_id: `c-${number % 40}`,
        author: { kind: 'contact', id: 'v' },
        channel: 'web',
        text: 'hello',
      },
    }))
    await store.take('o-1', events)
    await store.settled()
    const { engine } = store
    const found: unknown[][] = []
    const chunkOf = new Map<unknown, number>()
    let handed = 0
    // More than are laid out at a time.
    await throughChunks(engine, await openLanes(engine), conversation, 70, async (some) => {
      for (const { select, columns } of some) {
        const at = columns.indexOf('subject_id')
        for (const row of await engine.query(select)) {
          found.push(row)
          expect(chunkOf.get(row[at]) ?? handed).toBe(handed)
          chunkOf.set(row[at], handed)
        }
        handed += 1
      }
    })
    const all = await engine.query(`SELECT count() FROM ${eventsTable} WHERE ${isOfThread(conversation)}`)
    expect({ handed, all, found: found.length }).toEqual({ handed: 70, all: [[120]], found: 120 })
    expect(new Set(found.map((row) => JSON.stringify(row))).size).toBe(120)
    expect(new Set(chunkOf.values()).size).toBeGreaterThan(10)
  } finally {
    await store.close()
  }
})
