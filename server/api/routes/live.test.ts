import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../account/principal.ts'
import { readConfig } from '../../config.ts'
import type { Snapshot } from '../../live/snapshot.ts'
import { type Running, start } from '../../main.ts'

let directory: string
let running: Running
let group: string
let shop: string
let stranger: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-live-'))
  const config = { ...readConfig({}), host: '127.0.0.1', port: 0, dataDirectory: directory }
  running = await start({ ...config, logLevel: 'silent' })
  await running.ready
  group = await organization('Group')
  shop = await organization('Shop', group)
  stranger = await organization('Stranger')
}, 120_000)

afterAll(async () => {
  await running.close()
  rmSync(directory, { recursive: true, force: true })
})

async function organization(name: string, parent_id?: string): Promise<string> {
  return (await running.services.account.organizations.create({ name, parent_id }, 'test')).id
}

async function keyOf(organizationId: string, ...scopes: Scope[]): Promise<string> {
  const { keys } = running.services.account
  return (await keys.create(organizationId, { kind: 'secret', scopes, origins: [] }, 'test')).secret
}

/** Sends events in the name of an organization; returns when they are acknowledged. */
async function post(organizationId: string, ...events: { type: string; data: object }[]): Promise<void> {
  const body = events.map(({ type, data }) => ({
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/live',
    type,
    time: new Date().toISOString(),
    data,
  }))
  const response = await fetch(`${running.address}/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await keyOf(organizationId, 'ingest')}`,
      'content-type': 'application/cloudevents-batch+json',
    },
    body: JSON.stringify(body),
  })
  expect(await response.json()).toMatchObject({ accepted: events.length, rejected: [] })
}

const asks = (conversation_id: string) => ({
  type: 'message.sent',
  data: { conversation_id, author: { kind: 'contact', id: 'v' }, channel: 'web' },
})

type Stream = {
  readonly headers: Headers
  /** The first snapshot from here on that fits. */
  until(fits: (snapshot: Snapshot) => boolean): Promise<Snapshot>
  /** Resolves when the server ends it. */
  end(): Promise<void>
  leave(): Promise<void>
}

async function open(key: string, query = '', headers: Record<string, string> = {}): Promise<Stream> {
  const leaving = new AbortController()
  const response = await fetch(`${running.address}/v1/live${query}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    signal: leaving.signal,
  })
  if (!response.body || response.status !== 200) throw new Error(await response.text())
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    headers: response.headers,
    async until(fits) {
      for (;;) {
        const end = text.indexOf('\n\n')
        const event = text.slice(0, Math.max(0, end))
        if (end >= 0) text = text.slice(end + 2)
        const data = /^event: snapshot\ndata: (.*)$/m.exec(event)?.[1]
        if (data !== undefined) {
          const snapshot = JSON.parse(data) as Snapshot
          expect(event).toContain(`id: ${snapshot.as_of}\n`)
          if (fits(snapshot)) return snapshot
        }
        if (end >= 0) continue
        const { value, done } = await reader.read()
        if (done) throw new Error('The stream ended.')
        text += value
      }
    },
    async end() {
      while (!(await reader.read()).done);
    },
    leave: async () => leaving.abort(),
  }
}

const any = () => true

describe('a live view', () => {
  it('is for who may ask questions', async () => {
    const get = (headers: Record<string, string>) => fetch(`${running.address}/v1/live`, { headers })
    const none = await get({})
    expect([none.status, await none.json()]).toMatchObject([401, { code: 'not_signed_in' }])
    const wrong = await get({ authorization: `Bearer ${await keyOf(shop, 'ingest')}` })
    expect([wrong.status, await wrong.json()]).toMatchObject([403, { code: 'scope_required' }])
  })

  it('refuses filters that it has not, with what is wrong with them', async () => {
    const key = await keyOf(shop, 'query')
    await expect(open(key, '?filters=[')).rejects.toThrow('unreadable_question')
    const unknown = encodeURIComponent(JSON.stringify([{ dimension: 'country', op: 'in', values: ['NL'] }]))
    await expect(open(key, `?filters=${unknown}`)).rejects.toThrow(/channel.*touchpoint/)
  })

  it('comes event by event, through proxies too', async () => {
    const stream = await open(await keyOf(shop, 'query'), '', { 'accept-encoding': 'gzip, br' })
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('content-encoding')).toBeNull()
    await stream.until(any)
    await stream.leave()
  })

  // A promise, and a machine may be busy: it has to be kept once in three times.
  it('shows an event to the organization and its parent within two seconds, and to nobody else', {
    retry: 2,
  }, async () => {
    const [own, above, elsewhere] = await Promise.all(
      [shop, group, stranger].map(async (id) => open(await keyOf(id, 'query'))),
    )
    if (!own || !above || !elsewhere) throw new Error('Three streams were opened.')
    const before = await own.until(any)
    await elsewhere.until(any)
    await post(shop, asks(crypto.randomUUID()), {
      type: 'agent.presence_changed',
      data: { agent_id: 'anna', status: 'online' },
    })
    const acknowledgedAt = performance.now()
    const waits = Number(before.now.waiting_contacts) + 1
    const seen = await own.until(({ now }) => now.waiting_contacts === waits)
    expect(performance.now() - acknowledgedAt).toBeLessThan(2000)
    expect(seen.agents.present).toEqual([{ id: 'anna', name: null, status: 'online' }])
    expect(seen.minutes.rows).toHaveLength(60)
    expect(seen.waiting).toHaveLength(waits)
    await above.until(({ now }) => now.waiting_contacts === waits)
    await post(stranger, asks('c-stranger'))
    const told = await elsewhere.until(({ now }) => now.open_sessions !== 0)
    expect(told.now.open_sessions).toBe(1)
    for (const stream of [own, above, elsewhere]) await stream.leave()
  })

  it('is whole for who comes back after missing something', async () => {
    const key = await keyOf(shop, 'query')
    const first = await open(key)
    const { as_of, now } = await first.until(any)
    await first.leave()
    const conversation = crypto.randomUUID()
    await post(shop, asks(conversation))
    await running.services.settling.settler().settled()
    const again = await open(key, '', { 'last-event-id': as_of })
    const waits = Number(now.waiting_contacts) + 1
    const snapshot = await again.until((one) => one.now.waiting_contacts === waits)
    expect(snapshot.waiting).toHaveLength(waits)
    await again.leave()
  })

  it('is not for a key that was revoked meanwhile', async () => {
    const { account } = running.services
    const { key, secret } = await account.keys.create(shop, { kind: 'secret', scopes: ['query'], origins: [] }, 'test')
    expect(await account.keys.verify(secret)).not.toBeNull()
    await account.keys.revoke(key.id, [shop], 'test')
    await expect(open(secret)).rejects.toThrow('unknown_key')
  })
})

it('all live views end at once when the server stops', async () => {
  const streams = await Promise.all([group, shop].map(async (id) => open(await keyOf(id, 'query'))))
  for (const stream of streams) await stream.until(any)
  const ended = Promise.all(streams.map((stream) => stream.end()))
  const startedAt = performance.now()
  await running.close()
  await ended
  expect(performance.now() - startedAt).toBeLessThan(8000)
})
