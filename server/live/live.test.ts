import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import { limits } from '../limits.ts'
import { createLive } from './live.ts'
import type { Snapshot } from './snapshot.ts'

let house: TestHouse
const now = Date.parse('2026-03-10T10:00:30Z')

beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)

afterAll(() => house.close())

const message = (id: string) => ({
  specversion: '1.0',
  id,
  source: '/live',
  type: 'message.sent',
  time: '2026-03-10T10:00:00Z',
  data: { conversation_id: id, author: { kind: 'contact', id: 'v' }, channel: 'web' },
})

/** Live views, and how often they asked. */
function open(options: { everyMs?: number; tickMs?: number; sees?: (id: string) => string[] } = {}) {
  const { everyMs = 10, tickMs = 60_000, sees = (id: string) => [id] } = options
  const services = house.at(now, { sees })
  let asked = 0
  const scopeOf: typeof services.scopeOf = (id) => {
    // Each question of a snapshot is put behind the guard, and the view looks once by itself.
    asked += 1
    return services.scopeOf(id)
  }
  const live = createLive({ ask: { ...services, scopeOf }, everyMs, tickMs })
  onTestFinished(() => live.stop())
  return { live, asked: () => asked }
}

function watcher() {
  const seen: Snapshot[] = []
  const troubles: unknown[] = []
  return {
    seen,
    troubles,
    onSnapshot: (snapshot: Snapshot) => void seen.push(snapshot),
    onTrouble: (error: unknown) => void troubles.push(error),
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let left = 2000; !holds(); left -= 1) {
    if (left === 0) throw new Error('It did not happen.')
    await sleep(5)
  }
}

it('tells whoever watches as soon as something settled, and nobody of another organization', async () => {
  const { live } = open({ sees: (id) => (id === 'group' ? ['group', 'shop'] : [id]) })
  const [group, other] = [watcher(), watcher()]
  const { snapshot } = await live.watch({ organizationId: 'group' }, [], group)
  await live.watch({ organizationId: 'other' }, [], other)
  expect(snapshot.now.open_sessions).toBe(0)
  await house.take('shop', [message('m-1')])
  await house.settled()
  live.settled(new Set(['shop']))
  await until(() => group.seen.length > 0)
  expect(group.seen[0]?.now).toMatchObject({ open_sessions: 1, waiting_contacts: 1, longest_wait: 30 })
  await sleep(100)
  expect(other.seen).toEqual([])
})

it('asks one question for all who watch the same, and as often as it may however much settles', async () => {
  const { live, asked } = open({ everyMs: 400 })
  const watchers = Array.from({ length: 5 }, watcher)
  for (const one of watchers) await live.watch({ organizationId: 'shared' }, [], one)
  const once = asked()
  for (let times = 0; times < 30; times += 1) {
    live.settled(new Set(['shared']))
    await sleep(10)
  }
  await until(() => watchers.every(({ seen }) => seen.length > 0))
  // Thirty batches within less than what one question has to wait for the next.
  expect(asked()).toBeLessThanOrEqual(2 * once)
})

it('asks by itself, as waits grow and hours move on', async () => {
  const { live } = open({ tickMs: 50 })
  const one = watcher()
  await live.watch({ organizationId: 'quiet' }, [], one)
  await until(() => one.seen.length >= 2)
})

it('asks no more once the last has left', async () => {
  const { live, asked } = open({ tickMs: 20 })
  const one = watcher()
  const { stop } = await live.watch({ organizationId: 'left' }, [], one)
  stop()
  await sleep(100)
  const before = asked()
  live.settled(new Set(['left']))
  await sleep(100)
  expect(asked()).toBe(before)
  expect(one.seen).toEqual([])
})

it('tells of trouble, and goes on when it is over', async () => {
  const services = house.at(now)
  let isDown = false
  const engine = () => {
    if (isDown) throw new Error('The engine is down.')
    return services.engine()
  }
  const live = createLive({ ask: { ...services, engine }, everyMs: 10, tickMs: 30 })
  onTestFinished(() => live.stop())
  const one = watcher()
  await live.watch({ organizationId: 'troubled' }, [], one)
  isDown = true
  await until(() => one.troubles.length > 0)
  isDown = false
  const before = one.seen.length
  await until(() => one.seen.length > before)
})

it('refuses an organization that has as many as it may, until it closes one', async () => {
  const { live } = open()
  const stops = []
  for (let count = 0; count < limits.liveViewsPerOrganization; count += 1)
    stops.push((await live.watch({ organizationId: 'many' }, [], watcher())).stop)
  await expect(live.watch({ organizationId: 'many' }, [], watcher())).rejects.toMatchObject({
    code: 'too_many_live_views',
    status: 429,
    message: expect.stringContaining(String(limits.liveViewsPerOrganization)),
  })
  await expect(live.watch({ organizationId: 'few' }, [], watcher())).resolves.toBeDefined()
  stops[0]?.()
  await expect(live.watch({ organizationId: 'many' }, [], watcher())).resolves.toBeDefined()
})
