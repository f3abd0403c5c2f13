import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EventType, eventTypes } from '@parley/model/events/index.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChdb } from '../store/chdb.ts'
import type { Engine } from '../store/engine.ts'
import { createEventsTable, eventColumnTypes, eventsTable } from '../store/events-table.ts'
import type { IncomingEvent } from './event.ts'
import { dataColumns, decodeEventData, encodeEventRow, eventColumns } from './event-row.ts'

const receivedAt = Date.parse('2026-03-20T12:00:00.007Z')

function eventOf(type: EventType, data: Record<string, unknown>, changes: Partial<IncomingEvent> = {}): IncomingEvent {
  const { kind, id } = eventTypes[type].subject(data)
  return {
    organization_id: 'o-1',
    subject_kind: kind,
    subject_id: id,
    time: Date.parse('2026-03-01T09:00:00.050Z'),
    source: '/chat/eu',
    id: 'e-1',
    type,
    received_at: receivedAt,
    data,
    ...changes,
  }
}

/** TabSeparated as ClickHouse describes it, read again: the columns by name, `null` for `\N`. */
function decodeRow(row: string): Record<string, string | null> {
  expect(row.endsWith('\n')).toBe(true)
  const fields = row.slice(0, -1).split('\t')
  expect(fields).toHaveLength(eventColumns.length)
  const plain: Record<string, string> = { t: '\t', n: '\n', r: '\r', '0': '\0', b: '\b', f: '\f', '\\': '\\' }
  return Object.fromEntries(
    eventColumns.map((column, index) => {
      const field = fields[index] ?? ''
      return [column, field === '\\N' ? null : field.replace(/\\(.)/gs, (_, letter) => plain[letter] ?? `?${letter}?`)]
    }),
  )
}

/** The columns that say something, without those that every event has. */
function filled(row: string): Record<string, unknown> {
  const { organization_id, subject_kind, subject_id, time, source, id, type, received_at, data, ...rest } =
    decodeRow(row)
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== null && value !== '0'))
}

describe('the columns', () => {
  it('are those of the table of events, in its order', () => {
    expect(eventColumns).toEqual(Object.keys(eventColumnTypes))
  })
})

describe('a row', () => {
  const cases: readonly [EventType, Record<string, unknown>, Record<string, string>][] = [
    [
      'message.sent',
      {
        conversation_id: 'c-1',
        author: { kind: 'agent', id: 'a-1', name: 'Anna' },
        channel: 'web',
        touchpoint_id: 'w1',
        visitor_id: 'v-1',
        contact_id: 'p-1',
        contact_online: false,
        url: 'https://a.example',
        auto_message_id: 'am-1',
        private: true,
      },
      {
        author_kind: 'agent',
        author_id: 'a-1',
        channel: 'web',
        touchpoint_id: 'w1',
        visitor_id: 'v-1',
        contact_id: 'p-1',
        url: 'https://a.example',
        reference: 'am-1',
        flags: '3',
      },
    ],
    [
      'message.sent',
      { conversation_id: 'c-1', author: { kind: 'bot' }, contact_online: true, private: false },
      { author_kind: 'bot', flags: '6' },
    ],
    [
      'message.sent',
      { conversation_id: 'c-1', author: { kind: 'bot' }, price: { amount: '0.0575', currency: 'EUR', of: 'template' } },
      { author_kind: 'bot', price: '0.0575 EUR' },
    ],
    [
      'outcome.recorded',
      {
        conversation_id: 'c-1',
        outcome_id: 'r-1',
        category: 'sale',
        effective: true,
        lead: true,
        chatpoints: 2.5,
        points_v1: 0,
        by: { kind: 'agent', id: 'a-1' },
      },
      {
        author_kind: 'agent',
        author_id: 'a-1',
        reference: 'r-1',
        category: 'sale',
        number_a: '2.5',
        flags: '24',
      },
    ],
    ['outcome.recorded', { conversation_id: 'c-1' }, {}],
    [
      'survey.answered',
      { conversation_id: 'c-1', rating: 9, scale: 10, submitted: true, agent_id: 'a-1' },
      { agent_id: 'a-1', number_a: '9', number_b: '10', flags: '32' },
    ],
    [
      'page.viewed',
      {
        visitor_id: 'v-1',
        url: 'https://a.example',
        country: 'NL',
        browser: 'Firefox',
        os: 'Linux',
        device: 'desktop',
        region: 'Utrecht',
        latitude: 52.1,
        longitude: 5,
      },
      {
        visitor_id: 'v-1',
        url: 'https://a.example',
        country: 'NL',
        browser: 'Firefox',
        os: 'Linux',
        device: 'desktop',
        region: 'Utrecht',
        place: '52.1,5',
      },
    ],
    // To a tenth of a degree, also of a source that knows more.
    [
      'page.viewed',
      { visitor_id: 'v-1', url: '/', latitude: -33.918, longitude: -0.04 },
      { visitor_id: 'v-1', url: '/', place: '-33.9,0' },
    ],
    ['page.viewed', { visitor_id: 'v-1', url: '/', latitude: 52.1 }, { visitor_id: 'v-1', url: '/' }],
    ['page.viewed', { visitor_id: 'v-1', url: '/', latitude: 90.01, longitude: '5' }, { visitor_id: 'v-1', url: '/' }],
    [
      'message.sent',
      { conversation_id: 'c-1', author: { kind: 'contact' }, country: 'N\tL' },
      { author_kind: 'contact' },
    ],
    // No type names these fields, so they may be anything: what is no word is none.
    [
      'message.sent',
      {
        conversation_id: 'c-1',
        author: { kind: 'contact' },
        country: { code: 'NL' },
        browser: 'x'.repeat(201),
        os: 7,
        device: 'mo\\bile',
      },
      { author_kind: 'contact', device: 'mo\\bile' },
    ],
    ['agent.active', { agent_id: 'a-1', country: 'NL', device: 'desktop' }, { agent_id: 'a-1' }],
    ['conversation.ended', { conversation_id: 'c-1', reason: 'timeout' }, { category: 'timeout' }],
    ['conversation.assigned', { conversation_id: 'c-1', agent_id: null, team_id: 't-1' }, { team_id: 't-1' }],
    [
      'conversation.requested',
      { conversation_id: 'c-1', initiator: 'agent', medium: 'video', auto_message_id: 'am-1' },
      { initiator: 'agent', medium: 'video', reference: 'am-1' },
    ],
    [
      'invitation.sent',
      { conversation_id: 'c-1', campaign: 'spring', channel: 'sms' },
      { category: 'spring', channel: 'sms' },
    ],
    [
      'notification.updated',
      { notification_id: 'n-1', channel: 'sms', status: 'read', campaign: 'spring', parts: 2 },
      { channel: 'sms', status: 'read', category: 'spring', number_a: '2' },
    ],
    [
      'call.updated',
      { call_id: 'k-1', status: 'completed', medium: 'voice', talk_seconds: 12.25, wrap_seconds: 3, bot_id: 'b-1' },
      { status: 'completed', medium: 'voice', bot_id: 'b-1', reference: 'k-1', number_a: '12.25', number_b: '3' },
    ],
    [
      'widget.clicked',
      { visitor_id: 'v-1', touchpoint_id: 'w1', url: 'https://a.example', target: 'launcher', auto_message_id: 'am-1' },
      { visitor_id: 'v-1', touchpoint_id: 'w1', url: 'https://a.example', reference: 'am-1' },
    ],
    ['entity.described', { kind: 'bot', id: 'b-1', name: 'Bot', channel: 'web' }, { reference: 'bot', channel: 'web' }],
    ['agent.presence_changed', { agent_id: 'a-1', status: 'paused' }, { agent_id: 'a-1', status: 'paused' }],
    // Fields that are unknown to the type may hold anything, and were not checked.
    [
      'agent.active',
      { agent_id: 'a-1', status: { odd: true }, channel: 'fax', private: true, author: 7 },
      { agent_id: 'a-1' },
    ],
  ]

  it.each(cases)('of %s with %o fills the columns it should, and no others', (type, data, expected) => {
    expect(filled(encodeEventRow(eventOf(type, data)))).toEqual(expected)
  })

  it('says where the event belongs, when, and holds its data whole', () => {
    const data = {
      call_id: 'k-1',
      conversation_id: 'c-1',
      status: 'queued',
      medium: 'voice',
      extra: ['a', { b: null }],
    }
    const row = decodeRow(encodeEventRow(eventOf('call.updated', data)))
    expect(row).toMatchObject({
      organization_id: 'o-1',
      subject_kind: 'conversation',
      subject_id: 'c-1',
      time: '1772355600.050',
      source: '/chat/eu',
      id: 'e-1',
      type: 'call.updated',
      received_at: '1774008000.007',
      number_a: null,
      number_b: null,
    })
    expect(row.data).toBe('{"call_id":"k-1","extra":["a",{"b":null}]}')
    expect(dataOf(row)).toEqual(data)
  })

  it.each(Object.keys(eventTypes) as EventType[])('of every sample of %s gives its data back', (type) => {
    for (const { data } of eventTypes[type].samples)
      expect(dataOf(decodeRow(encodeEventRow(eventOf(type, data))))).toEqual(data)
  })

  it('gives back what an author has beside kind and id, an author without an id, and fields named like no other', () => {
    const author = { kind: 'contact', name: 'Ann', mood: { smile: 7 } }
    const data = { conversation_id: 'c-1', author, ...JSON.parse('{"__proto__":{"a":1},"touchpoint_id":"","7":8}') }
    const back = dataOf(decodeRow(encodeEventRow(eventOf('message.sent', data))))
    expect(Object.entries(back).sort()).toEqual(Object.entries(data).sort())
  })
})

function dataOf(row: Record<string, string | null>): Record<string, unknown> {
  return decodeEventData(dataColumns.map((column) => row[column]))
}

/** Strings of every kind of character, those that mean something to TabSeparated often. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('\\', '\t', '\n', '\r', '\0', '\b', '\f', '\\N', "'", '"', 'a', '\u2028', '\u007f', '🚲', 'я'),
    )
    .map((parts) => parts.join('')),
)

const anyHostileEvent = fc
  .record({
    organization_id: hostile,
    source: hostile,
    id: hostile,
    subject: hostile,
    author: hostile.filter((id) => id !== ''),
    text: hostile,
    key: hostile,
  })
  .map(({ organization_id, source, id, subject, author, text, key }) =>
    eventOf(
      'message.sent',
      { conversation_id: subject, author: { kind: 'contact', id: author }, text, url: text, [`x${key}`]: text },
      { organization_id, source, id },
    ),
  )

function expectedOf(event: IncomingEvent) {
  const { author, url } = event.data as { author: { id: string }; url: string }
  const { organization_id, source, id, subject_id } = event
  return { organization_id, source, id, subject_id, author_id: author.id, url }
}

describe('hostile strings', () => {
  it('come back from a row as they went in', () => {
    fc.assert(
      fc.property(anyHostileEvent, (event) => {
        const row = decodeRow(encodeEventRow(event))
        expect(row).toMatchObject(expectedOf(event))
        expect(dataOf(row)).toEqual(event.data)
      }),
      { numRuns: 1_000 },
    )
  })

  describe('in the engine', () => {
    const directory = mkdtempSync(join(tmpdir(), 'parley-rows-'))
    let engine: Engine

    beforeAll(async () => {
      engine = await openChdb(directory, { readers: 1 })
      await engine.command(createEventsTable())
    })

    afterAll(async () => {
      await engine.close()
      rmSync(directory, { recursive: true, force: true })
    })

    it('come back as they went in, and so do times, numbers and samples of every type', async () => {
      const hostileEvents = fc.sample(anyHostileEvent, { numRuns: 300, seed: 7 })
      const samples = (Object.keys(eventTypes) as EventType[]).flatMap((type) =>
        eventTypes[type].samples.map(({ data, id, source }) => eventOf(type, data, { id, source })),
      )
      const events = [...hostileEvents, ...samples].map((event, index) => ({ ...event, time: event.time + index }))
      await engine.insertRows(eventsTable, eventColumns, Buffer.from(events.map(encodeEventRow).join('')))
      const rows = await engine.query(
        `SELECT organization_id, source, id, subject_id, author_id, url, type, toUnixTimestamp64Milli(time), toUnixTimestamp64Milli(received_at), isValidJSON(data), ${dataColumns.join(', ')} FROM ${eventsTable} ORDER BY time`,
      )
      expect(rows).toHaveLength(events.length)
      for (const [index, event] of hostileEvents.entries()) {
        expect(rows[index]?.slice(0, 6)).toEqual(Object.values(expectedOf(event)))
      }
      expect(rows.map((row) => row.slice(6, 10))).toEqual(events.map(({ type, time }) => [type, time, receivedAt, 1]))
      expect(rows.map((row) => decodeEventData(row.slice(10)))).toEqual(events.map(({ data }) => data))
    })
  })
})
