import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, createClient, type IngestAnswer } from './client.ts'
import { type Event, message, morning } from './events.ts'
import { createKey, createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'

const directory = newDirectory()
let server: Server
let client: Client
/** By what they may do. */
let clients: Record<'nobody' | 'stranger' | 'ingest' | 'query' | 'page', Client>

beforeAll(async () => {
  const { id, key } = await createOrganization(directory)
  const ingest = await createKey(directory, id, '--scope', 'ingest')
  const query = await createKey(directory, id, '--scope', 'query')
  const page = await createKey(directory, id, '--publishable', '--origin', 'https://shop.example')
  server = await startServer(directory)
  await server.ready()
  client = createClient(server.address, key)
  clients = {
    nobody: createClient(server.address, null),
    stranger: createClient(server.address, 'sk_this_is_no_key'),
    ingest: createClient(server.address, ingest),
    query: createClient(server.address, query),
    page: createClient(server.address, page),
  }
  await client.post([message('m-1'), message('m-2', { from: 'agent' })])
  await settled(client)
})

afterAll(async () => {
  const { stderr } = await server.stop()
  removeDirectory(directory)
  // What clients do wrong is no news to whoever runs the server.
  expect(stderr).toBe('')
})

type Refusal = { readonly status: number; readonly code: string; readonly detail: string | RegExp }

function expectRefusal({ status, headers, json }: Answer, expected: Refusal): void {
  expect({ status, type: headers.get('content-type')?.split(';')[0], json }).toEqual({
    status: expected.status,
    type: 'application/problem+json',
    json: expect.objectContaining({
      type: `urn:parley:problem:${expected.code}`,
      title: expect.stringMatching(/^[A-Z]/),
      status: expected.status,
      code: expected.code,
      detail: typeof expected.detail === 'string' ? expected.detail : expect.stringMatching(expected.detail),
    }),
  })
}

const mebibyte = 1024 * 1024
const json = { 'content-type': 'application/json' }

describe('POST /v1/events', () => {
  test.each<[string, string | Uint8Array, Record<string, string>, number, string, string | RegExp]>([
    ['no JSON', '{"id":', json, 400, 'unreadable_body', 'The body is not JSON: Unexpected end of JSON input.'],
    ['nothing', '', json, 400, 'unreadable_body', 'The body is empty. Send at least one event.'],
    ['no object', '"hello"', json, 400, 'unreadable_body', 'The body is not an event: an event is a JSON object.'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), json, 400, 'unreadable_body', /is not UTF-8/],
    [
      'no line of JSON',
      'hello\nworld\n',
      { 'content-type': 'application/x-ndjson' },
      400,
      'unreadable_body',
      /^No line of the body can be read\. Line 1 is not JSON: /,
    ],
    [
      'one event as a batch',
      '{}',
      { 'content-type': 'application/cloudevents-batch+json' },
      400,
      'unreadable_body',
      /Send one event as application\/cloudevents\+json\.$/,
    ],
    [
      'half a gzip',
      gzipSync(JSON.stringify([message('gz')])).subarray(0, 40),
      { ...json, 'content-encoding': 'gzip' },
      400,
      'unreadable_body',
      /damaged or cut off/,
    ],
    [
      'plain text',
      'hello',
      { 'content-type': 'text/plain' },
      415,
      'unsupported_media_type',
      /^"text\/plain" is not taken here\. Events are sent, in UTF-8, as application\/cloudevents\+json, /,
    ],
    ['brotli', '{}', { ...json, 'content-encoding': 'br' }, 415, 'unsupported_encoding', /with gzip\.$/],
    ['20 MiB', ' '.repeat(20 * mebibyte), json, 413, 'body_too_large', /16 MiB of events.*in parts\.$/],
    [
      '20 MiB once inflated',
      gzipSync(' '.repeat(20 * mebibyte)),
      { ...json, 'content-encoding': 'gzip' },
      413,
      'body_too_large',
      'The body is over 16777216 bytes (inflated). Send the events in several requests.',
    ],
    [
      'one large event',
      JSON.stringify(message('large', { text: 'x'.repeat(mebibyte) })),
      json,
      413,
      'event_too_large',
      /^The event is 1048\d{3} bytes; an event may have at most 1048576\. Send what is long/,
    ],
    [
      '10,001 events',
      JSON.stringify(Array(10_001).fill(0)),
      json,
      413,
      'too_many_events',
      'The request has more than 10000 events. Send them in several requests.',
    ],
  ])('refuses %s', async (_name, body, headers, status, code, detail) => {
    expectRefusal(await client.send('POST', '/v1/events', { body, headers }), { status, code, detail })
  })

  test('refuses 20 MiB whose length it is not told before', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        if (sent === 20) return controller.close()
        sent += 1
        return controller.enqueue(new Uint8Array(mebibyte).fill(32))
      },
    })
    const answer = await client.send('POST', '/v1/events', { body: endless })
    expectRefusal(answer, { status: 413, code: 'body_too_large', detail: /16 MiB of events/ })
  })

  test.each<[keyof typeof clients, Record<string, string>, number, string, string | RegExp]>([
    ['nobody', {}, 401, 'not_signed_in', /^This needs a key \(`Authorization: Bearer KEY`\).*parley keys create/],
    ['stranger', {}, 401, 'unknown_key', /^This key is not known, or it was revoked\..*parley keys create/],
    [
      'query',
      {},
      403,
      'scope_required',
      'This needs the scope "ingest"; you have query. Use a key or an account that has it.',
    ],
    [
      'page',
      {},
      403,
      'origin_not_allowed',
      /from a request without an Origin\. It can be used from: https:\/\/shop\.example\.$/,
    ],
    ['page', { origin: 'https://elsewhere.example' }, 403, 'origin_not_allowed', /from https:\/\/elsewhere\.example\./],
  ])('refuses %s %j', async (who, headers, status, code, detail) => {
    const answer = await clients[who].send('POST', '/v1/events', { body: [message('m-3')], headers })
    expectRefusal(answer, { status, code, detail })
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="parley"' : null)
  })

  const dayMs = 24 * 60 * 60 * 1000
  const event = message('wrong')
  test.each<[string, unknown, Record<string, unknown>]>([
    [
      'an unknown type',
      { ...event, type: 'mesage.sent' },
      {
        reason: 'unknown_type',
        pointer: '/type',
        message: '"type" is "mesage.sent", which is not known; did you mean "message.sent"?',
      },
    ],
    [
      'a wrong field',
      message('wrong', { author: { kind: 'robot' } }),
      {
        reason: 'invalid_data',
        pointer: '/data/author/kind',
        message: '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
      },
    ],
    [
      'a missing field',
      { ...event, data: { author: { kind: 'contact' } } },
      {
        reason: 'invalid_data',
        pointer: '/data/conversation_id',
        message: expect.stringMatching(/is missing; it must be/),
      },
    ],
    [
      'a time a day ahead',
      message('wrong', { at: Date.now() + dayMs }),
      {
        reason: 'time_in_future',
        pointer: '/time',
        message: expect.stringMatching(/must be at most 60 minutes ahead of the server's clock.*Check the clock/),
      },
    ],
    [
      'a time that no calendar has',
      { ...event, time: '2025-02-30T00:00:00Z' },
      {
        reason: 'invalid_envelope',
        pointer: '/time',
        message: expect.stringMatching(/must be an RFC 3339 date and time/),
      },
    ],
    [
      'no CloudEvent',
      { hello: 'world' },
      { reason: 'invalid_envelope', pointer: '/specversion', message: '"specversion" is missing; it must be "1.0".' },
    ],
    ['no object', 7, { reason: 'invalid_envelope', pointer: '', message: 'The event is 7; it must be an object.' }],
  ])('takes the good events and rejects %s in its place', async (name, wrong, rejection) => {
    const good = message(`good beside ${name}`, { conversation: 'beside' })
    const { status, json } = await client.send('POST', '/v1/events', { body: [good, wrong] })
    const { accepted, rejected } = json as IngestAnswer
    expect({ status, accepted, rejected }).toEqual({
      status: 200,
      accepted: 1,
      rejected: [expect.objectContaining({ index: 1, ...rejection })],
    })
  })

  test('a publishable key sends what a visitor does, and nothing else', async () => {
    const headers = { origin: 'https://shop.example' }
    const view: Event = {
      ...message('view'),
      type: 'page.viewed',
      data: { visitor_id: 'v-1', url: 'https://shop.example/' },
    }
    const { status, json } = await clients.page.send('POST', '/v1/events', { body: [view, message('m-9')], headers })
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { accepted: 1, rejected: [{ reason: 'forbidden_type' }] },
    })
    const asked = await clients.page.send('POST', '/v1/query', { body: {}, headers })
    expectRefusal(asked, {
      status: 403,
      code: 'publishable_key_not_allowed',
      detail: /^A publishable key can only send/,
    })
  })
})

const march = { from: '2025-03-01', to: '2025-04-01' }

describe('POST /v1/query', () => {
  test.each<[string, object, string, string | RegExp]>([
    [
      'an unknown metric',
      { metrics: ['chat'] },
      'unknown_metric',
      /^Metric `chat` is not known\. Did you mean `chats`\?/,
    ],
    [
      'an impossible split',
      { dimensions: ['author_kind'] },
      'impossible_split',
      /^Metric `chats` cannot be split by `author_kind`\. It can be split by: channel, /,
    ],
    ['an unknown dimension', { dimensions: ['agnet'] }, 'unknown_dimension', /Did you mean `agent`\?/],
    [
      'an empty range',
      { range: { from: '2025-03-01', to: '2025-03-01' } },
      'empty_range',
      /take the next day as the end/,
    ],
    ['a range backwards', { range: { from: '2025-03-02', to: '2025-03-01' } }, 'empty_range', /Choose an end after/],
    [
      'a day no calendar has',
      { range: { from: '2025-02-30', to: '2025-03-02' } },
      'invalid_range',
      /is no date or time/,
    ],
    ['an unknown named range', { range: { group: 'last_decade' } }, 'invalid_range', /Named ranges are: last_year, /],
    ['an unknown zone', { time_zone: 'Mars/Olympus' }, 'unknown_time_zone', /such as Europe\/Amsterdam or UTC\.$/],
    ['an unknown order', { order: [{ by: 'agent' }] }, 'unknown_order', /It can be ordered by what it has: chats\.$/],
    [
      'too many buckets',
      { range: { from: '2025-01-01', to: '2026-01-01' }, granularity: 'minute' },
      'too_many_buckets',
      /^The range has 525600 buckets of one minute; an answer may have 50000\./,
    ],
    [
      'a filter without values',
      { filters: [{ dimension: 'agent', op: 'in' }] },
      'impossible_filter',
      '"in" needs at least one value in "values".',
    ],
    [
      'a word for a number',
      { metrics: ['survey_answers'], filters: [{ dimension: 'rating', op: 'in', values: ['five'] }] },
      'impossible_filter',
      '`rating` is a number: every value must be a number or null.',
    ],
  ])('refuses %s', async (_name, question, code, message) => {
    const answer = await client.send('POST', '/v1/query', { body: { metrics: ['chats'], range: march, ...question } })
    expectRefusal(answer, { status: 400, code: 'invalid_query', detail: message })
    expect(answer.json).toMatchObject({ problems: [{ code, pointer: expect.stringMatching(/^\//) }] })
  })

  test.each<[string, object, string, string]>([
    ['an unknown granularity', { granularity: 'fortnight' }, 'invalid_value', '/granularity'],
    [
      'an unknown operator',
      { filters: [{ dimension: 'agent', op: 'like', values: ['x'] }] },
      'invalid_value',
      '/filters/0/op',
    ],
    ['no range', { range: undefined }, 'invalid_union', '/range'],
    ['a field nobody knows', { granularty: 'day' }, 'unrecognized_keys', '/granularty'],
  ])('refuses %s, and says where', async (_name, question, code, pointer) => {
    const answer = await client.send('POST', '/v1/query', { body: { metrics: ['chats'], range: march, ...question } })
    expectRefusal(answer, { status: 400, code: 'invalid_request', detail: 'The body cannot be used as it is.' })
    expect(answer.json).toMatchObject({ problems: [{ code, pointer }] })
  })

  test('tells everything that is wrong with a question at once', async () => {
    const body = {
      metrics: ['chat', 'mesages'],
      range: march,
      dimensions: ['agnet'],
      filters: [{ dimension: 'bto', op: 'exists' }],
    }
    const { json } = await client.send('POST', '/v1/query', { body })
    const { problems } = json as { problems: { code: string; pointer: string }[] }
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/metrics/0',
      '/metrics/1',
      '/dimensions/0',
      '/filters/0/dimension',
    ])
  })
})

test.each<[string, keyof typeof clients | 'client', string, string, unknown, Refusal]>([
  [
    'a question of nobody',
    'nobody',
    'POST',
    '/v1/query',
    {},
    { status: 401, code: 'not_signed_in', detail: /^This needs a key/ },
  ],
  [
    'a question with a key that only sends',
    'ingest',
    'POST',
    '/v1/query',
    {},
    { status: 403, code: 'scope_required', detail: /needs the scope "query"; you have ingest/ },
  ],
  [
    'a new key with a key that only asks',
    'query',
    'POST',
    '/v1/keys',
    {},
    { status: 403, code: 'scope_required', detail: /needs the scope "admin"/ },
  ],
  [
    'half a question',
    'client',
    'POST',
    '/v1/query',
    '{"metrics":',
    { status: 400, code: 'invalid_json', detail: /^The body is not JSON\./ },
  ],
  [
    'a question that changes a prototype',
    'client',
    'POST',
    '/v1/query',
    '{"__proto__":{}}',
    { status: 400, code: 'invalid_json', detail: /^The body is not JSON\./ },
  ],
  [
    'a question of 2 MiB',
    'client',
    'POST',
    '/v1/query',
    ' '.repeat(2 * mebibyte),
    { status: 413, code: 'body_too_large', detail: /1 MiB of anything else/ },
  ],
  [
    'half a question in a link',
    'client',
    'GET',
    '/v1/query?q=%7B',
    undefined,
    { status: 400, code: 'unreadable_question', detail: /percent-encoded\.$/ },
  ],
  [
    'a cursor that is none',
    'client',
    'POST',
    '/v1/records',
    { metric: 'chats', range: march, cursor: "1'; DROP TABLE events; --" },
    {
      status: 400,
      code: 'invalid_cursor',
      detail: /^This cursor is not one of ours\. Send the `cursor` of the page before/,
    },
  ],
  [
    'an unknown conversation',
    'client',
    'GET',
    '/v1/conversations/c-404',
    undefined,
    { status: 404, code: 'conversation_not_found', detail: /^There is no conversation "c-404" here\./ },
  ],
  [
    'an unknown dashboard',
    'client',
    'GET',
    '/v1/dashboards/d-404',
    undefined,
    {
      status: 404,
      code: 'unknown_dashboard',
      detail: 'There is no dashboard `d-404`. GET /v1/dashboards lists them all.',
    },
  ],
  [
    'values of an unknown dimension',
    'client',
    'GET',
    '/v1/dimensions/agnet/values',
    undefined,
    { status: 404, code: 'unknown_dimension', detail: /is not known/ },
  ],
  [
    'a path that is nothing',
    'client',
    'GET',
    '/v1/nothing',
    undefined,
    { status: 404, code: 'not_found', detail: /^There is nothing at GET \/v1\/nothing\./ },
  ],
  [
    'a path that is not encoded right',
    'client',
    'GET',
    '/v1/conversations/%ff',
    undefined,
    { status: 400, code: 'bad_url', detail: /Percent-encode/ },
  ],
])('refuses %s', async (_name, who, method, path, body, refusal) => {
  const asker = who === 'client' ? client : clients[who]
  expectRefusal(await asker.send(method, path, { body }), refusal)
})

const hostile = [
  "' OR 1=1 --",
  "'; DROP TABLE events; --",
  "') OR ('' = '",
  '\\',
  "\\'",
  "\\\\' OR 1=1 --",
  '"',
  '`',
  '%',
  '_',
  '\u0000',
  "\u0000' OR 1=1 --",
  '\r\n\t\b',
  '😀',
  '\ud83d',
  '{x:String}',
  '/* */ -- #',
  'ﬀ\u202e\u200b',
]

test('no hostile string in any filter finds anything or breaks anything', async () => {
  const { dimensions } = (await client.send('GET', '/v1/dimensions')).json as {
    dimensions: { id: string; values: { value: string }[] | null }[]
  }
  const { metrics } = (await client.send('GET', '/v1/metrics')).json as {
    metrics: { id: string; dimensions: string[] }[]
  }
  const metricOf = (dimension: string) => metrics.find((metric) => metric.dimensions.includes(dimension))?.id
  const filters = dimensions.flatMap(({ id: dimension, values }) => [
    // Each by itself where names come in from outside, all at once everywhere.
    ...(dimension === 'agent' ? hostile.map((value) => ({ dimension, op: 'in', values: [value] })) : []),
    ...(dimension === 'url' ? hostile.map((value) => ({ dimension, op: 'contains', values: [value] })) : []),
    { dimension, op: 'in', values: hostile },
    // An underscore is in some words of the catalogue, and found there.
    {
      dimension,
      op: 'contains',
      values: hostile.filter((text) => !values?.some(({ value }) => text !== '' && value.includes(text))),
    },
  ])
  const wrong: unknown[] = []
  await Promise.all(
    filters.map(async (filter) => {
      const { dimension } = filter
      const question = { metrics: [metricOf(dimension)], range: march, dimensions: [dimension], filters: [filter] }
      const { status, json } = await client.send('POST', '/v1/query', { body: question })
      const isRight =
        // Both are numbers, and no hostile string is one.
        dimension === 'rating' || dimension === 'scale'
          ? status === 400 && (json as { code: string }).code === 'invalid_query'
          : status === 200 && (json as { rows: unknown[] }).rows.length === 0
      if (!isRight) wrong.push({ filter, status, json })
    }),
  )
  expect(dimensions.length).toBeGreaterThan(10)
  expect(wrong).toEqual([])
  // What there was is still there.
  expect((await client.query({ metrics: ['chats'], range: march })).totals.chats).toBeGreaterThan(0)
})

test('a filter may be as long as a body may be', async () => {
  const values = Array.from({ length: 1000 }, (_, number) => `${number} ${"'".repeat(900)}`)
  for (const op of ['in', 'not_in', 'contains']) {
    const question = { metrics: ['messages'], range: march, filters: [{ dimension: 'agent', op, values }] }
    const { status, json } = await client.send('POST', '/v1/query', { body: question })
    expect({ op, status, json }).toMatchObject({ op, status: 200, json: { rows: [[expect.any(Number)]] } })
  }
})

test('hostile strings are names like any other where they come in', async () => {
  const events = hostile.flatMap((text, number) => {
    const conversation = `${text} ${number}`
    const agent = { kind: 'agent', id: conversation }
    return [
      message(`hostile-${number}`, { conversation, touchpoint_id: conversation, text }),
      message(`hostile-${number}-a`, { conversation, at: morning + 1000, author: agent, text }),
    ]
  })
  expect(await client.post(events)).toMatchObject({ accepted: events.length, rejected: [] })
  await settled(client)
  for (const [number, text] of hostile.entries()) {
    const name = `${text} ${number}`
    // A lone surrogate is no character: everybody who writes UTF-8 writes this in its place.
    const kept = text.toWellFormed()
    const rowsOf = async (dimension: string) =>
      (
        await client.query({
          metrics: ['messages'],
          dimensions: [dimension],
          filters: [{ dimension, op: 'in', values: [name] }],
        })
      ).rows
    expect([await rowsOf('agent'), await rowsOf('touchpoint')]).toEqual([
      [[`${kept} ${number}`, 1]],
      [[`${kept} ${number}`, 2]],
    ])
    const { json } = await client.send('GET', `/v1/conversations/${encodeURIComponent(`${kept} ${number}`)}`)
    expect(json).toMatchObject({ timeline: [{ text: kept }, { text: kept, author: { id: `${kept} ${number}` } }] })
  }
})

test.each([
  ['GET /healthz HTTP/1.1\r\nHost x\r\n\r\n', 400, 'bad_http'],
  ['hello\r\n\r\n', 400, 'bad_http'],
  [`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
])('what is no HTTP is refused in the same form (%#)', async (request, status, code) => {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  socket.write(request)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  const [head, body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(/\r\ncontent-type: application\/problem\+json/i)
  expect(JSON.parse(body)).toMatchObject({ status, code, type: `urn:parley:problem:${code}` })
})
