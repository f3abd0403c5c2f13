import type { QueryRequest } from '@parley/core/query/request.ts'
import { visitTimeoutMs } from '@parley/model/visits/visit-timeout.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * What the website side counts, by name: each a little story with the numbers that are right.
 */

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})

afterAll(() => house.close())

type Line = readonly [time: string, type: string, data?: object]

const year = { from: '2026-01-01', to: '2027-01-01' }
let stories = 0

/** An organization of its own to tell things to, bit by bit, and to ask about them. */
function story({ now = '2026-06-01T00:00:00Z' } = {}) {
  stories += 1
  const organizationId = `website-${stories}`
  let lines = 0
  const services = house.at(Date.parse(now), { timeZone: 'Europe/Amsterdam' })
  const asker = { organizationId }
  return {
    async tell(...told: readonly Line[]) {
      const events = told.map(([time, type, data]) => {
        lines += 1
        return { specversion: '1.0', id: `e-${lines}`, source: '/site', type, time, data: { visitor_id: 'v', ...data } }
      })
      await house.take(organizationId, events)
      await house.settled()
    },
    totals: async (...metrics: string[]) => (await ask(services, asker, { range: year, metrics })).totals,
    rows: async (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>) =>
      (await ask(services, asker, { range: year, ...request })).rows,
    /** The values of some columns of the rows behind a number, the latest first. */
    async records(metric: string, ...ids: string[]) {
      const { columns, rows } = await askRecords(services, asker, { metric, range: year })
      return rows.map((row) => ids.map((id) => row[columns.findIndex((column) => column.id === id)]))
    },
  }
}

const url = 'https://velo.example/'
const page = (more: object = {}): object => ({ url, ...more })
const widget = (more: object = {}): object => ({ url, touchpoint_id: 'w1', ...more })

describe('a visit', () => {
  it('goes on over exactly 30 minutes of silence, and not a millisecond longer', async () => {
    expect(visitTimeoutMs).toBe(30 * 60_000)
    const { tell, totals, records } = story()
    await tell(
      ['2026-03-10T10:00:00.000Z', 'page.viewed', page()],
      ['2026-03-10T10:30:00.000Z', 'page.viewed', page()],
      ['2026-03-10T11:00:00.001Z', 'page.viewed', page()],
    )
    expect(await totals('visits', 'visitors')).toEqual({ visits: 2, visitors: 1 })
    expect(await records('visits', 'pages', 'duration')).toEqual([
      [1, 0],
      [2, 1800],
    ])
  })

  it('becomes one when what lay between is told later', async () => {
    const { tell, totals } = story()
    await tell(['2026-03-10T10:00:00Z', 'page.viewed', page()], ['2026-03-10T10:50:00Z', 'page.viewed', page()])
    expect(await totals('visits')).toEqual({ visits: 2 })
    await tell(['2026-03-10T10:25:00Z', 'widget.shown', widget()])
    expect(await totals('visits')).toEqual({ visits: 1 })
  })

  it('is not prolonged by messages, nor begun or prolonged by saying who it is', async () => {
    const { tell, totals } = story()
    await tell(
      ['2026-03-10T09:00:00Z', 'contact.identified', { contact_id: 'p-1' }],
      ['2026-03-10T10:00:00Z', 'page.viewed', page()],
      ['2026-03-10T10:20:00Z', 'message.sent', { conversation_id: 'c', author: { kind: 'contact' } }],
      ['2026-03-10T10:25:00Z', 'contact.identified', { contact_id: 'p-1' }],
      ['2026-03-10T10:40:00Z', 'page.viewed', page()],
    )
    expect(await totals('visits')).toEqual({ visits: 2 })
  })

  it('begins with the widget where no page was told of before', async () => {
    const { tell, rows } = story()
    await tell(
      ['2026-03-09T22:59:00Z', 'widget.shown', widget()],
      // The next day in Amsterdam.
      ['2026-03-09T23:01:00Z', 'page.viewed', page({ url: 'https://velo.example/sale' })],
    )
    expect(
      await rows({ metrics: ['visits'], granularity: 'day', range: { from: '2026-03-09', to: '2026-03-11' } }),
    ).toEqual([
      ['2026-03-09', 1],
      ['2026-03-10', 0],
    ])
    expect(await rows({ metrics: ['visits'], dimensions: ['url'] })).toEqual([[url, 1]])
  })

  it('is none when a bot makes it', async () => {
    const { tell, totals } = story()
    await tell(['2026-03-10T10:00:00Z', 'page.viewed', page({ device: 'bot' })])
    expect(await totals('visits', 'visitors')).toEqual({ visits: 0, visitors: 0 })
  })

  it('comes from the site of its first page’s referrer, and not from itself', async () => {
    const { tell, rows } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'page.viewed', page({ referrer: 'https://www.google.com/search?q=e-bikes' })],
      ['2026-03-11T10:00:00Z', 'page.viewed', page({ referrer: 'https://www.velo.example/cart' })],
      ['2026-03-12T10:00:00Z', 'page.viewed', page({ referrer: '' })],
    )
    expect(await rows({ metrics: ['visits'], dimensions: ['referrer'] })).toEqual([
      [null, 2],
      ['google.com', 1],
    ])
  })
})

describe('a visitor', () => {
  it('identified after three visits was that contact in all of them, and the last word holds', async () => {
    const { tell, records } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'page.viewed', page()],
      ['2026-03-11T10:00:00Z', 'page.viewed', page()],
      ['2026-03-12T10:00:00Z', 'page.viewed', page()],
    )
    const contacts = () => records('visits', 'contact', 'is_identified')
    expect(await contacts()).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ])
    await tell(['2026-03-12T10:05:00Z', 'contact.identified', { contact_id: 'p-1' }])
    expect(await contacts()).toEqual([
      ['p-1', true],
      ['p-1', true],
      ['p-1', true],
    ])
    await tell(['2026-03-12T10:06:00Z', 'page.viewed', page({ contact_id: 'p-2' })])
    expect(await contacts()).toEqual([
      ['p-2', true],
      ['p-2', true],
      ['p-2', true],
    ])
    // Told late, but not last.
    await tell(['2026-03-11T10:05:00Z', 'contact.identified', { contact_id: 'p-3' }])
    expect(await contacts()).toEqual([
      ['p-2', true],
      ['p-2', true],
      ['p-2', true],
    ])
  })
})

describe('the click-through rate of the widget', () => {
  it('over nothing is null', async () => {
    const { tell, totals, rows } = story()
    expect(await totals('widget_ctr')).toEqual({ widget_ctr: null })
    await tell(['2026-03-10T10:00:00Z', 'widget.clicked', widget({ target: 'launcher' })])
    expect(await totals('widget_ctr', 'widget_click_visitors')).toEqual({ widget_ctr: null, widget_click_visitors: 1 })
    const days = { granularity: 'day', range: { from: '2026-03-10', to: '2026-03-12' } } as const
    expect(await rows({ metrics: ['widget_ctr'], ...days })).toEqual([
      ['2026-03-10', null],
      ['2026-03-11', null],
    ])
  })

  it('is of visitors, however often each saw and clicked; every kind of click counts', async () => {
    const { tell, totals, rows } = story()
    const autoMessage = { url, auto_message_id: 'm-1', trigger: 'exit_intent', text: 'Help?', target_url: '/sale' }
    await tell(
      ['2026-03-10T10:00:00Z', 'widget.shown', widget()],
      ['2026-03-10T10:01:00Z', 'widget.shown', widget()],
      ['2026-03-10T10:02:00Z', 'widget.clicked', widget({ target: 'launcher' })],
      ['2026-03-10T10:02:30Z', 'widget.clicked', widget({ target: 'auto_message', auto_message_id: 'm-1' })],
      ['2026-03-10T10:03:00Z', 'auto_message.clicked', autoMessage],
      ['2026-03-10T10:00:00Z', 'widget.shown', widget({ visitor_id: 'w', device: 'mobile' })],
      ['2026-03-10T10:01:00Z', 'auto_message.clicked', { ...autoMessage, visitor_id: 'w' }],
      ['2026-03-10T10:00:00Z', 'widget.shown', widget({ visitor_id: 'x' })],
      ['2026-03-10T10:00:00Z', 'widget.shown', widget({ visitor_id: 'y', device: 'mobile' })],
    )
    expect(
      await totals('widget_impression_visitors', 'widget_click_visitors', 'widget_ctr', 'auto_message_clicks'),
    ).toEqual({ widget_impression_visitors: 4, widget_click_visitors: 2, widget_ctr: 0.5, auto_message_clicks: 2 })
    // What the visit knows holds for all that happened in it.
    expect(await rows({ metrics: ['widget_ctr'], dimensions: ['device'], order: [{ by: 'device' }] })).toEqual([
      [null, 0.5],
      ['mobile', 0.5],
    ])
    expect(
      await rows({
        metrics: ['auto_message_clicks'],
        dimensions: ['trigger', 'auto_message_text', 'target_url', 'touchpoint'],
        filters: [{ dimension: 'trigger', op: 'exists' }],
      }),
    ).toEqual([['exit_intent', 'Help?', '/sale', 'w1', 2]])
  })
})

describe('the engagement and the missed ratio', () => {
  it('divide chats by visits, in every part of a split and in the whole, and are null without visits', async () => {
    const { tell, totals, rows, records } = story()
    const chat = (conversation_id: string, touchpoint_id: string): object => ({
      conversation_id,
      touchpoint_id,
      channel: 'web',
      author: { kind: 'contact' },
    })
    await tell(
      ...[1, 2, 3, 4].map((day): Line => [`2026-03-0${day}T10:00:00Z`, 'page.viewed', page({ touchpoint_id: 'w1' })]),
      ['2026-03-05T10:00:00Z', 'page.viewed', page({ touchpoint_id: 'w2' })],
      ['2026-03-01T10:00:00Z', 'message.sent', chat('c-1', 'w1')],
      ['2026-03-01T10:01:00Z', 'message.sent', { conversation_id: 'c-1', author: { kind: 'agent', id: 'a' } }],
      ['2026-03-02T10:00:00Z', 'message.sent', chat('c-2', 'w3')],
    )
    const metrics = ['engagement_ratio', 'missed_ratio', 'visits']
    expect(await totals(...metrics)).toEqual({ engagement_ratio: 0.2, missed_ratio: 0.2, visits: 5 })
    expect(
      await rows({
        metrics,
        dimensions: ['touchpoint'],
        order: [{ by: 'engagement_ratio', desc: true }, { by: 'touchpoint' }],
      }),
    ).toEqual([
      ['w1', 0.25, 0, 4],
      ['w2', 0, 0, 1],
      ['w3', null, null, 0],
    ])
    expect(
      await rows({ metrics: ['missed_ratio'], granularity: 'day', range: { from: '2026-03-01', to: '2026-03-04' } }),
    ).toEqual([
      ['2026-03-01', 0],
      ['2026-03-02', 1],
      ['2026-03-03', 0],
    ])
    // Opened, it shows the chats.
    expect(await records('missed_ratio', 'conversation_id')).toEqual([['c-2']])
  })

  it('are split by what both chats and visits have', async () => {
    const { rows } = story()
    await expect(rows({ metrics: ['engagement_ratio'], dimensions: ['agent'] })).rejects.toMatchObject({
      code: 'invalid_query',
      problems: [{ code: 'impossible_split', message: expect.stringContaining('It can be split by: touchpoint, url') }],
    })
  })
})

describe('a unique contact visit', () => {
  const said = (conversation_id: string, visitor_id: string | undefined): object => ({
    conversation_id,
    visitor_id,
    channel: 'web',
    author: { kind: 'contact' },
  })
  const ended = (conversation_id: string): object => ({ conversation_id, reason: 'resolved' })

  it('is counted when the chat is over, by its end or by the timeout', async () => {
    const { tell, rows } = story()
    await tell(
      ['2026-03-10T22:50:00Z', 'message.sent', said('c-1', 'v')],
      ['2026-03-11T10:00:00Z', 'message.sent', said('c-2', 'w')],
      ['2026-03-11T10:05:00Z', 'conversation.ended', ended('c-2')],
    )
    const range = { from: '2026-03-10', to: '2026-03-12' }
    // The first began before midnight in Amsterdam and timed out after it.
    expect(await rows({ metrics: ['unique_contact_visits', 'chats'], granularity: 'day', range })).toEqual([
      ['2026-03-10', 0, 1],
      ['2026-03-11', 2, 1],
    ])
    const open = story({ now: '2026-03-10T10:29:59.999Z' })
    await open.tell(['2026-03-10T10:00:00Z', 'message.sent', said('c-1', 'v')])
    expect(await open.totals('unique_contact_visits')).toEqual({ unique_contact_visits: 0 })
  })

  it('is counted at most once in 30 minutes for a visitor, in whatever conversations', async () => {
    const { tell, totals, records } = story()
    await tell(
      ...['10:00', '10:10', '10:29', '10:30', '10:59'].flatMap((minute, index): Line[] => [
        [`2026-03-10T${minute}:00Z`, 'message.sent', said(`c-${index}`, 'v')],
        [`2026-03-10T${minute}:00Z`, 'conversation.ended', ended(`c-${index}`)],
      ]),
      ['2026-03-10T10:05:00Z', 'message.sent', said('d', 'w')],
      ['2026-03-10T10:05:00Z', 'conversation.ended', ended('d')],
    )
    expect(await totals('unique_contact_visits', 'chats')).toEqual({ unique_contact_visits: 3, chats: 6 })
    expect(await records('unique_contact_visits', 'conversation_id')).toEqual([['c-3'], ['d'], ['c-0']])
  })

  it('is of a visitor whose id is known', async () => {
    const { tell, totals } = story()
    await tell([
      '2026-03-10T10:00:00Z',
      'message.sent',
      { conversation_id: 'c', visitor_id: undefined, author: { kind: 'contact', id: 'p' } },
    ])
    expect(await totals('unique_contact_visits', 'chats')).toEqual({ unique_contact_visits: 0, chats: 1 })
  })
})

describe('chats and calls by browser and country', () => {
  it('are those that reached an inbox or an agent, with what the contact had when they began', async () => {
    const { tell, rows } = story()
    const contact = { author: { kind: 'contact' }, channel: 'web' }
    await tell(
      [
        '2026-03-10T10:00:00Z',
        'conversation.started',
        { conversation_id: 'c-1', inbox_id: 'i', country: 'NL', browser: 'Firefox' },
      ],
      ['2026-03-10T10:00:01Z', 'message.sent', { conversation_id: 'c-1', ...contact }],
      // An agent's own browser says nothing of the contact.
      [
        '2026-03-10T10:00:02Z',
        'message.sent',
        { conversation_id: 'c-1', author: { kind: 'agent', id: 'a' }, browser: 'Chrome' },
      ],
      // Continued a day later, from elsewhere.
      [
        '2026-03-11T10:00:00Z',
        'message.sent',
        { conversation_id: 'c-1', ...contact, country: 'BE', browser: 'Safari' },
      ],
      // Nobody but a bot ever saw this one.
      [
        '2026-03-11T10:00:00Z',
        'message.sent',
        { conversation_id: 'c-2', ...contact, country: 'NL', browser: 'Firefox' },
      ],
      ['2026-03-11T10:00:01Z', 'message.sent', { conversation_id: 'c-2', author: { kind: 'bot', id: 'b' } }],
    )
    const order = [{ by: 'country' }]
    expect(await rows({ metrics: ['inbox_sessions'], dimensions: ['country', 'browser'], order })).toEqual([
      ['BE', 'Safari', 1],
      ['NL', 'Firefox', 1],
    ])
    expect(await rows({ metrics: ['chats'], dimensions: ['country'], order })).toEqual([
      ['BE', 1],
      ['NL', 2],
    ])
  })
})
