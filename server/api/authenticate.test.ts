import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { requireScope, sessionCookie } from './authenticate.ts'
import type { RouteFile } from './routes/index.ts'
import { startTestServer, type TestOrganization, type TestServer } from './testing.ts'

const events: RouteFile = (app) => {
  app.post('/v1/events', { onRequest: requireScope('ingest') }, async ({ principal }) => ({
    organization: principal?.organizationId,
  }))
}

let server: TestServer
let one: TestOrganization
beforeAll(async () => {
  server = await startTestServer({ eventRoutes: [events] })
  one = await server.createOrganization('One')
})
afterAll(() => server.close())

const organizations = { method: 'GET', url: '/v1/organizations' } as const
const newChild = { method: 'POST', url: '/v1/organizations', payload: { name: 'Child' } } as const

test.each([
  ['that is over', 'a'.repeat(43)],
  ['that is none', 'x'],
])('a session %s is answered 401', async (_, session) => {
  const response = await server.send({ ...organizations, session })
  expect(response.statusCode).toBe(401)
  expect(response.json()).toMatchObject({ code: 'not_signed_in' })
})

test.each([
  ['nobody', {}, 'not_signed_in'],
  ['an unknown key', { authorization: `Bearer sk_${'a'.repeat(43)}` }, 'unknown_key'],
  ['something that is no key', { authorization: 'Bearer x' }, 'unknown_key'],
  ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }, 'unknown_key'],
])('%s is answered 401', async (_, headers, code) => {
  const response = await server.send({ ...organizations, headers })
  expect(response.statusCode).toBe(401)
  expect(response.headers['www-authenticate']).toMatch(/^Bearer/)
  expect(response.json()).toMatchObject({ code })
})

test('a key opens what its scopes say and nothing else', async () => {
  expect((await server.send({ ...organizations, key: await one.keyFor('query') })).statusCode).toBe(200)
  const refused = await server.send({ ...newChild, key: await one.keyFor('query', 'ingest') })
  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({
    code: 'scope_required',
    detail: expect.stringContaining('"admin"; you have '),
  })
  expect((await server.send({ ...newChild, key: await one.keyFor('admin') })).statusCode).toBe(201)
})

test('access is refused before the body is read', async () => {
  const response = await server.send({ ...newChild, payload: '{', headers: { 'content-type': 'application/json' } })
  expect(response.statusCode).toBe(401)
})

test('a revoked key is refused at once', async () => {
  const admin = await one.keyFor('admin')
  const { id, key } = (
    await server.send({ method: 'POST', url: '/v1/keys', key: admin, payload: { scopes: ['query'] } })
  ).json()
  expect((await server.send({ ...organizations, key })).statusCode).toBe(200)
  expect((await server.send({ method: 'DELETE', url: `/v1/keys/${id}`, key: admin })).statusCode).toBe(204)
  expect((await server.send({ ...organizations, key })).json()).toMatchObject({ code: 'unknown_key' })
})

test('a member asks, an admin also changes', async () => {
  const member = await one.sessionOf('member@example.com', 'member')
  const admin = await one.sessionOf('admin@example.com', 'admin')
  expect((await server.send({ ...organizations, session: member })).statusCode).toBe(200)
  expect((await server.send({ ...newChild, session: member })).json()).toMatchObject({ code: 'scope_required' })
  expect((await server.send({ ...newChild, session: admin })).statusCode).toBe(201)
})

test('a session of a browser ends', async () => {
  const session = await one.sessionOf('brief@example.com', 'member')
  server.clock.time += limits.browserSessionMs
  expect((await server.send({ ...organizations, session })).statusCode).toBe(401)
})

test.each([
  ['nothing', {}, 403],
  ['the origin of another site', { origin: 'https://evil.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['a word that another site sent it', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a word that a sibling domain sent it', { 'sec-fetch-site': 'same-site' }, 403],
  ['our header', { 'x-parley-request': '1' }, 201],
  ['a word that our page sent it', { 'sec-fetch-site': 'same-origin' }, 201],
  ['our origin', { origin: 'http://localhost:80' }, 201],
])('a change with a cookie and %s is answered %#', async (what, headers, status) => {
  const session = await one.sessionOf(`${what.replaceAll(' ', '-')}@example.com`, 'admin')
  const response = await server.send({
    ...newChild,
    headers: { ...headers, cookie: `${sessionCookie(server.account)}=${session}` },
  })
  expect(response.statusCode).toBe(status)
  if (status === 403) expect(response.json()).toMatchObject({ code: 'cross_site_request' })
})

test('reading with a cookie needs no proof', async () => {
  const session = await one.sessionOf('reader@example.com', 'member')
  expect(
    (await server.send({ ...organizations, headers: { cookie: `${sessionCookie(server.account)}=${session}` } }))
      .statusCode,
  ).toBe(200)
})

test('a publishable key sends events from its origins, and the page may read the answer', async () => {
  const key = await one.publishableKeyFor('https://shop.example', 'https://www.shop.example')
  const post = (headers: Record<string, string>) =>
    server.send({
      method: 'POST',
      url: '/v1/events',
      key,
      headers: { 'content-type': 'application/json', ...headers },
      payload: '{}',
    })
  const taken = await post({ origin: 'https://shop.example' })
  expect(taken.json()).toEqual({ organization: one.id })
  expect(taken.headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    vary: expect.stringContaining('Origin'),
  })
  expect(taken.headers).not.toHaveProperty('access-control-allow-credentials')
  for (const headers of [
    {},
    { origin: 'https://evil.example' },
    { origin: 'https://shop.example.evil.example' },
    { origin: 'null' },
  ]) {
    const refused = await post(headers)
    expect(refused.json()).toMatchObject({ status: 403, code: 'origin_not_allowed' })
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('a publishable key is good for nothing but events', async () => {
  const key = await one.publishableKeyFor('https://shop.example')
  for (const url of ['/v1/me', '/v1/organizations', '/v1/keys']) {
    const response = await server.send({ method: 'GET', url, key, headers: { origin: 'https://shop.example' } })
    expect(response.json()).toMatchObject({ status: 403, code: 'publishable_key_not_allowed' })
    expect(response.headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('a browser may ask before sending events from elsewhere, and before nothing else', async () => {
  const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' }
  const events = await server.send({ method: 'OPTIONS', url: '/v1/events', headers })
  expect(events.statusCode).toBe(204)
  expect(events.headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'Authorization, *',
  })
  const keys = await server.send({ method: 'OPTIONS', url: '/v1/keys', headers })
  expect(keys.headers).not.toHaveProperty('access-control-allow-origin')
})
