import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedFacts } from './laws.testing.ts'
import { openTestStore, type TestStore } from './testing.ts'

const organization = 'o-1'
const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour)).toISOString()

let store: TestStore
/** While it is there, deriving waits for it before it reads events. */
let trouble: Promise<void> | null = null

beforeAll(async () => {
  store = await openTestStore({
    laneOf: (engine) => {
      const lane = engine.openLane()
      return {
        ...lane,
        async command(sql, options) {
          if (trouble !== null && sql.startsWith('INSERT INTO chunk')) await trouble
          await lane.command(sql, options)
        },
      }
    },
    onError: () => {},
  })
})
afterAll(() => store.close())

function message(conversation: string, hour: number) {
  return {
    ...envelope('message.sent', `${conversation}-${hour}`, hour),
    data: { conversation_id: conversation, author: { kind: 'contact', id: 'x' }, channel: 'web' },
  }
}

function presence(hour: number, status: string) {
  return { ...envelope('agent.presence_changed', `a-${hour}`, hour), data: { agent_id: 'a', status } }
}

function envelope(type: string, id: string, hour: number) {
  return { specversion: '1.0', source: '/place', type, id, time: at(hour) }
}

async function events(): Promise<number> {
  return Number((await store.engine.query('SELECT count() FROM events'))[0]?.[0])
}

it('what was stored while deriving failed is among what a late event is derived with', {
  timeout: 60_000,
}, async () => {
  await store.take(organization, [message('c', 8), message('c', 9), presence(8, 'online')])
  await store.settled()
  const failure = Promise.withResolvers<void>()
  trouble = failure.promise
  await store.take(organization, [message('d', 10)])
  await expect.poll(events, { timeout: 20_000 }).toBe(4)
  // The next batch is stored while the one before is derived, and both are taken again when that fails.
  await store.take(organization, [message('c', 20), presence(20, 'offline')])
  await expect.poll(events, { timeout: 20_000 }).toBe(6)
  trouble = null
  failure.reject(new Error('The engine had trouble.'))
  await store.settled()
  await store.take(organization, [message('c', 1), presence(12, 'paused'), presence(3, 'online')])
  await store.settled()
  const derived = await storedFacts(store.engine, [organization])
  await store.settler.rebuild()
  const rebuilt = await storedFacts(store.engine, [organization])
  expect(derived).toEqual(rebuilt)
  const { sessions, presence: stays } = rebuilt.get(organization) ?? {}
  expect([sessions?.length, stays?.length]).toEqual([5, 3])
})
