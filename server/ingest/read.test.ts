import { gzipSync } from 'node:zlib'
import { AppError } from '@parley/core/errors/app-error.ts'
import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { type EventsRequest, readEvents } from './read.ts'

const event = {
  specversion: '1.0',
  id: 'm-1',
  source: '/chat/eu',
  type: 'message.sent',
  time: '2026-03-01T09:00:00.000Z',
  data: { conversation_id: 'c-1', author: { kind: 'contact' }, text: 'Привет 🚲' },
}

function request(
  contentType: string | undefined,
  body: Buffer | string,
  more: Partial<EventsRequest> = {},
): EventsRequest {
  return { contentType, contentEncoding: undefined, headers: {}, body: Buffer.from(body), ...more }
}

async function valuesOf(asked: EventsRequest): Promise<unknown[]> {
  const { candidates, rejected } = await readEvents(asked)
  expect(rejected).toEqual([])
  expect(candidates.map(({ index }) => index)).toEqual(candidates.map((_, index) => index))
  return candidates.map(({ value }) => value)
}

async function refusalOf(asked: EventsRequest): Promise<{ code: string; status: number; message: string }> {
  try {
    await readEvents(asked)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, status: error.status, message: error.message }
    throw error
  }
  throw new Error('nothing was refused')
}

const one = JSON.stringify(event)
const two = JSON.stringify([event, { ...event, id: 'm-2' }])

describe('the five forms of events', () => {
  it.each([
    ['application/cloudevents+json', one, 1],
    ['application/cloudevents+json; charset=UTF-8', one, 1],
    ['Application/CloudEvents-Batch+JSON;charset="utf-8"', two, 2],
    ['application/cloudevents-batch+json', '[]', 0],
    ['application/json', one, 1],
    ['application/json', two, 2],
    ['application/json', `\uFEFF${one}`, 1],
    ['application/x-ndjson', `${one}\n\n  \r\n${one}\r\n`, 2],
    ['application/x-ndjson', `\uFEFF${one}`, 1],
  ])('%s with %s', async (contentType, body, count) => {
    const values = await valuesOf(request(contentType, body))
    expect(values).toHaveLength(count)
    if (count > 0) expect(values[0]).toEqual(event)
  })

  it('binary mode has its attributes in headers, percent-encoded, and the data in the body', async () => {
    const headers = {
      'ce-specversion': '1.0',
      'ce-id': 'm%201%E2%82%AC',
      'ce-source': '"/chat/\\"eu\\""',
      'ce-type': 'message.sent',
      'ce-time': '2026-03-01T09:00:00.000Z',
      'ce-subject': 'not looked at',
    }
    for (const contentType of [
      'application/json',
      'application/json; charset=utf-8',
      'application/vnd.acme+json',
      undefined,
    ]) {
      expect(await valuesOf(request(contentType, JSON.stringify(event.data), { headers }))).toEqual([
        { ...event, id: 'm 1€', source: '/chat/"eu"' },
      ])
    }
  })

  it.each([
    ['100%', '100%'],
    ['%F0%9F%9A%B2', '🚲'],
    ['%ff', undefined],
    ['%', '%'],
    ['"', '"'],
  ])('a header of %s is %s', async (header, id) => {
    const [value] = await valuesOf(request('application/json', '{}', { headers: { 'ce-id': header } }))
    expect(value).toEqual({ ...(id === undefined ? {} : { id }), data: {} })
  })

  it.each([
    ['text/plain', one],
    ['application/xml', one],
    [undefined, one],
    ['', one],
    ['application/json; charset=latin1', one],
    ['application/vnd.acme+json', one],
  ])('another one, %s, is refused and told the five', async (contentType, body) => {
    const refusal = await refusalOf(request(contentType, body))
    expect(refusal).toMatchObject({ code: 'unsupported_media_type', status: 415 })
    for (const form of ['cloudevents+json', 'cloudevents-batch+json', 'application/json', 'x-ndjson', 'ce-*'])
      expect(refusal.message).toContain(form)
  })
})

describe('a body that cannot be read', () => {
  it.each([
    ['application/json', '', 'The body is empty. Send at least one event.'],
    ['application/json', ' \n ', 'The body is empty. Send at least one event.'],
    ['application/x-ndjson', '\n\n', 'The body is empty. Send at least one event.'],
    [
      'application/json',
      '{\n "id": 1,\n}',
      'The body is not JSON: Expected double-quoted property name at position 12 (line 3 column 1).',
    ],
    [
      'application/cloudevents-batch+json',
      '[1, 2',
      "The body is not JSON: Expected ',' or ']' after array element at position 5 (line 1 column 6).",
    ],
    ['application/json', 'hello', 'The body is not JSON: Unexpected token \'h\', "hello" is not valid JSON.'],
    ['application/json', '7', 'The body is not an event: an event is a JSON object.'],
    ['application/cloudevents+json', 'null', 'The body is not an event: an event is a JSON object.'],
    [
      'application/cloudevents+json',
      two,
      'The body is a list; application/cloudevents+json carries one event. Send a list as application/cloudevents-batch+json.',
    ],
    [
      'application/cloudevents-batch+json',
      one,
      'The body is not a list; application/cloudevents-batch+json carries a list of events. Send one event as application/cloudevents+json.',
    ],
    [
      'application/x-ndjson',
      'a\nb\n',
      'No line of the body can be read. Line 1 is not JSON: Unexpected token \'a\', "a" is not valid JSON.',
    ],
    ['application/json', Buffer.from([0x22, 0xff, 0x22]), 'The body is not UTF-8. JSON is sent in UTF-8.'],
  ])('%s %j', async (contentType, body, message) => {
    expect(await refusalOf(request(contentType, body))).toEqual({ code: 'unreadable_body', status: 400, message })
  })

  it('is refused in binary mode too', async () => {
    const asked = request('application/json', '{', { headers: { 'ce-id': '1' } })
    expect(await refusalOf(asked)).toMatchObject({ code: 'unreadable_body', status: 400 })
  })

  it('may be nested without end and does no harm', async () => {
    expect(await refusalOf(request('application/json', '['.repeat(5_000_000)))).toMatchObject({
      code: 'unreadable_body',
    })
    const nested = `${'['.repeat(100_000)}"\\ud800"${']'.repeat(100_000)}`
    expect(await valuesOf(request('application/json', nested))).toHaveLength(1)
  })
})

describe('lines that cannot be read', () => {
  it('are rejected in their places, and the others are taken', async () => {
    const body = Buffer.concat([
      Buffer.from(`${one}\n{"id": \n\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`${JSON.stringify({ ...event, id: 'm-5' })}\n7`),
    ])
    const { candidates, rejected } = await readEvents(request('application/x-ndjson', body))
    expect(candidates).toEqual([
      { index: 0, value: event },
      { index: 3, value: { ...event, id: 'm-5' } },
      { index: 4, value: 7 },
    ])
    expect(rejected).toEqual([
      {
        index: 1,
        id: null,
        event: '{"id": ',
        problems: [{ reason: 'unreadable', message: 'Line 2 is not JSON: Unexpected end of JSON input.', pointer: '' }],
      },
      {
        index: 2,
        id: null,
        event: '"\ufffd"',
        problems: [{ reason: 'unreadable', message: 'Line 4 is not UTF-8. JSON is sent in UTF-8.', pointer: '' }],
      },
    ])
  })

  it('and are very long are kept by their beginning', async () => {
    const long = `{"id":"${'x'.repeat(limits.rejectedBeginningCharacters)}`
    const { rejected } = await readEvents(request('application/x-ndjson', `${one}\n${long}`))
    expect(rejected[0]?.event).toBe(long.slice(0, limits.rejectedBeginningCharacters))
  })
})

describe('compressed bodies', () => {
  it.each(['gzip', 'GZIP', 'x-gzip'])('%s is inflated', async (contentEncoding) => {
    expect(await valuesOf(request('application/json', gzipSync(one), { contentEncoding }))).toEqual([event])
  })

  it.each(['', 'identity'])('%j is as it is', async (contentEncoding) => {
    expect(await valuesOf(request('application/json', one, { contentEncoding }))).toEqual([event])
  })

  it.each(['br', 'deflate', 'gzip, gzip'])('%s is not known', async (contentEncoding) => {
    const refusal = await refusalOf(request('application/json', one, { contentEncoding }))
    expect(refusal).toMatchObject({ code: 'unsupported_encoding', status: 415 })
  })

  it.each([
    ['not compressed', Buffer.from(one)],
    ['cut off', gzipSync(one).subarray(0, -4)],
    ['empty', Buffer.alloc(0)],
  ])('what is %s cannot be inflated', async (_, body) => {
    const refusal = await refusalOf(request('application/json', body, { contentEncoding: 'gzip' }))
    expect(refusal).toMatchObject({ code: 'unreadable_body', status: 400 })
  })

  it('a bomb is refused without being inflated', async () => {
    // A gigabyte of spaces in a megabyte: the members of a gzip file follow each other.
    const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, ' '))
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => member))
    const before = process.memoryUsage().rss
    const refusal = await refusalOf(request('application/json', bomb, { contentEncoding: 'gzip' }))
    expect(refusal).toMatchObject({ code: 'body_too_large', status: 413 })
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024)
  })
})

describe('the limits', () => {
  const spaces = (bytes: number) => ' '.repeat(bytes)

  it('a body of 16 MiB is read, one byte more is not', async () => {
    const full = `[${spaces(limits.eventsBodyBytes - 2)}]`
    expect(await valuesOf(request('application/json', full))).toEqual([])
    expect(await refusalOf(request('application/json', `${full} `))).toMatchObject({
      code: 'body_too_large',
      status: 413,
    })
    const contentEncoding = 'gzip'
    expect(await valuesOf(request('application/json', gzipSync(full), { contentEncoding }))).toEqual([])
    expect(await refusalOf(request('application/json', gzipSync(`${full} `), { contentEncoding }))).toMatchObject({
      status: 413,
    })
  })

  it('10,000 events are read, one more is not', async () => {
    const list = (events: number) => JSON.stringify(Array.from({ length: events }, () => 0))
    const lines = (events: number) => '0\n'.repeat(events)
    expect(await valuesOf(request('application/json', list(10_000)))).toHaveLength(10_000)
    expect(await valuesOf(request('application/x-ndjson', `\n${lines(10_000)}\n`))).toHaveLength(10_000)
    for (const asked of [request('application/json', list(10_001)), request('application/x-ndjson', lines(10_001))])
      expect(await refusalOf(asked)).toMatchObject({ code: 'too_many_events', status: 413 })
  })

  it('an event of 1 MiB is read, a single larger one is refused', async () => {
    const large = (bytes: number) => one + spaces(bytes - Buffer.byteLength(one))
    expect(await valuesOf(request('application/json', large(limits.eventBytes)))).toEqual([event])
    expect(await refusalOf(request('application/json', large(limits.eventBytes + 1)))).toEqual({
      code: 'event_too_large',
      status: 413,
      message:
        'The event is 1048577 bytes; an event may have at most 1048576. Send what is long, such as an attachment, as an address.',
    })
  })

  it('a line of more than 1 MiB is rejected in its place, even where it is the only one', async () => {
    const text = `{"id":"${'x'.repeat(limits.eventBytes)}"}`
    for (const body of [text, `${text}\n`]) {
      const { candidates, rejected } = await readEvents(request('application/x-ndjson', body))
      expect(candidates).toEqual([])
      expect(rejected).toEqual([
        {
          index: 0,
          id: null,
          event: text.slice(0, limits.rejectedBeginningCharacters),
          problems: [
            {
              reason: 'too_large',
              message:
                'The event is 1048585 bytes; an event may have at most 1048576. Send what is long, such as an attachment, as an address.',
              pointer: '',
            },
          ],
        },
      ])
    }
  })
})

describe('half an emoji', () => {
  it.each([
    ['application/json', '{"text":"\\ud83d","\\uDEB2":["\\ud83d\\udeb2"]}'],
    ['application/x-ndjson', '{"text":"\\uD83D","\\udeb2":["\\uD83D\\uDEB2"]}'],
  ])('in %s becomes the replacement character, a whole one stays', async (contentType, body) => {
    expect(await valuesOf(request(contentType, body))).toEqual([{ text: '\ufffd', '\ufffd': ['🚲'] }])
  })
})
