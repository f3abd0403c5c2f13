import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient, type IngestAnswer } from './client.ts'
import { type Event, message, morning } from './events.ts'
import { startLoad } from './load.ts'
import { createChild, createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'
import { until } from './until.ts'

const directory = newDirectory()
let server: Server
let administrator: Client

beforeAll(async () => {
  const { key } = await createOrganization(directory, { scopes: 'admin' })
  server = await startServer(directory)
  await server.ready()
  administrator = createClient(server.address, key)
})

afterAll(async () => {
  expect(await server.stop()).toMatchObject({ code: 0, stderr: '' })
  removeDirectory(directory)
})

/** A client of an organization of its own. */
async function newClient(name: string): Promise<Client> {
  return createClient(server.address, (await createChild(administrator, name)).key)
}

async function messagesOf(client: Client): Promise<number | null | undefined> {
  return (await client.query({ metrics: ['messages'] })).totals.messages
}

// A promise to clients, and a machine may be busy: it has to be kept once in three times.
test('accepted events are in the answers within two seconds', { retry: 2 }, async () => {
  const client = await newClient('Fresh')
  await client.post([message('m-0')])
  await settled(client)
  const waits: number[] = []
  for (let number = 1; number <= 5; number += 1) {
    await client.post([message(`m-${number}`, { at: morning + number * 1000, from: number % 2 ? 'agent' : 'contact' })])
    const acknowledgedAt = performance.now()
    await until('the message counts', async () => (await messagesOf(client)) === number + 1, { everyMs: 10 })
    waits.push(performance.now() - acknowledgedAt)
  }
  console.info(
    `From acknowledged to counted: ${waits.map((ms) => `${Math.round(ms)} ms`).join(', ')} (contract: 2000 ms)`,
  )
  // The median: one wait may be the machine's.
  expect(waits.sort((a, b) => a - b)[2]).toBeLessThanOrEqual(2000)
})

test('under steady load answers stay near the present, and end complete', async () => {
  const { key } = await createChild(administrator, 'Busy')
  const load = startLoad(server, key, { clients: 2, eventsPerRequest: 5 })
  const busy = createClient(server.address, key)
  await until('the load is going', () => load.acknowledged.size > 100)
  const startedAt = new Date().toISOString()
  // It must not wait for a moment of silence to say that what came before is in the numbers.
  await until(
    'the answers reach the time of the load',
    async () => (await busy.query({ metrics: ['messages'] })).as_of > startedAt,
  )
  expect(load.refusals.size).toBe(0)
  load.stop()
  await load.over
  await settled(busy)
  expect(await messagesOf(busy)).toBe(load.acknowledged.size)
})

describe('the same events, whatever way they come', () => {
  // A conversation over two sessions, another beside it; in order.
  const minute = 60_000
  const events: Event[] = [
    message('e-1', { conversation: 'c-1', at: morning }),
    message('e-2', { conversation: 'c-1', at: morning + 20_000, from: 'agent' }),
    message('e-3', { conversation: 'c-2', at: morning + minute }),
    message('e-4', { conversation: 'c-1', at: morning + 2 * minute, text: 'größer als ½ 😀\n"quoted"\t\\' }),
    message('e-5', { conversation: 'c-1', at: morning + 3 * minute, from: 'agent' }),
    message('e-6', { conversation: 'c-2', at: morning + 5 * minute, from: 'bot' }),
    message('e-7', { conversation: 'c-1', at: morning + 300 * minute }),
  ]

  const binaryHeaders = (event: Event) => ({
    'content-type': 'application/json',
    'ce-specversion': event.specversion,
    'ce-id': event.id,
    'ce-source': event.source,
    'ce-type': event.type,
    'ce-time': event.time,
  })
  type Delivery = { readonly body: string | Uint8Array; readonly headers: Record<string, string> }
  const forms: Record<string, (events: readonly Event[]) => Delivery[]> = {
    'one at a time': (some) =>
      some.map((event) => ({
        body: JSON.stringify(event),
        headers: { 'content-type': 'application/cloudevents+json' },
      })),
    'as a batch': (some) => [
      { body: JSON.stringify(some), headers: { 'content-type': 'application/cloudevents-batch+json' } },
    ],
    'in binary mode': (some) =>
      some.map((event) => ({ body: JSON.stringify(event.data), headers: binaryHeaders(event) })),
    'as a list of JSON': (some) => [{ body: JSON.stringify(some), headers: { 'content-type': 'application/json' } }],
    'as lines': (some) => [
      {
        body: `\n${some.map((event) => JSON.stringify(event)).join('\r\n')}\n\n`,
        headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
      },
    ],
  }
  const zipped = (deliveries: Delivery[]) =>
    deliveries.map(({ body, headers }) => ({
      body: gzipSync(body),
      headers: { ...headers, 'content-encoding': 'gzip' },
    }))
  const orders: Record<string, (events: readonly Event[]) => Event[]> = {
    'in order': (some) => [...some],
    backwards: (some) => some.toReversed(),
    'from the middle': (some) => [...some.slice(3), ...some.slice(0, 3)],
  }

  async function deliver(client: Client, deliveries: readonly Delivery[]): Promise<IngestAnswer> {
    const sum = { accepted: 0, duplicates: 0, rejected: [] as IngestAnswer['rejected'][number][] }
    for (const { body, headers } of deliveries) {
      const { status, json, text } = await client.send('POST', '/v1/events', { body, headers })
      expect({ status, text }).toMatchObject({ status: 200 })
      const answer = json as IngestAnswer
      sum.accepted += answer.accepted
      sum.duplicates += answer.duplicates
      sum.rejected.push(...answer.rejected)
    }
    return sum
  }

  async function everything(client: Client): Promise<unknown> {
    await settled(client)
    const metrics = [
      'chats',
      'conversations',
      'missed_chats',
      'contact_messages',
      'agent_messages',
      'bot_messages',
      'avg_response_time',
    ]
    const { totals } = await client.query({ metrics })
    const conversations = await Promise.all(
      ['c-1', 'c-2'].map(async (id) => (await client.send('GET', `/v1/conversations/${id}`)).json),
    )
    return { totals, conversations }
  }

  let expected: unknown
  beforeAll(async () => {
    const client = await newClient('First')
    await client.post(events)
    expected = await everything(client)
    expect(expected).toMatchObject({
      totals: {
        chats: 3,
        conversations: 1,
        missed_chats: 2,
        contact_messages: 4,
        agent_messages: 2,
        bot_messages: 1,
        avg_response_time: 40,
      },
      conversations: [{ timeline: { length: 5 } }, { timeline: { length: 2 } }],
    })
  })

  test.each(Object.keys(forms))(
    '%s, in any order, with gzip or without, once or twice, they give the same facts',
    async (form) => {
      const write = forms[form] ?? (() => [])
      const ways = Object.entries(orders).flatMap(([name, order]) => [
        { name, order, pack: (deliveries: Delivery[]) => deliveries },
        { name: `${name}, gzip`, order, pack: zipped },
      ])
      await Promise.all(
        ways.map(async ({ name, order, pack }) => {
          const client = await newClient(`${form} ${name}`)
          expect(await deliver(client, pack(write(order(events))))).toEqual({
            accepted: 7,
            duplicates: 0,
            rejected: [],
          })
          const again = await deliver(client, pack(write(order(events).slice(2))))
          expect(again).toEqual({ accepted: 5, duplicates: 5, rejected: [] })
          expect({ name, facts: await everything(client) }).toEqual({ name, facts: expected })
        }),
      )
    },
  )

  test('a duplicate in the same request counts once, and keeps what came first', async () => {
    const client = await newClient('Twice at once')
    const [first] = events
    const changed = { ...first, data: { ...first?.data, text: 'changed', channel: 'telegram' } } as Event
    expect(await client.post([...events, changed])).toEqual({ accepted: 8, duplicates: 1, rejected: [] })
    expect(await everything(client)).toEqual(expected)
  })

  test('a late event changes what was derived before it', async () => {
    const client = await newClient('Late')
    const late = events[1] as Event
    await client.post(events.filter((event) => event !== late))
    await settled(client)
    expect((await client.query({ metrics: ['avg_response_time'] })).totals.avg_response_time).toBe(180)
    await client.post([late])
    expect(await everything(client)).toEqual(expected)
  })

  test('organizations with the same ids do not meet', async () => {
    const client = await newClient('Other')
    expect(await client.send('GET', '/v1/conversations/c-1')).toMatchObject({ status: 404 })
    expect(await client.post([events[0] as Event])).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    await settled(client)
    expect(await messagesOf(client)).toBe(1)
  })
})

describe('the quarantine', () => {
  type Entry = { id: string; status: string; beginning: string; problems: { reason: string; pointer: string }[] }
  const wrong = { ...message('q-1', { conversation: 'q' }), type: 'mesage.sent' }

  async function list(client: Client, query = ''): Promise<Entry[]> {
    const { json } = await client.send('GET', `/v1/quarantine${query}`)
    return (json as { quarantine: Entry[] }).quarantine
  }

  test('keeps a rejected event until it is mended, and then it counts', async () => {
    const client = await newClient('Mender')
    expect(await client.post([wrong as Event, message('q-2', { conversation: 'q' })])).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, id: 'q-1', reason: 'unknown_type' }],
    })
    await until('the rejected event is listed', async () => (await list(client)).length === 1)
    const [entry] = await list(client)
    expect(entry).toMatchObject({
      status: 'open',
      beginning: expect.stringContaining('mesage.sent'),
      problems: [{ reason: 'unknown_type', pointer: '/type' }],
    })
    await settled(client)
    expect(await messagesOf(client)).toBe(1)
    const path = `/v1/quarantine/${entry?.id}`
    expect((await client.send('GET', path)).json).toMatchObject({ event: wrong, mended: null })

    const again = await client.send('POST', `${path}/replay`, { body: {} })
    expect(again).toMatchObject({
      status: 422,
      json: { code: 'replay_rejected', problems: [{ code: 'unknown_type' }] },
    })
    const mended = { ...wrong, type: 'message.sent' }
    expect(await client.send('POST', `${path}/replay`, { body: { event: mended } })).toMatchObject({
      status: 200,
      json: { status: 'replayed' },
    })
    await settled(client)
    expect(await messagesOf(client)).toBe(2)
    expect((await client.send('GET', path)).json).toMatchObject({ status: 'replayed', event: wrong, mended })
    expect(await list(client, '?status=open')).toEqual([])
    expect(await client.send('POST', `${path}/replay`, { body: { event: mended } })).toMatchObject({
      status: 409,
      json: { code: 'quarantine_closed' },
    })
    await settled(client)
    expect(await messagesOf(client)).toBe(2)
  })

  test('lets an event be put aside, and shows nobody else what it holds', async () => {
    const client = await newClient('Tidy')
    await client.post([wrong as Event])
    await until('the rejected event is listed', async () => (await list(client)).length === 1)
    const [entry] = await list(client)
    const path = `/v1/quarantine/${entry?.id}`
    expect(await (await newClient('Curious')).send('GET', path)).toMatchObject({ status: 404 })
    expect((await client.send('DELETE', path)).status).toBe(204)
    expect(await list(client, '?status=discarded')).toMatchObject([{ id: entry?.id }])
    expect(await client.send('POST', `${path}/replay`, { body: { event: message('q-9') } })).toMatchObject({
      status: 409,
    })
  })
})
