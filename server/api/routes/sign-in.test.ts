import { afterEach, beforeEach, expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { sessionCookie } from '../authenticate.ts'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const owner = { name: 'Olga', email: 'olga@example.com', organization_name: 'Acme', time_zone: 'Europe/Amsterdam' }
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  server.send({ method: 'POST', url, payload, headers })
const ownerToken = async () => (await server.account.signIn.createOwnerLink())?.token ?? ''

test('the first link makes the owner, signs the browser in for 30 days, and works once', async () => {
  const token = await ownerToken()
  const looked = await server.send({ method: 'GET', url: `/v1/sign-in/${token}` })
  const expiresAt = new Date(server.clock.time + limits.signInLinkMs).toISOString()
  expect(looked.json()).toEqual({ purpose: 'owner', expires_at: expiresAt, organization: null })
  const signedIn = await post('/v1/sign-in', { token, ...owner })
  expect(signedIn.statusCode).toBe(200)
  const [cookie] = signedIn.cookies
  expect(cookie).toMatchObject({ name: sessionCookie(server.account), path: '/', httpOnly: true, sameSite: 'Lax' })
  expect(cookie).not.toHaveProperty('secure')
  const days = ((cookie?.expires?.getTime() ?? 0) - server.clock.time) / 86_400_000
  expect(days).toBeCloseTo(30, 3)
  const me = await server.send({ method: 'GET', url: '/v1/me', session: cookie?.value ?? '' })
  expect(me.json()).toMatchObject({
    user: { name: 'Olga' },
    organization: { name: 'Acme', time_zone: 'Europe/Amsterdam' },
  })
  expect((await post('/v1/sign-in', { token, ...owner })).json()).toMatchObject({
    status: 410,
    code: 'sign_in_link_used',
  })
})

test('what is missing from the owner’s form is told at once, and the link still works', async () => {
  const token = await ownerToken()
  const refused = await post('/v1/sign-in', { token })
  expect(refused.json()).toMatchObject({
    status: 400,
    problems: [{ pointer: '/name' }, { pointer: '/email' }, { pointer: '/organization_name' }],
  })
  expect((await post('/v1/sign-in', { token, ...owner, email: 'nobody' })).json()).toMatchObject({
    problems: [{ pointer: '/email' }],
  })
  expect((await post('/v1/sign-in', { token, ...owner })).statusCode).toBe(200)
})

test('signing out ends the session and takes the cookie back', async () => {
  const { cookies } = await post('/v1/sign-in', { token: await ownerToken(), ...owner })
  const session = cookies[0]?.value ?? ''
  const out = await server.send({ method: 'POST', url: '/v1/sign-out', session, payload: {} })
  expect(out.statusCode).toBe(204)
  expect(out.cookies[0]).toMatchObject({ name: sessionCookie(server.account), value: '', expires: new Date(0) })
  expect((await server.send({ method: 'GET', url: '/v1/me', session })).statusCode).toBe(401)
  expect((await post('/v1/sign-out', {})).statusCode).toBe(204)
})

test('a browser with a session that is over can sign in again', async () => {
  const cookie = `${sessionCookie(server.account)}=${'a'.repeat(43)}`
  const signedIn = await post('/v1/sign-in', { token: await ownerToken(), ...owner }, { cookie })
  expect(signedIn.statusCode).toBe(200)
})

test('a browser is signed in at two installations on one host', async () => {
  const other = await startTestServer()
  // Ports are nothing to a browser: what one server sets is sent to both.
  const jar = new Map<string, string>()
  const visit = async (at: TestServer, method: 'GET' | 'POST', url: string, payload: object = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const body = method === 'POST' ? { payload } : {}
    const answer = await at.send({ method, url, ...body, headers: { cookie, 'x-parley-request': '1' } })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  try {
    for (const at of [server, other]) {
      const token = (await at.account.signIn.createOwnerLink())?.token
      await visit(at, 'POST', '/v1/sign-in', { token, ...owner, organization_name: at === server ? 'Acme' : 'Other' })
    }
    expect((await visit(server, 'GET', '/v1/me')).json()).toMatchObject({ organization: { name: 'Acme' } })
    expect((await visit(other, 'GET', '/v1/me')).json()).toMatchObject({ organization: { name: 'Other' } })
    await visit(other, 'POST', '/v1/sign-out')
    expect((await visit(other, 'GET', '/v1/me')).statusCode).toBe(401)
    expect((await visit(server, 'GET', '/v1/me')).statusCode).toBe(200)
  } finally {
    await other.close()
  }
})

test('the cookie travels over TLS only where the public address has TLS', async () => {
  await server.close()
  server = await startTestServer({ config: { publicUrl: 'https://parley.example' } })
  const { cookies } = await post('/v1/sign-in', { token: await ownerToken(), ...owner })
  expect(cookies[0]).toMatchObject({ secure: true })
})

test('guessing is slowed down for each address, and for the one behind a trusted proxy', async () => {
  const guess = (address: string) => post('/v1/sign-in', { token: 'guess' }, { 'x-forwarded-for': address })
  for (let attempt = 0; attempt < limits.signInAttemptsPerMinute; attempt += 1) {
    expect((await guess('203.0.113.1')).statusCode).toBe(404)
  }
  const slowed = await guess('203.0.113.1')
  expect(slowed.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  expect((await guess('203.0.113.2')).statusCode).toBe(404)
  expect((await server.send({ method: 'GET', url: '/healthz' })).headers).not.toHaveProperty('x-ratelimit-limit')
})
