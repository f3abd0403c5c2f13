import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type Answer, allTime, type Client, createClient, type QueryAnswer } from './client.ts'
import { type Event, message, morning } from './events.ts'
import { hasCommand, parley } from './process.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'
import { until } from './until.ts'

const kills = 20
const clients = 4
const conversations = 500
const minuteMs = 60_000

const directory = newDirectory()
const seed = Math.floor(Math.random() * 2 ** 31)
const random = randomNumbers(seed)
let server: Server | null = null
afterAll(async () => {
  await server?.kill()
  removeDirectory(directory)
})

/** What the clients know: everything that was sent, and what was acknowledged. */
const sent = new Map<string, Event>()
const acknowledged = new Set<string>()
const { key } = await createOrganization(directory)
const hasRebuild = await hasCommand('rebuild')

test(`after ${kills} kills in the middle of load every acknowledged event is there, once`, async () => {
  let refused = 0
  for (let round = 0; round < kills; round += 1) {
    server = await startServer(directory)
    // Every second time the engine is still starting when it is killed.
    if (round % 2 === 0) await server.ready()
    refused += await loadUntilKilled(server, 50 + random() * 750)
  }
  server = await startServer(directory)
  await server.ready()
  const client = createClient(server.address, key)
  // One more, acknowledged now: what is answered as of later than it holds everything that came before it.
  await deliver(client, [newEvent()])
  await settled(client)

  const stored = (await client.records('messages')).map(({ text }) => String(text))
  const context = `${kills} kills, seed ${seed}, ${sent.size} sent, ${acknowledged.size} acknowledged, ${refused} batches cut off`
  console.info(context)
  expect(refused, context).toBeGreaterThan(0)
  expect(acknowledged.size, context).toBeGreaterThan(kills)
  const found = new Set(stored)
  expect(
    [...acknowledged].filter((id) => !found.has(id)),
    `lost: ${context}`,
  ).toEqual([])
  expect(stored.length - found.size, `twice: ${context}`).toBe(0)
  expect(
    [...found].filter((id) => !sent.has(id)),
    `never sent: ${context}`,
  ).toEqual([])
  expect((await client.query({ metrics: ['messages'] })).totals.messages).toBe(found.size)
  const some = new Set(stored.slice(0, 3).map((text) => String(sent.get(text)?.data.conversation_id)))
  for (const id of some) {
    const { json } = await client.send('GET', `/v1/conversations/${id}`)
    const { timeline } = json as { timeline: { text: string }[] }
    const expected = [...found].filter((text) => sent.get(text)?.data.conversation_id === id)
    expect(timeline.map(({ text }) => text).sort()).toEqual(expected.sort())
  }
}, 240_000)

test('what was derived between the kills is what the same events give when they come once, in order', async () => {
  const client = createClient(running().address, key)
  const stored = (await client.records('messages')).map(({ text }) => String(text))
  const calm = createClient(running().address, (await createOrganization(directory, { name: 'Calm' })).key)
  const events = stored.map((id) => sent.get(id)).filter((event) => event !== undefined)
  events.sort((a, b) => (a.time < b.time ? -1 : 1))
  for (let start = 0; start < events.length; start += 2000) await calm.post(events.slice(start, start + 2000))
  await settled(calm)
  expect(await everyFact(client)).toEqual(await everyFact(calm))
}, 60_000)

test.skipIf(!hasRebuild)(
  'what was derived between the kills is what a rebuild derives',
  async () => {
    const client = createClient(running().address, key)
    const before = await everyFact(client)
    expect(await parley(['rebuild', '--json'], { PARLEY_DATA: directory })).toMatchObject({ code: 0 })
    expect(await everyFact(client)).toEqual(before)
  },
  60_000,
)

test('after a kill no answer claims to hold what is still to be settled', async () => {
  const { key } = await createOrganization(directory, { name: 'Backlog' })
  const events = Array.from({ length: 8000 }, (_, number) =>
    message(`b-${number}`, { conversation: `b-${number % 900}` }),
  )
  await createClient(running().address, key).post(events)
  const acknowledgedAt = new Date().toISOString()
  await running().kill()
  server = await startServer(directory)
  const client = createClient(server.address, key)
  const isIn = (answer: Answer) => (answer.json as QueryAnswer).totals.messages === events.length
  const early: QueryAnswer[] = []
  await until('everything is in the answers', async () => {
    const answer = await client.send('POST', '/v1/query', { body: { metrics: ['messages'], range: allTime } })
    if (answer.status !== 200) return false
    if (!isIn(answer)) early.push(answer.json as QueryAnswer)
    return isIn(answer)
  })
  expect(early.filter(({ as_of }) => as_of > acknowledgedAt)).toEqual([])
}, 60_000)

function running(): Server {
  if (server === null) throw new Error('The server of the first test is needed.')
  return server
}

/** Lets the clients send and kills the server in the middle; gives the number of batches it left without an answer. */
async function loadUntilKilled(server: Server, afterMs: number): Promise<number> {
  let isKilled = false
  let cutOff = 0
  const client = createClient(server.address, key)
  const sendOn = async () => {
    while (!isKilled) {
      const batch = newBatch()
      try {
        await deliver(client, batch)
      } catch (error) {
        if (!isKilled) throw error
        cutOff += 1
      }
    }
  }
  const sending = Promise.all(Array.from({ length: clients }, sendOn))
  await Promise.race([sleep(afterMs), sending])
  isKilled = true
  await server.kill()
  await sending
  return cutOff
}

async function deliver(client: Client, batch: readonly Event[]): Promise<void> {
  const { accepted, rejected } = await client.post(batch)
  if (accepted !== batch.length) throw new Error(`Not taken: ${JSON.stringify(rejected)}`)
  for (const { id } of batch) acknowledged.add(id)
}

/** New events, and among them some that were sent before, acknowledged or not. */
function newBatch(): Event[] {
  const known = [...sent.values()].slice(-5000)
  return Array.from({ length: 1 + Math.floor(random() * 20) }, () => {
    const earlier = random() < 0.2 ? known[Math.floor(random() * known.length)] : undefined
    return earlier ?? newEvent()
  })
}

/** In any conversation, at any minute of three days: most come out of order. */
function newEvent(): Event {
  const conversation = Math.floor(random() * conversations)
  const day = Math.floor(random() * 3)
  const event = message(`m-${sent.size}`, {
    conversation: `c-${conversation}`,
    at: morning + day * 24 * 60 * minuteMs + conversation * minuteMs + Math.floor(random() * 90) * minuteMs,
    from: random() < 0.5 ? 'contact' : 'agent',
    channel: random() < 0.5 ? 'web' : 'telegram',
  })
  sent.set(event.id, event)
  return event
}

/** All that is known of the sessions, messages and replies, in an order of its own. */
async function everyFact(client: Client): Promise<unknown> {
  const metrics = ['chats', 'missed_chats', 'messages', 'avg_response_time', 'median_first_response_time']
  const range = { from: '2025-03-01', to: '2025-04-01' }
  const { rows } = await client.query({ metrics, range, granularity: 'hour', dimensions: ['channel', 'agent'] })
  const records: Record<string, string[]> = {}
  for (const metric of ['chats', 'messages', 'avg_response_time']) {
    const found = await client.records(metric)
    records[metric] = found.map(({ organization_id: _, ...record }) => JSON.stringify(record)).sort()
  }
  return { rows: rows.map((row) => JSON.stringify(row)).sort(), records }
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
