import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quarantineEntries } from '../../ingest/quarantine.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let acme: TestOrganization
let key: string

beforeAll(async () => {
  server = await startTestServer()
  acme = await server.createOrganization('Acme')
  key = await acme.keyFor('ingest')
})

afterAll(() => server.close())

function event(id: string, data: Record<string, unknown> = {}) {
  return {
    specversion: '1.0',
    id,
    source: '/chat/eu',
    type: 'message.sent',
    time: '2026-03-01T09:00:00.000Z',
    data: { conversation_id: 'c-1', author: { kind: 'contact' }, text: 'hello', ...data },
  }
}

function post(contentType: string | undefined, payload: string | Buffer, headers: Record<string, string> = {}) {
  const type: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
  return server.send({ method: 'POST', url: '/v1/events', key, payload, headers: { ...type, ...headers } })
}

const taken = { accepted: 1, duplicates: 0, rejected: [] }

describe('POST /v1/events', () => {
  it.each([
    ['application/cloudevents+json', (id: string) => JSON.stringify(event(id)), {}],
    ['application/cloudevents-batch+json', (id: string) => JSON.stringify([event(id)]), {}],
    ['application/json', (id: string) => JSON.stringify(event(id)), {}],
    ['application/x-ndjson', (id: string) => `${JSON.stringify(event(id))}\n`, {}],
    ['application/json', (id: string) => gzipSync(JSON.stringify([event(id)])), { 'content-encoding': 'gzip' }],
  ] as const)('takes %s', async (contentType, bodyOf, headers) => {
    const answer = await post(contentType, bodyOf(`${contentType}${JSON.stringify(headers)}`), headers)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual(taken)
  })

  it.each(['application/json', 'application/vnd.acme+json', undefined])(
    'takes binary mode with data as %s',
    async (contentType) => {
      const answer = await post(contentType, JSON.stringify(event('').data), {
        'ce-specversion': '1.0',
        'ce-id': `binary-${contentType}`,
        'ce-source': '/chat/eu',
        'ce-type': 'message.sent',
      })
      expect([answer.statusCode, answer.json()]).toEqual([200, taken])
    },
  )

  it('recognizes a second delivery', async () => {
    await post('application/json', JSON.stringify(event('twice')))
    const answer = await post('application/json', JSON.stringify(event('twice')))
    expect(answer.json()).toEqual({ accepted: 1, duplicates: 1, rejected: [] })
  })

  it('tells what is rejected, and where', async () => {
    const answer = await post(
      'application/json',
      JSON.stringify([event('r-0'), event('r-1', { author: { kind: 'robot' } })]),
    )
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      accepted: 1,
      rejected: [
        {
          index: 1,
          id: 'r-1',
          reason: 'invalid_data',
          message: '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
          pointer: '/data/author/kind',
        },
      ],
    })
  })

  it.each([
    ['application/json', '{', {}, 400, 'unreadable_body'],
    ['application/json', '', {}, 400, 'unreadable_body'],
    ['text/plain', '{}', {}, 415, 'unsupported_media_type'],
    [undefined, '{}', {}, 415, 'unsupported_media_type'],
    ['application/json', '{}', { 'content-encoding': 'br' }, 415, 'unsupported_encoding'],
    ['application/json', ' '.repeat(16 * 1024 * 1024 + 1), {}, 413, 'body_too_large'],
    [
      'application/json',
      gzipSync(' '.repeat(16 * 1024 * 1024 + 1)),
      { 'content-encoding': 'gzip' },
      413,
      'body_too_large',
    ],
    ['application/json', JSON.stringify(Array(10_001).fill(0)), {}, 413, 'too_many_events'],
    ['application/json', JSON.stringify(event('x', { text: 'x'.repeat(1024 * 1024) })), {}, 413, 'event_too_large'],
  ])('refuses what it cannot take (%s, case %#)', async (contentType, body, headers, status, code) => {
    const answer = await post(contentType, body, headers)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status, code })
  })

  it('needs the scope to ingest, and a publishable key sends visitor events only', async () => {
    const send = (more: object) =>
      server.send({ method: 'POST', url: '/v1/events', payload: [event('scoped')], ...more })
    expect((await send({})).statusCode).toBe(401)
    expect((await send({ key: await acme.keyFor('query') })).statusCode).toBe(403)
    const publishable = {
      key: await acme.publishableKeyFor('https://a.example'),
      headers: { origin: 'https://a.example' },
    }
    const answer = await send(publishable)
    expect(answer.json()).toMatchObject({ accepted: 0, rejected: [{ id: 'scoped', reason: 'forbidden_type' }] })
  })
})

describe('the quarantine over HTTP', () => {
  const wrong = event('q-1', { author: { kind: 'robot' } })
  const problem = {
    message: '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
    pointer: '/data/author/kind',
  }

  async function quarantined(organizationId: string): Promise<string> {
    const line = {
      organization_id: organizationId,
      received_at: server.clock.time,
      index: 0,
      event: wrong,
      problems: [{ reason: 'invalid_data', ...problem }],
    }
    const position = { segment: 1, offset: Math.floor(Math.random() * 1e12) }
    await server.services.quarantine.keep(quarantineEntries(Buffer.from(`${JSON.stringify(line)}\n`), position))
    const { items } = await server.services.quarantine.list({ organizationId, limit: 1 })
    return items[0]?.id ?? ''
  }

  it('lists, shows, replays and discards', async () => {
    const { id: organizationId, keyFor } = await server.createOrganization('Mending')
    const admin = await keyFor('admin')
    const asked = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
      server.send({ method, url, key: admin, ...(payload === undefined ? {} : { payload }) })
    const first = await quarantined(organizationId)
    const second = await quarantined(organizationId)
    const received_at = new Date(server.clock.time).toISOString()
    const problems = [{ reason: 'invalid_data', ...problem }]

    const page = (await asked('GET', '/v1/quarantine?limit=1')).json()
    expect(page).toEqual({
      quarantine: [{ id: second, received_at, status: 'open', problems, beginning: JSON.stringify(wrong) }],
      cursor: second,
    })
    const next = (await asked('GET', `/v1/quarantine?limit=1&status=open&cursor=${page.cursor}`)).json()
    expect(next).toMatchObject({ quarantine: [{ id: first }], cursor: null })

    expect((await asked('GET', `/v1/quarantine/${first}`)).json()).toEqual({
      id: first,
      received_at,
      status: 'open',
      problems,
      event: wrong,
      mended: null,
      replayed_at: null,
    })

    const refused = await asked('POST', `/v1/quarantine/${first}/replay`)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'replay_rejected', problems: [{ code: 'invalid_data', ...problem }] })

    const replayed = await asked('POST', `/v1/quarantine/${first}/replay`, { event: event('q-1') })
    expect([replayed.statusCode, replayed.json()]).toEqual([200, { status: 'replayed' }])
    expect((await asked('GET', `/v1/quarantine/${first}`)).json()).toMatchObject({
      status: 'replayed',
      mended: event('q-1'),
      replayed_at: received_at,
    })

    expect((await asked('DELETE', `/v1/quarantine/${second}`)).statusCode).toBe(204)
    expect((await asked('POST', `/v1/quarantine/${second}/replay`, { event: event('q-1') })).json()).toMatchObject({
      status: 409,
      code: 'quarantine_closed',
    })
  })

  it('is for keys that ingest or administer, of that organization', async () => {
    const id = await quarantined(acme.id)
    const asked = async (key: string) =>
      (await server.send({ method: 'GET', url: `/v1/quarantine/${id}`, key })).statusCode
    expect(await asked(await acme.keyFor('ingest'))).toBe(200)
    expect(await asked(await acme.keyFor('query'))).toBe(403)
    expect(await asked(await acme.publishableKeyFor('https://a.example'))).toBe(403)
    expect(await asked(await (await server.createOrganization('Other')).keyFor('admin'))).toBe(404)
  })
})
