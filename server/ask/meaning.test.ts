import type { FilterRequest, QueryRequest } from '@parley/core/query/request.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryAnswer } from './answer.ts'
import { ask } from './ask.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * What people have argued about, by name: each a little story with the numbers that are right.
 */

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})

afterAll(() => house.close())

type Line = readonly [time: string, type: string, data?: object]

let stories = 0

/** Sends a story of one conversation to an organization of its own, and gives the way to ask about it. */
async function tell(lines: readonly Line[], { zone = 'Europe/Amsterdam', now = '2026-06-01T00:00:00Z' } = {}) {
  stories += 1
  const organizationId = `story-${stories}`
  const events = lines.map(([time, type, data], number) => ({
    specversion: '1.0',
    id: `e-${number}`,
    source: '/story',
    type,
    time,
    data: { conversation_id: 'c', ...data },
  }))
  await house.take(organizationId, events)
  await house.settled()
  const services = house.at(Date.parse(now), { timeZone: zone })
  const asker = { organizationId }
  const year = { from: '2025-01-01', to: '2027-01-01' }
  return {
    query: (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>): Promise<QueryAnswer> =>
      ask(services, asker, { range: year, ...request }),
    totals: async (metrics: string[], more: Partial<QueryRequest> = {}) =>
      (await ask(services, asker, { range: year, ...more, metrics })).totals,
    records: (metric: string) => askRecords(services, asker, { metric, range: year }),
  }
}

const contact = (more: object = {}): object => ({ author: { kind: 'contact', id: 'p' }, text: 'hello', ...more })
const agent = (id = 'a1', more: object = {}): object => ({ author: { kind: 'agent', id }, text: 'hello', ...more })
const bot: object = { author: { kind: 'bot', id: 'b1' }, text: 'hello' }
const web = { channel: 'web' }

describe('response time', () => {
  it('goes on while a bot answers, until the agent does; after a hand-over it is counted from there as well', async () => {
    const { totals, records } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:00:05Z', 'message.sent', bot],
      ['2026-03-10T10:01:00Z', 'message.sent', contact()],
      ['2026-03-10T10:01:02Z', 'message.sent', bot],
      ['2026-03-10T10:03:00Z', 'bot.handed_over', { bot_id: 'b1' }],
      ['2026-03-10T10:05:00Z', 'message.sent', agent()],
      ['2026-03-10T10:06:00Z', 'message.sent', agent()],
    ])
    expect(
      await totals([
        'avg_response_time',
        'max_response_time',
        'avg_first_response_time',
        'avg_first_response_time_after_handover',
        'bot_handled_chats',
        'bot_chats',
        'operator_handled_chats',
        'missed_chats',
      ]),
    ).toEqual({
      avg_response_time: 300,
      max_response_time: 300,
      avg_first_response_time: 300,
      avg_first_response_time_after_handover: 120,
      bot_handled_chats: 0,
      bot_chats: 1,
      operator_handled_chats: 1,
      missed_chats: 0,
    })
    // One wait, one reply: not one for each message of the agent, and none for the bot.
    expect((await records('avg_response_time')).total).toBe(1)
  })

  it('of a chat that only a bot answered is nothing, not the bot’s two seconds', async () => {
    const { totals } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:00:02Z', 'message.sent', bot],
    ])
    expect(await totals(['avg_response_time', 'avg_first_response_time', 'bot_handled_chats', 'missed_chats'])).toEqual(
      {
        avg_response_time: null,
        avg_first_response_time: null,
        bot_handled_chats: 1,
        missed_chats: 1,
      },
    )
  })

  it('belongs to the agent who wrote: one who was only assigned is in no average', async () => {
    const { query, totals } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:00:10Z', 'conversation.assigned', { agent_id: 'silent', team_id: 't1' }],
      ['2026-03-10T10:01:00Z', 'message.sent', agent('a1')],
    ])
    const { rows } = await query({ metrics: ['avg_response_time', 'agent_messages', 'chats'], dimensions: ['agent'] })
    expect(rows).toEqual([
      ['a1', 60, 1, 0],
      // The contact's own message is nobody's; the session is that of the one it was assigned to at its end.
      [null, null, 0, 0],
      ['silent', null, 0, 1],
    ])
    const filters: FilterRequest[] = [{ dimension: 'agent', op: 'in', values: ['silent'] }]
    expect(
      await totals(['avg_response_time', 'median_response_time', 'p90_first_response_time', 'agent_messages'], {
        filters,
      }),
    ).toEqual({
      avg_response_time: null,
      median_response_time: null,
      p90_first_response_time: null,
      agent_messages: 0,
    })
  })

  it('of a conversation that is opened again counts from its second life, not from its first', async () => {
    const { totals, query } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:00:30Z', 'message.sent', agent()],
      ['2026-03-10T10:05:00Z', 'conversation.ended', { reason: 'resolved' }],
      ['2026-03-17T09:00:00Z', 'message.sent', contact()],
      ['2026-03-17T09:01:00Z', 'message.sent', agent()],
    ])
    expect(await totals(['chats', 'max_response_time', 'max_first_response_time', 'avg_first_response_time'])).toEqual({
      chats: 2,
      max_response_time: 60,
      max_first_response_time: 60,
      avg_first_response_time: 45,
    })
    const { rows } = await query({
      metrics: ['avg_first_response_time'],
      granularity: 'day',
      range: { from: '2026-03-17', to: '2026-03-18' },
    })
    expect(rows).toEqual([['2026-03-17', 60]])
  })

  it('of a last word that nobody answered goes on over the end; the first response of the new session does not', async () => {
    const { totals } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:00:30Z', 'message.sent', agent()],
      ['2026-03-10T10:01:00Z', 'message.sent', contact()],
      ['2026-03-10T10:05:00Z', 'conversation.ended', { reason: 'resolved' }],
      ['2026-03-11T10:01:00Z', 'message.sent', contact()],
      ['2026-03-11T10:02:00Z', 'message.sent', agent()],
    ])
    expect(await totals(['max_response_time', 'max_first_response_time'])).toEqual({
      max_response_time: 24 * 3600 + 60,
      max_first_response_time: 60,
    })
  })

  it('across two sessions is the whole wait, counted on the day of the answer; the question was missed', async () => {
    const { totals, query } = await tell([
      ['2026-03-10T21:00:00Z', 'message.sent', contact(web)],
      ['2026-03-11T08:00:00Z', 'message.sent', agent()],
      ['2026-03-11T08:10:00Z', 'message.sent', contact()],
    ])
    expect(
      await totals(['chats', 'conversations', 'missed_chats', 'avg_response_time', 'avg_first_response_time']),
    ).toEqual({
      chats: 2,
      conversations: 1,
      missed_chats: 1,
      avg_response_time: 11 * 3600,
      // No agent answered in the session of the question, and the second began with the answer.
      avg_first_response_time: null,
    })
    const range = { from: '2026-03-10', to: '2026-03-12' }
    expect((await query({ metrics: ['avg_response_time', 'missed_chats'], granularity: 'day', range })).rows).toEqual([
      ['2026-03-10', null, 1],
      ['2026-03-11', 39600, 0],
    ])
  })

  it('to a contact who came back is known to follow an agent’s word that found the contact offline', async () => {
    const { totals } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact(web)],
      ['2026-03-10T10:01:00Z', 'message.sent', agent('a1', { contact_online: false })],
      ['2026-03-10T10:02:00Z', 'message.sent', agent('a1', { contact_online: true })],
      ['2026-03-10T10:10:00Z', 'message.sent', contact()],
      ['2026-03-10T10:11:00Z', 'message.sent', agent('a1', { contact_online: false })],
      ['2026-03-10T10:31:00Z', 'message.sent', contact()],
    ])
    // The last word before the first reply found the contact online.
    expect(await totals(['avg_contact_reply_time_offline'])).toEqual({ avg_contact_reply_time_offline: 20 * 60 })
  })
})

describe('the night that clocks change', () => {
  it('in spring has no hour from two to three, and a wait over it is as long as it was', async () => {
    const { query, totals } = await tell([
      ['2026-03-29T00:59:30Z', 'message.sent', contact(web)], // 01:59:30
      ['2026-03-29T01:00:30Z', 'message.sent', agent()], // 03:00:30
    ])
    const range = { from: '2026-03-29', to: '2026-03-30' }
    const { rows } = await query({ metrics: ['messages', 'agent_messages'], granularity: 'hour', range })
    expect(rows).toHaveLength(23)
    expect(rows.slice(0, 4)).toEqual([
      ['2026-03-29T00:00', 0, 0],
      ['2026-03-29T01:00', 1, 0],
      ['2026-03-29T03:00', 1, 1],
      ['2026-03-29T04:00', 0, 0],
    ])
    expect(await totals(['avg_response_time', 'max_session_duration'], { range })).toEqual({
      avg_response_time: 60,
      max_session_duration: 60,
    })
  })

  it('in autumn has the hour from two to three twice, and each keeps its own', async () => {
    const { query } = await tell([
      ['2025-10-26T00:30:00Z', 'message.sent', contact(web)], // 02:30, the first time
      ['2025-10-26T01:30:00Z', 'message.sent', agent()], // 02:30, the second time
      ['2025-10-26T01:45:00Z', 'message.sent', contact()],
    ])
    const range = { from: '2025-10-26', to: '2025-10-27' }
    const { rows } = await query({ metrics: ['messages'], granularity: 'hour', range })
    expect(rows).toHaveLength(25)
    expect(rows.slice(1, 5)).toEqual([
      ['2025-10-26T01:00', 0],
      ['2025-10-26T02:00', 1],
      ['2025-10-26T02:00', 2],
      ['2025-10-26T03:00', 0],
    ])
    const cyclic = { metrics: ['messages'], granularity: 'hour_of_day' as const, range }
    expect((await query(cyclic)).rows[2]).toEqual([2, 3])
    // That day had the hour twice.
    expect((await query({ ...cyclic, cycle: 'mean' })).rows[2]).toEqual([2, 1.5])
    expect((await query({ metrics: ['messages'], granularity: 'day', range })).rows).toEqual([['2025-10-26', 3]])
  })

  it('leaves quarters and halves of hours where clocks go by less: Chatham, 45 minutes off, and Lord Howe, half an hour', async () => {
    // Chatham: 03:45 becomes 02:45 at 14:00 UTC.
    const lines: Line[] = ['13:20', '13:50', '14:05', '14:20'].map((time) => [
      `2026-04-04T${time}:00Z`,
      'message.sent',
      contact(web),
    ])
    const chatham = await tell(lines, { zone: 'Pacific/Chatham' })
    const range = { from: '2026-04-05T02:00', to: '2026-04-05T05:00' }
    expect((await chatham.query({ metrics: ['messages'], granularity: 'hour', range })).rows).toEqual([
      ['2026-04-05T02:00', 0],
      ['2026-04-05T03:00', 2],
      ['2026-04-05T02:00', 1], // 02:45 to 03:00, the second time
      ['2026-04-05T03:00', 1], // 03:00 to 04:00, the second time
      ['2026-04-05T04:00', 0],
    ])
    // Lord Howe: 02:00 becomes 02:30 at 15:30 UTC.
    const howe = await tell([['2025-10-04T15:40:00Z', 'message.sent', contact(web)]], { zone: 'Australia/Lord_Howe' })
    const spring = { from: '2025-10-05T01:00', to: '2025-10-05T04:00' }
    const { rows } = await howe.query({ metrics: ['messages'], granularity: 'hour', range: spring })
    expect(rows).toEqual([
      ['2025-10-05T01:00', 0],
      ['2025-10-05T02:00', 1],
      ['2025-10-05T03:00', 0],
    ])
  })
})

describe('a range', () => {
  const lines: Line[] = ['2026-02-28T23:00:00.000Z', '2026-03-01T22:59:59.999Z', '2026-03-01T23:00:00.000Z'].map(
    (time) => [time, 'message.sent', contact(web)],
  )

  it('of one day is that day: its first millisecond is in it, the next midnight is not', async () => {
    const { query } = await tell(lines)
    const range = { from: '2026-03-01', to: '2026-03-02' }
    const { rows, totals } = await query({ metrics: ['messages'], granularity: 'day', range })
    expect(rows).toEqual([['2026-03-01', 2]])
    expect(totals).toEqual({ messages: 2 })
  })

  it.each([
    ['yesterday', 1, '2026-03-01', 2],
    ['today', 1, '2026-03-02', 1],
    ['last_week', 7, '2026-02-23', 2],
    ['week_to_date', 1, '2026-03-02', 1],
    ['last_month', 28, '2026-02-01', 0],
    ['month_to_date', 2, '2026-03-01', 3],
    ['year_to_date', 61, '2026-01-01', 3],
    ['last_year', 365, '2025-01-01', 0],
  ])('named %s has its %d days and not one more', async (group, days, first, messages) => {
    const { query } = await tell(lines, { now: '2026-03-02T11:00:00Z' })
    const { rows, totals } = await query({ metrics: ['messages'], granularity: 'day', range: { group } })
    expect(rows).toHaveLength(days)
    expect(rows[0]?.[0]).toBe(first)
    expect(totals).toEqual({ messages })
  })

  it('that cuts its first and last bucket counts only what is inside, and is compared with one of its own length', async () => {
    const { query } = await tell([
      ['2026-03-09T11:59:00Z', 'message.sent', contact(web)],
      ['2026-03-10T11:59:00Z', 'message.sent', contact()],
      ['2026-03-10T12:00:00Z', 'message.sent', contact()],
      ['2026-03-11T11:59:59Z', 'message.sent', contact()],
      ['2026-03-11T12:00:00Z', 'message.sent', contact()],
    ])
    const range = { from: '2026-03-10T12:00Z', to: '2026-03-11T12:00Z' }
    const { rows, comparison } = await query({
      metrics: ['messages'],
      granularity: 'day',
      range,
      compare: 'previous_period',
    })
    expect(rows).toEqual([
      ['2026-03-10', 1],
      ['2026-03-11', 1],
    ])
    expect(comparison).toMatchObject({
      rows: [
        ['2026-03-09', 0],
        ['2026-03-10', 1],
      ],
      totals: { messages: 1 },
    })
  })
})

describe('a comparison by weekday', () => {
  it('sets the Monday after the clocks changed beside the Monday before', async () => {
    const { query } = await tell([
      ['2026-03-22T22:59:00Z', 'message.sent', contact(web)],
      ['2026-03-22T23:00:00Z', 'message.sent', contact()],
      ['2026-03-29T21:59:00Z', 'message.sent', contact()],
      ['2026-03-29T22:00:00Z', 'message.sent', contact()],
      ['2026-03-29T22:00:01Z', 'message.sent', contact()],
    ])
    const { rows, comparison } = await query({
      metrics: ['messages'],
      granularity: 'day',
      range: { from: '2026-03-30', to: '2026-03-31' },
      compare: 'previous_period',
      compare_match: 'weekday',
    })
    expect(rows).toEqual([['2026-03-30', 2]])
    expect(comparison).toMatchObject({ kind: 'previous_period', match: 'weekday', rows: [['2026-03-23', 1]] })
  })
})

describe('the heat map', () => {
  // Three on a Monday at nine and one on the next, one on a Wednesday.
  const lines: Line[] = [
    '2026-03-09T08:00:00Z',
    '2026-03-09T08:10:00Z',
    '2026-03-09T08:20:00Z',
    '2026-03-16T08:00:00Z',
    '2026-03-04T08:00:00Z',
  ].map((time) => [time, 'message.sent', contact(web)])
  const valueAt = (answer: QueryAnswer, day: number, hour: number) =>
    answer.rows.find(([time]) => Array.isArray(time) && time[0] === day && time[1] === hour)?.[1]

  it('shows the mean per week also where the range begins in the middle of one', async () => {
    const { query } = await tell(lines)
    const ask = (from: string, to: string) =>
      query({ metrics: ['messages'], granularity: 'hour_of_week', cycle: 'mean', range: { from, to } })
    // Wednesday to Wednesday, two weeks: every hour twice.
    const twoWeeks = await ask('2026-03-04', '2026-03-18')
    expect(twoWeeks.rows).toHaveLength(168)
    expect(valueAt(twoWeeks, 1, 9)).toBe(2)
    expect(valueAt(twoWeeks, 3, 9)).toBe(0.5)
    expect(valueAt(twoWeeks, 2, 9)).toBe(0)
    // Wednesday to the Tuesday after next: Mondays twice, Tuesdays once, Wednesdays twice.
    const twelveDays = await ask('2026-03-04', '2026-03-17')
    expect(valueAt(twelveDays, 1, 9)).toBe(2)
    expect(valueAt(twelveDays, 3, 9)).toBe(0.5)
    // Thursday to Tuesday: one Monday, and no Wednesday at all: of nothing there is no mean.
    const sixDays = await ask('2026-03-05', '2026-03-11')
    expect(valueAt(sixDays, 1, 9)).toBe(3)
    expect(valueAt(sixDays, 3, 9)).toBeNull()
    expect(valueAt(sixDays, 3, 9)).not.toBe(0)
    // Totals are sums all the same.
    expect(twoWeeks.totals).toEqual({ messages: 5 })
  })

  it('does not count weeks that are still to come', async () => {
    const { query } = await tell(lines, { now: '2026-03-11T00:00:00Z' })
    const answer = await query({
      metrics: ['messages'],
      granularity: 'hour_of_week',
      cycle: 'mean',
      range: { from: '2026-03-02', to: '2026-03-30' },
    })
    // Two Mondays were there so far; what lies ahead is not yet said.
    expect(valueAt(answer, 1, 9)).toBe(4 / 2)
    expect(valueAt(answer, 3, 9)).toBe(1)
  })

  it('puts the greatest mean first where rows are split and ordered by it, not the greatest sum', async () => {
    const { query } = await tell([...lines, ...lines.slice(4)])
    // Three on one of two Mondays, two on the only Wednesday.
    const byMean = (desc: boolean) =>
      query({
        metrics: ['messages'],
        granularity: 'day_of_week',
        cycle: 'mean',
        dimensions: ['channel'],
        order: [{ by: 'messages', desc }],
        range: { from: '2026-02-26', to: '2026-03-10' },
      })
    expect((await byMean(true)).rows.map(([day, , mean]) => [day, mean])).toEqual([
      [3, 2],
      [1, 3 / 2],
    ])
    expect((await byMean(false)).rows.map(([day]) => day)).toEqual([1, 3])
  })
})

describe('a chat is missed', () => {
  it('only once it is over: while it is open somebody may still answer', async () => {
    const lines: Line[] = [['2026-03-10T10:00:00Z', 'message.sent', contact(web)]]
    const missedAt = async (now: string) =>
      (await (await tell(lines, { now })).totals(['missed_chats', 'chats'])).missed_chats
    expect(await missedAt('2026-03-10T10:29:59.999Z')).toBe(0)
    expect(await missedAt('2026-03-10T10:30:00.000Z')).toBe(1)
  })

  it('after 24 hours on a channel that is not the web, and at once when it is ended', async () => {
    const whatsapp: Line[] = [['2026-03-10T10:00:00Z', 'message.sent', contact({ channel: 'whatsapp' })]]
    const at = async (lines: Line[], now: string) =>
      (await (await tell(lines, { now })).totals(['missed_chats'])).missed_chats
    expect(await at(whatsapp, '2026-03-11T09:59:59.999Z')).toBe(0)
    expect(await at(whatsapp, '2026-03-11T10:00:00Z')).toBe(1)
    const ended: Line[] = [...whatsapp, ['2026-03-10T10:05:00Z', 'conversation.ended', { reason: 'contact_left' }]]
    expect(await at(ended, '2026-03-10T10:04:59.999Z')).toBe(0)
    expect(await at(ended, '2026-03-10T10:05:00Z')).toBe(1)
  })

  it('counts by the channel that was known when the silence was over, whenever it became known', async () => {
    // Nothing was known at first: 24 hours. Then the conversation turned out to be on the web: half an hour.
    const { totals, records } = await tell([
      ['2026-03-10T10:00:00Z', 'message.sent', contact()],
      ['2026-03-10T11:00:00Z', 'conversation.started', web],
      ['2026-03-10T11:00:01Z', 'message.sent', contact()],
    ])
    expect(await totals(['chats'])).toEqual({ chats: 2 })
    const { rows, columns } = await records('chats')
    const closes = columns.findIndex(({ id }) => id === 'closes_at')
    expect(rows.map((row) => row[closes])).toEqual(['2026-03-10T11:30:01.000Z', '2026-03-10T10:30:00.000Z'])
  })
})
