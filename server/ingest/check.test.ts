import { cloudEventOf, type EventType, eventTypes } from '@parley/model/events/index.ts'
import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { checkEvent } from './check.ts'

const receivedAt = Date.parse('2026-03-20T12:00:00.000Z')
const context = { organizationId: 'o-1', receivedAt, isPublishable: false }

const good = {
  specversion: '1.0',
  id: 'm-1',
  source: '/chat/eu',
  type: 'message.sent',
  time: '2026-03-01T09:00:00.000Z',
  data: { conversation_id: 'c-1', author: { kind: 'contact', id: 'v-9' }, channel: 'web', text: 'hello' },
}

type Expected = readonly (readonly [reason: string, pointer: string, message: string])[]

function problemsOf(value: unknown, isPublishable = false): Expected {
  const checked = checkEvent(value, { ...context, isPublishable })
  return Array.isArray(checked) ? checked.map(({ reason, pointer, message }) => [reason, pointer, message]) : []
}

/** A right event of a type with these fields of data changed; undefined takes a field away. */
function withData(type: EventType, changes: Record<string, unknown>): unknown {
  const [sample] = eventTypes[type].samples
  if (sample === undefined) throw new Error(`${type} has no sample.`)
  return JSON.parse(JSON.stringify(cloudEventOf(type, { ...sample, data: { ...sample.data, ...changes } })))
}

describe('a right event', () => {
  it.each(Object.keys(eventTypes) as EventType[])('of type %s is taken, each of its samples', (type) => {
    for (const sample of eventTypes[type].samples) {
      const event = cloudEventOf(type, sample)
      expect(checkEvent(event, context)).toEqual({
        organization_id: 'o-1',
        subject_kind: eventTypes[type].subject(sample.data).kind,
        subject_id: eventTypes[type].subject(sample.data).id,
        time: Date.parse(sample.time),
        source: sample.source,
        id: sample.id,
        type,
        received_at: receivedAt,
        data: sample.data,
      })
    }
  })

  it('without a time happened when it came', () => {
    const { time: _, ...timeless } = good
    expect(checkEvent(timeless, context)).toMatchObject({ time: receivedAt })
    expect(checkEvent({ ...good, time: null }, context)).toMatchObject({ time: receivedAt })
  })

  it('may be an hour ahead of the clock, and as old as this century', () => {
    expect(checkEvent({ ...good, time: '2026-03-20T13:00:00.000Z' }, context)).toMatchObject({ id: 'm-1' })
    expect(checkEvent({ ...good, time: '2000-01-01T00:00:00.000Z' }, context)).toMatchObject({ id: 'm-1' })
  })

  it('may have an id of 200 characters, whatever they take in memory', () => {
    const id = '🚲'.repeat(200)
    expect(checkEvent({ ...good, id, data: { ...good.data, visitor_id: id } }, context)).toMatchObject({ id })
  })

  it('keeps fields it does not know, and other attributes do not matter', () => {
    const event = { ...good, subject: 'x', dataschema: 'y', data: { ...good.data, mood: { smile: 7 } } }
    expect(checkEvent(event, context)).toMatchObject({ data: { mood: { smile: 7 } } })
  })
})

describe('a wrong event', () => {
  const cases: readonly [string, unknown, Expected][] = [
    ['a number', 7, [['invalid_envelope', '', 'The event is 7; it must be an object.']]],
    ['a list', [good], [['invalid_envelope', '', 'The event is a list; it must be an object.']]],
    [
      'with no attribute at all',
      {},
      [
        ['invalid_envelope', '/specversion', '"specversion" is missing; it must be "1.0".'],
        ['invalid_envelope', '/id', '"id" is missing; it must be a string of 1 to 200 characters.'],
        ['invalid_envelope', '/source', '"source" is missing; it must be a string of 1 to 1000 characters.'],
        ['invalid_envelope', '/type', '"type" is missing; it must be a string of 1 to 200 characters.'],
      ],
    ],
    [
      'of another version of CloudEvents, with a number for an id and an empty source',
      { ...good, specversion: '0.3', id: 7, source: '' },
      [
        ['invalid_envelope', '/specversion', '"specversion" is "0.3"; it must be "1.0".'],
        ['invalid_envelope', '/id', '"id" is 7; it must be a string of 1 to 200 characters.'],
        ['invalid_envelope', '/source', '"source" is empty; it must be a string of 1 to 1000 characters.'],
      ],
    ],
    [
      'with an id that is too long',
      { ...good, id: 'x'.repeat(201) },
      [['invalid_envelope', '/id', '"id" has 201 characters; it may have at most 200.']],
    ],
    [
      'with an id of bicycles that are too many',
      { ...good, id: '🚲'.repeat(201) },
      [['invalid_envelope', '/id', '"id" has 201 characters; it may have at most 200.']],
    ],
    [
      'with a type that is nearly one',
      { ...good, type: 'message.send' },
      [['unknown_type', '/type', '"type" is "message.send", which is not known; did you mean "message.sent"?']],
    ],
    [
      'with a type that objects have by nature',
      { ...good, type: 'constructor' },
      [
        [
          'unknown_type',
          '/type',
          `"type" is "constructor", which is not known; it must be one of ${Object.keys(eventTypes).join(', ')}.`,
        ],
      ],
    ],
    [
      'with a time that Date would take',
      { ...good, time: 'March 7, 2026' },
      [
        [
          'invalid_envelope',
          '/time',
          '"time" is "March 7, 2026"; it must be an RFC 3339 date and time such as "2026-03-01T09:00:00.000Z".',
        ],
      ],
    ],
    [
      'with a time in milliseconds',
      { ...good, time: 1772355600000 },
      [
        [
          'invalid_envelope',
          '/time',
          '"time" is 1772355600000; it must be an RFC 3339 date and time such as "2026-03-01T09:00:00.000Z".',
        ],
      ],
    ],
    [
      'from tomorrow',
      { ...good, time: '2026-03-21T12:00:00Z' },
      [
        [
          'time_in_future',
          '/time',
          '"time" is "2026-03-21T12:00:00Z"; it must be at most 60 minutes ahead of the server\'s clock, which shows 2026-03-20T12:00:00.000Z. Check the clock of the sender.',
        ],
      ],
    ],
    [
      'from another century',
      { ...good, time: '1999-12-31T23:59:59.999Z' },
      [
        [
          'time_too_old',
          '/time',
          '"time" is "1999-12-31T23:59:59.999Z"; it must not be before 2000-01-01T00:00:00.000Z.',
        ],
      ],
    ],
    [
      'without data',
      { ...good, data: undefined },
      [['invalid_data', '/data', '"data" is missing; it must be an object with conversation_id, author.']],
    ],
    [
      'with data that is a text',
      { ...good, data: '{}' },
      [['invalid_data', '/data', '"data" is "{}"; it must be an object.']],
    ],
    [
      'with data that is a list',
      { ...good, data: [1, 2] },
      [['invalid_data', '/data', '"data" is [1, 2]; it must be an object.']],
    ],
    [
      'wrong in every way at once',
      {
        ...good,
        specversion: '2',
        time: 'now',
        data: { conversation_id: '', author: { kind: 'robot', id: 5 }, private: 'no' },
      },
      [
        ['invalid_envelope', '/specversion', '"specversion" is "2"; it must be "1.0".'],
        [
          'invalid_envelope',
          '/time',
          '"time" is "now"; it must be an RFC 3339 date and time such as "2026-03-01T09:00:00.000Z".',
        ],
        [
          'invalid_data',
          '/data/conversation_id',
          '"conversation_id" is empty; it must be a string of 1 to 200 characters.',
        ],
        [
          'invalid_data',
          '/data/author/kind',
          '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
        ],
        ['invalid_data', '/data/author/id', '"author.id" is 5; it must be a string of 1 to 200 characters.'],
        ['invalid_data', '/data/private', '"private" is "no"; it must be true or false.'],
      ],
    ],
    [
      'with an author of nothing',
      withData('message.sent', { author: null }),
      [['invalid_data', '/data/author', '"author" is null; it must be an object.']],
    ],
    [
      'with null where a field may be absent',
      withData('message.sent', { text: null }),
      [['invalid_data', '/data/text', '"text" is null; it must be a string, or be left out.']],
    ],
    [
      'with an id of 201 characters',
      withData('message.sent', { visitor_id: 'v'.repeat(201) }),
      [['invalid_data', '/data/visitor_id', '"visitor_id" has 201 characters; it may have at most 200.']],
    ],
    [
      'on a channel that is none',
      withData('invitation.sent', { channel: 'fax' }),
      [
        [
          'invalid_data',
          '/data/channel',
          '"channel" is "fax"; it must be one of web, whatsapp, telegram, viber, facebook, instagram, alice, yandex, vkontakte, skype, slack, wechat, snapchat, line, sms, email, push, voice, video, api.',
        ],
      ],
    ],
    [
      'with half an address',
      withData('page.viewed', { url: 'www.shop.example/cart' }),
      [
        [
          'invalid_data',
          '/data/url',
          '"url" is "www.shop.example/cart"; it must be an absolute address such as https://shop.example/cart, without spaces.',
        ],
      ],
    ],
    [
      'assigned to nobody by saying nothing',
      withData('conversation.assigned', { agent_id: undefined }),
      [
        [
          'invalid_data',
          '/data/agent_id',
          '"agent_id" is missing; it must be a string of 1 to 200 characters or null.',
        ],
      ],
    ],
    [
      'with an unknown reason, and another unknown word',
      withData('conversation.ended', { reason: 'bored' }),
      [
        [
          'invalid_data',
          '/data/reason',
          '"reason" is "bored"; it must be one of resolved, timeout, contact_left, agent_closed.',
        ],
      ],
    ],
    [
      'with money that is a number, and money of no currency',
      withData('order.placed', { total: { amount: 12.3, currency: 'EUR' }, tax: { amount: '1', currency: 'euro' } }),
      [
        ['invalid_data', '/data/total/amount', '"total.amount" is 12.3; it must be a string.'],
        [
          'invalid_data',
          '/data/tax/currency',
          '"tax.currency" is "euro"; it must be the three capital letters of an ISO 4217 currency, such as EUR.',
        ],
        ['invalid_data', '/data/tax/currency', '"tax.currency" is "euro"; it must be EUR, the currency of "total".'],
      ],
    ],
    [
      'with money of too many decimals',
      withData('order.refunded', { amount: { amount: '1.0000001', currency: 'EUR' } }),
      [
        [
          'invalid_data',
          '/data/amount/amount',
          '"amount.amount" is "1.0000001"; it must be a decimal number in a string, at most 6 decimals, such as "12.30".',
        ],
      ],
    ],
    [
      'with an order in two currencies',
      withData('order.placed', { shipping: { amount: '5', currency: 'USD' } }),
      [
        [
          'invalid_data',
          '/data/shipping/currency',
          '"shipping.currency" is "USD"; it must be EUR, the currency of "total".',
        ],
      ],
    ],
    [
      'with a rating beyond its scale',
      withData('survey.answered', { rating: 9, scale: undefined }),
      [['invalid_data', '/data/rating', '"rating" is 9; it must be 1 to 5 with no "scale".']],
    ],
    [
      'with a rating of nothing on five, and half an answer',
      withData('survey.answered', { rating: 0, submitted: undefined }),
      [
        ['invalid_data', '/data/submitted', '"submitted" is missing; it must be true or false.'],
        ['invalid_data', '/data/rating', '"rating" is 0; it must be 1 to 5 with "scale" 5.'],
      ],
    ],
    [
      'on a scale that is none, and with half a point',
      withData('survey.answered', { rating: 4.5, scale: 7 }),
      [
        ['invalid_data', '/data/rating', '"rating" is 4.5; it must be a whole number.'],
        ['invalid_data', '/data/scale', '"scale" is 7; it must be the number 5 or 10.'],
      ],
    ],
    [
      'with texts that look like the numbers, true and false that are wanted',
      withData('survey.answered', { rating: '04', scale: '5', submitted: 'true' }),
      [
        ['invalid_data', '/data/rating', '"rating" is the text "04"; it must be a whole number.'],
        ['invalid_data', '/data/scale', '"scale" is the text "5"; it must be the number 5 or 10.'],
        ['invalid_data', '/data/submitted', '"submitted" is the text "true"; it must be true or false.'],
      ],
    ],
    [
      'with texts that are far from the numbers that are wanted',
      withData('survey.answered', { rating: '4.5', scale: '7', submitted: 'yes' }),
      [
        ['invalid_data', '/data/rating', '"rating" is "4.5"; it must be a whole number.'],
        ['invalid_data', '/data/scale', '"scale" is "7"; it must be the number 5 or 10.'],
        ['invalid_data', '/data/submitted', '"submitted" is "yes"; it must be true or false.'],
      ],
    ],
    [
      'with time that runs back',
      withData('call.updated', { talk_seconds: -1 }),
      [['invalid_data', '/data/talk_seconds', '"talk_seconds" is -1; it must be at least 0.']],
    ],
    [
      'with half a part',
      withData('notification.updated', { parts: 1.5, status: 'sent' }),
      [
        [
          'invalid_data',
          '/data/status',
          '"status" is "sent"; it must be one of created, pending, delivered, read, undelivered, canceled, error, delayed, created_optional, omitted_optional.',
        ],
        ['invalid_data', '/data/parts', '"parts" is 1.5; it must be a whole number.'],
      ],
    ],
    [
      'with a level that is none',
      withData('entity.described', { level: 4, team_ids: ['a', ''] }),
      [
        ['invalid_data', '/data/level', '"level" is 4; it must be at most 3.'],
        ['invalid_data', '/data/team_ids/1', '"team_ids[1]" is empty; it must be a string of 1 to 200 characters.'],
      ],
    ],
    [
      'in more teams than there are',
      withData('entity.described', { team_ids: Array.from({ length: 101 }, String) }),
      [['invalid_data', '/data/team_ids', '"team_ids" has 101 items; it may have at most 100.']],
    ],
    [
      'with wrong service hours',
      withData('entity.described', {
        time_zone: 'CEST',
        service_hours: {
          weekly: {
            monday: [],
            tue: [
              ['09:00', '12:00'],
              ['11:00', '17:00'],
            ],
            wed: [['09:00']],
          },
          exceptions: [{ date: '25-12-2026', hours: [] }],
        },
      }),
      [
        [
          'invalid_data',
          '/data/service_hours/weekly/wed/0',
          '"service_hours.weekly.wed[0]" has 1 item; it must have at least 2.',
        ],
        [
          'invalid_data',
          '/data/service_hours/weekly/monday',
          '"service_hours.weekly" has "monday"; it may have mon, tue, wed, thu, fri, sat, sun.',
        ],
        [
          'invalid_data',
          '/data/service_hours/exceptions/0/date',
          '"service_hours.exceptions[0].date" is "25-12-2026"; it must be a date such as 2026-12-25.',
        ],
        [
          'invalid_data',
          '/data/service_hours/weekly/tue/1',
          '"service_hours.weekly.tue[1]" is ["11:00", "17:00"]; it must not start before the period before it ends (12:00).',
        ],
        [
          'invalid_data',
          '/data/time_zone',
          '"time_zone" is "CEST"; it must be an IANA time zone in its exact spelling, such as Europe/Amsterdam.',
        ],
      ],
    ],
  ]

  it.each(cases)('%s is told all that is wrong', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected)
  })

  it('nested without end is refused', () => {
    let deep: unknown = 'end'
    for (let level = 0; level < 10_000; level += 1) deep = { deep }
    expect(problemsOf({ ...good, data: { ...good.data, deep } })).toEqual([
      ['invalid_data', '', `The event is nested more than ${limits.eventNestingLevels} levels deep.`],
    ])
  })

  it('may be nested as deep as the limit', () => {
    let deep: unknown = []
    // The event and its data are two levels, the innermost list is one.
    for (let level = 3; level < limits.eventNestingLevels; level += 1) deep = { deep }
    expect(problemsOf({ ...good, data: { ...good.data, deep } })).toEqual([])
    expect(problemsOf({ ...good, data: { ...good.data, deep: { deep } } })).toHaveLength(1)
  })

  it('with very much wrong is told the first of it', () => {
    const periods = Array.from({ length: 48 }, () => ['a', 'b'])
    const service_hours = { weekly: { mon: periods, tue: periods } }
    expect(problemsOf(withData('entity.described', { service_hours }))).toHaveLength(limits.problemsPerEvent)
  })

  it('with a very long value is quoted in short', () => {
    const [problem] = problemsOf(withData('message.sent', { channel: 'web'.repeat(10_000) }))
    expect(problem?.[2].length).toBeLessThan(400)
  })
})

describe('a publishable key', () => {
  const visitorTypes = Object.keys(eventTypes).filter(
    (type) => /^(widget|auto_message)\./.test(type) || type === 'page.viewed' || type === 'contact.identified',
  )

  it.each(Object.keys(eventTypes) as EventType[])('may or may not send %s', (type) => {
    const forbidden = `"type" is "${type}"; a publishable key may send page.viewed, widget.*, auto_message.* and contact.identified. Send it with a secret key, from a server.`
    expect(problemsOf(withData(type, {}), true)).toEqual(
      visitorTypes.includes(type) ? [] : [['forbidden_type', '/type', forbidden]],
    )
  })
})
