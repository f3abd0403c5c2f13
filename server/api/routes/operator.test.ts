import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { createApp } from '../app.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let organization: TestOrganization

beforeAll(async () => {
  server = await startTestServer()
  organization = await server.createOrganization('Acme')
})
afterAll(() => server.close())

const routes = [
  ['GET', '/v1/operator/status'],
  ['POST', '/v1/operator/organizations/x/events'],
  ['GET', '/v1/operator/organizations/x/export/events'],
  ['POST', '/v1/operator/rebuild'],
  ['GET', '/v1/operator/rebuild'],
] as const

describe('the routes of the operator', () => {
  test.each(routes)('%s %s are closed to keys, sessions and strangers', async (method, url) => {
    const key = await organization.keyFor('ingest', 'query', 'admin')
    const session = await organization.sessionOf('owner@example.com', 'owner')
    for (const who of [{}, { key }, { session }, { key: `${server.services.operatorToken}x` }, { key: '' }]) {
      const answer = await server.send({ method, url, ...who })
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'operator_required'])
    }
  })

  it('are all the token opens', async () => {
    const key = server.services.operatorToken
    for (const url of ['/v1/me', '/v1/organizations', '/v1/export/events', '/v1/%6Fperator/status'])
      expect((await server.send({ url, key })).statusCode, url).toBe(401)
    expect((await server.send({ url: '/v1/operator/status', key })).statusCode).toBe(200)
  })

  it('are no part of the described API', async () => {
    const { paths } = (await server.send({ url: '/v1/openapi.json' })).json()
    expect(Object.keys(paths)).toContain('/v1/export/{what}')
    expect(Object.keys(paths).filter((path) => path.includes('operator'))).toEqual([])
  })
})

describe('while the engine is down', () => {
  const send = (url: string, method: 'GET' | 'POST' = 'GET', payload?: string) =>
    server.send({
      url: `/v1/operator/${url}`,
      method,
      key: server.services.operatorToken,
      ...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/x-ndjson' } }),
    })
  const event = (id: string) =>
    JSON.stringify({
      specversion: '1.0',
      id,
      source: '/t',
      type: 'agent.active',
      time: '2026-03-01T00:00:00Z',
      data: { agent_id: 'a' },
    })

  it('a part of an import is taken, and what is wrong with each line is told', async () => {
    const answer = await send(`organizations/${organization.id}/events`, 'POST', `${event('1')}\nx\n${event('1')}\n`)
    expect(answer.json()).toMatchObject({ accepted: 2, duplicates: 1, rejected: [{ index: 1, reason: 'unreadable' }] })
    const none = await send(`organizations/${organization.id}/events`, 'POST', 'x\ny\n')
    expect([none.statusCode, none.json().rejected.length]).toEqual([200, 2])
  })

  it('the status says that it is not ready, and what waits', async () => {
    const status = (await send(`status?organization_id=${organization.id}`)).json()
    expect(status).toMatchObject({
      ready: false,
      reasons: [expect.stringMatching(/engine/)],
      settled_to: { offset: 0 },
      repeated_deliveries: 0,
    })
    expect(status.journal_end.offset).toBe(status.unsettled_bytes)
    expect(status.unsettled_bytes).toBeGreaterThan(0)
  })

  test.each(['rebuild', 'export'])('%s says when to ask again', async (what) => {
    const answer =
      what === 'rebuild'
        ? await send('rebuild', 'POST')
        : await send(`organizations/${organization.id}/export/sessions`)
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'engine_unavailable'])
    expect(answer.headers['retry-after']).toBe('5')
  })

  it('an organization that is not there is not found', async () => {
    expect((await send('organizations/nobody/events', 'POST', event('2'))).json().code).toBe('unknown_organization')
    expect((await send('organizations/nobody/export/events')).json().code).toBe('unknown_organization')
  })

  it('an import has to wait when more waits to be settled than should', async () => {
    const { journal } = server.services
    // As if a disk full of events lay before the engine.
    const full = { ...journal, stats: () => ({ ...journal.stats(), bytes: 2 ** 30 }) }
    const app = createApp({ ...server.services, journal: full, metrics: new Registry() })
    const answer = await app.inject({
      method: 'POST',
      url: `/v1/operator/organizations/${organization.id}/events`,
      headers: {
        authorization: `Bearer ${server.services.operatorToken}`,
        'content-type': 'application/x-ndjson',
      },
      payload: event('3'),
    })
    await app.close()
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
      429,
      'settling_behind',
      '1',
    ])
  })
})
