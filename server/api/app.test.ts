import { AppError } from '@parley/core/errors/app-error.ts'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { limits } from '../limits.ts'
import { route } from './route.ts'
import type { RouteFile } from './routes/index.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './testing.ts'

let server: TestServer | null = null
const start = async (options?: TestServerOptions) => {
  server = await startTestServer(options)
  return server
}
afterEach(async () => {
  await server?.close()
  server = null
})

const echo: RouteFile = (app) => {
  route(
    app,
    {
      method: 'POST',
      path: '/v1/echo/:place',
      summary: 'Says it again.',
      access: 'public',
      params: z.object({ place: z.string() }),
      query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
      body: z.object({ text: z.string().min(1), deep: z.object({ 'a/b': z.number() }).optional() }),
      answer: z.object({ texts: z.array(z.string()) }),
    },
    async ({ params, query, body }) => ({ texts: Array(query.times).fill(`${params.place}: ${body.text}`) }),
  )
}

const failing: RouteFile = (app) => {
  app.get('/v1/bug', async () => {
    throw new TypeError('the secret ingredient is undefined')
  })
  app.get('/v1/full', async () => {
    throw new AppError('journal_unavailable', 503, 'The disk is full.', {
      retryAfterSeconds: 5,
      cause: new Error('ENOSPC'),
    })
  })
}

const bytes: RouteFile = (app) => {
  app.post('/v1/events', async (request) => ({ bytes: (request.body as Buffer).length }))
}

test('a route gets its parts parsed and answers JSON', async () => {
  const { send } = await start({ routes: [echo] })
  const response = await send({ method: 'POST', url: '/v1/echo/here?times=2', payload: { text: 'hi' } })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual({ texts: ['here: hi', 'here: hi'] })
})

test('everything that is wrong with a body is told, each with its place', async () => {
  const { send } = await start({ routes: [echo] })
  const response = await send({ method: 'POST', url: '/v1/echo/here', payload: { text: '', deep: { 'a/b': 'x' } } })
  expect(response.statusCode).toBe(400)
  expect(response.headers['content-type']).toMatch('application/problem+json')
  expect(response.json()).toMatchObject({
    type: 'urn:parley:problem:invalid_request',
    title: 'Bad Request',
    status: 400,
    code: 'invalid_request',
    problems: [{ pointer: '/text' }, { pointer: '/deep/a~1b' }],
  })
})

test.each([
  [
    'a body that is not JSON',
    { payload: '{"text":', headers: { 'content-type': 'application/json' } },
    400,
    'invalid_json',
  ],
  [
    'a body that would change a prototype',
    { payload: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } },
    400,
    'invalid_json',
  ],
  ['an empty body', { payload: '', headers: { 'content-type': 'application/json' } }, 400, 'invalid_request'],
  ['no body', {}, 400, 'invalid_request'],
  [
    'another content type',
    { payload: 'text=hi', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupported_media_type',
  ],
  [
    'a body over the limit',
    {
      payload: JSON.stringify({ text: 'x'.repeat(limits.bodyBytes) }),
      headers: { 'content-type': 'application/json' },
    },
    413,
    'body_too_large',
  ],
])('%s is refused in our words', async (_, request, status, code) => {
  const { send } = await start({ routes: [echo] })
  const response = await send({ method: 'POST', url: '/v1/echo/here', ...request })
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch('application/problem+json')
  expect(response.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\.$/) })
})

test.each([
  ['GET', '/v1/nothing', 404, 'not_found'],
  ['POST', '/healthz', 404, 'not_found'],
  ['GET', '/v1/%E0%A4%A', 400, 'bad_url'],
] as const)('%s %s is a problem document', async (method, url, status, code) => {
  const { send } = await start({ routes: [echo] })
  const response = await send({ method, url })
  expect(response.json()).toMatchObject({ status, code })
  expect(response.statusCode).toBe(status)
})

test('a failure of ours shows nothing of itself; the log has it under the id in the answer', async () => {
  const { send, logged } = await start({ routes: [failing] })
  const response = await send({ method: 'GET', url: '/v1/bug' })
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toContain('ingredient')
  const { code, request_id } = response.json()
  expect(code).toBe('internal_error')
  const entry = logged.find((line) => line.request_id === request_id)
  expect(entry).toMatchObject({
    level: 50,
    err: { message: 'the secret ingredient is undefined', stack: expect.any(String) },
  })
})

test('a failure of the world says when to try again, and is logged with its cause', async () => {
  const { send, logged } = await start({ routes: [failing] })
  const response = await send({ method: 'GET', url: '/v1/full' })
  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('5')
  expect(response.json()).toMatchObject({ code: 'journal_unavailable', detail: 'The disk is full.' })
  expect(logged).toContainEqual(
    expect.objectContaining({ level: 40, err: expect.objectContaining({ message: 'ENOSPC' }) }),
  )
})

test('events arrive as the bytes that were sent, whatever they are', async () => {
  const { send, createOrganization } = await start({ eventRoutes: [bytes] })
  const key = await (await createOrganization('One')).keyFor('ingest')
  for (const type of [
    'application/cloudevents+json; charset=utf-8',
    'application/cloudevents-batch+json',
    'application/json',
    'application/x-ndjson',
  ]) {
    const response = await send({
      method: 'POST',
      url: '/v1/events',
      key,
      headers: { 'content-type': type, 'content-encoding': 'gzip' },
      payload: Buffer.from([0, 255, 10]),
    })
    expect(response.json()).toEqual({ bytes: 3 })
  }
  const response = await send({
    method: 'POST',
    url: '/v1/events',
    key,
    headers: { 'content-type': 'text/csv' },
    payload: 'a',
  })
  expect(response.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
})

test('16 MiB of events are taken over the wire, and one byte more is answered 413', async () => {
  const { app, createOrganization } = await start({ eventRoutes: [bytes] })
  const key = await (await createOrganization('One')).keyFor('ingest')
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const post = (length: number) =>
    fetch(`${address}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: Buffer.alloc(length, ' '),
    })
  expect(await (await post(limits.eventsBodyBytes)).json()).toEqual({ bytes: limits.eventsBodyBytes })
  const refused = await post(limits.eventsBodyBytes + 1)
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ code: 'body_too_large' })
})

test('a long answer is compressed when the client can read it, a short one and a live view never', async () => {
  const answers: RouteFile = (app) => {
    app.get('/v1/long', async () => ({ text: 'x'.repeat(5000) }))
    app.get('/v1/short', async () => ({ text: 'x' }))
    app.get('/v1/live', async (_, reply) => reply.type('text/event-stream').send('data: x\n'.repeat(1000)))
  }
  const { send } = await start({ routes: [answers] })
  const encodingOf = async (url: string) =>
    (await send({ method: 'GET', url, headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']
  expect(await encodingOf('/v1/long')).toBe('gzip')
  expect(await encodingOf('/v1/short')).toBeUndefined()
  expect(await encodingOf('/v1/live')).toBeUndefined()
})

test('pages may run our own scripts only, and TLS is insisted on only where there is TLS', async () => {
  const plain = await (await start()).send({ method: 'GET', url: '/healthz' })
  const policy = String(plain.headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("style-src 'self' 'unsafe-inline'")
  expect(policy).not.toContain('http')
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(plain.headers).not.toHaveProperty('strict-transport-security')
  expect(plain.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  await server?.close()
  const tls = await (await start({ config: { publicUrl: 'https://parley.example' } })).send({
    method: 'GET',
    url: '/healthz',
  })
  expect(tls.headers).toHaveProperty('strict-transport-security')
})

test('the process says that it is alive, and whether it is ready, with the reasons', async () => {
  const reasons = ['The engine is starting.', 'The journal is being read.']
  let ready = false
  const { send } = await start({ readiness: () => ({ ready, reasons: ready ? [] : reasons }) })
  expect((await send({ method: 'GET', url: '/healthz' })).json()).toEqual({ alive: true })
  const notYet = await send({ method: 'GET', url: '/readyz' })
  expect(notYet.statusCode).toBe(503)
  expect(Number(notYet.headers['retry-after'])).toBeGreaterThan(0)
  expect(notYet.json()).toMatchObject({ code: 'not_ready', problems: reasons.map((message) => ({ message })) })
  ready = true
  expect((await send({ method: 'GET', url: '/readyz' })).json()).toEqual({ ready: true })
})

test('the metrics name routes, never addresses, because addresses hold tokens', async () => {
  const { send, logged } = await start()
  await send({ method: 'GET', url: '/v1/sign-in/very-secret-token' })
  const { body, headers } = await send({ method: 'GET', url: '/metrics' })
  expect(headers['content-type']).toMatch('text/plain')
  expect(body).toMatch(
    /parley_http_request_duration_seconds_count\{method="GET",route="\/v1\/sign-in\/:token",status="404"\} 1/,
  )
  expect(body).toContain('process_cpu_seconds_total')
  expect(body + JSON.stringify(logged)).not.toContain('very-secret-token')
  expect(logged).toContainEqual(expect.objectContaining({ level: 20, route: '/v1/sign-in/:token', status: 404 }))
})
