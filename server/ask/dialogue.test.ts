import type { QueryRequest } from '@parley/core/query/request.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * What is asked for, offered, waited for and taken up in conversations, and agents' time: stories by name.
 */

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})

afterAll(() => house.close())

type Line = readonly [time: string, type: string, data?: object]

let stories = 0
let told = 0

/** An organization of its own that is told things bit by bit, and can be asked in between. */
function story({ zone = 'Europe/Amsterdam', now = '2026-06-01T00:00:00Z' } = {}) {
  stories += 1
  const asker = { organizationId: `dialogue-${stories}` }
  const services = house.at(Date.parse(now), { timeZone: zone })
  const year = { from: '2025-01-01', to: '2027-01-01' }
  return {
    async tell(...lines: Line[]) {
      const events = lines.map(([time, type, data]) => {
        told += 1
        const where = type.startsWith('agent.') ? {} : { conversation_id: 'c' }
        return { specversion: '1.0', id: `e-${told}`, source: '/story', type, time, data: { ...where, ...data } }
      })
      await house.take(asker.organizationId, events)
      await house.settled()
    },
    query: (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>) =>
      ask(services, asker, { range: year, ...request }),
    totals: async (metrics: string[], more: Partial<QueryRequest> = {}) =>
      (await ask(services, asker, { range: year, ...more, metrics })).totals,
    records: (metric: string) => askRecords(services, asker, { metric, range: year }),
  }
}

const contact = { author: { kind: 'contact', id: 'p' }, text: 'hello' }
const agent = (id = 'a1') => ({ author: { kind: 'agent', id }, text: 'hello' })
const bot = { author: { kind: 'bot', id: 'b1' }, text: 'hello' }

describe('a request', () => {
  it('is accepted by a message that arrives late, and unanswered until then', async () => {
    const { tell, totals } = story()
    const asked = ['requests', 'unanswered_visitor_requests', 'visitor_request_acceptance_rate'] as const
    await tell(
      ['2026-03-10T10:00:00Z', 'conversation.requested', { initiator: 'contact', medium: 'text' }],
      ['2026-03-10T10:00:01Z', 'message.sent', contact],
      ['2026-03-10T10:00:02Z', 'message.sent', bot],
    )
    expect(await totals([...asked])).toEqual({
      requests: 1,
      unanswered_visitor_requests: 1,
      visitor_request_acceptance_rate: 0,
    })
    await tell(['2026-03-10T12:00:00Z', 'conversation.ended', { reason: 'timeout' }])
    await tell(['2026-03-12T09:00:00Z', 'message.sent', agent()])
    expect(await totals(['unanswered_visitor_requests'])).toEqual({ unanswered_visitor_requests: 1 })
    // It was written before the end, and arrives two days after it.
    await tell(['2026-03-10T10:05:00Z', 'message.sent', agent()])
    expect(await totals([...asked])).toEqual({
      requests: 1,
      unanswered_visitor_requests: 0,
      visitor_request_acceptance_rate: 1,
    })
  })

  it('loses to a later request what was answered after that one', async () => {
    const { tell, query } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'conversation.requested', { initiator: 'contact', medium: 'text' }],
      ['2026-03-10T10:09:00Z', 'message.sent', agent()],
    )
    const byMedium = { metrics: ['requests', 'unsuccessful_requests'], dimensions: ['medium'] }
    expect((await query(byMedium)).rows).toEqual([['text', 1, 0]])
    await tell(['2026-03-10T10:05:00Z', 'conversation.requested', { initiator: 'contact', medium: 'video' }])
    expect((await query(byMedium)).rows).toEqual([
      ['text', 1, 1],
      ['video', 1, 0],
    ])
  })

  it('of an agent is accepted by the contact’s word or a call that connects, not by the agent’s own word', async () => {
    const { tell, totals } = story()
    const requested = { initiator: 'agent', medium: 'video', agent_id: 'a1' }
    await tell(
      ['2026-03-10T10:00:00Z', 'conversation.requested', requested],
      ['2026-03-10T10:01:00Z', 'message.sent', agent()],
      ['2026-03-10T11:00:00Z', 'conversation.requested', requested],
      ['2026-03-10T11:01:00Z', 'call.updated', { call_id: 'k', status: 'ringing', medium: 'video' }],
      ['2026-03-10T11:02:00Z', 'call.updated', { call_id: 'k', status: 'answered', medium: 'video' }],
      ['2026-03-10T12:00:00Z', 'conversation.requested', requested],
      // The call that is over now had connected before this request.
      ['2026-03-10T12:01:00Z', 'call.updated', { call_id: 'k', status: 'completed', medium: 'video' }],
    )
    expect(await totals(['agent_requests', 'video_requests', 'agent_request_acceptance_rate'])).toEqual({
      agent_requests: 3,
      video_requests: 3,
      agent_request_acceptance_rate: 1 / 3,
    })
  })
})

describe('a chat', () => {
  it('waits from the first offer to the first word of an agent, whoever skips it and whatever a bot says', async () => {
    const { tell, totals, query } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'message.sent', contact],
      ['2026-03-10T10:00:10Z', 'conversation.routed', { inbox_id: 'i1' }],
      ['2026-03-10T10:00:20Z', 'conversation.offered', { agent_id: 'a1' }],
      ['2026-03-10T10:00:50Z', 'conversation.skipped', { agent_id: 'a1' }],
      ['2026-03-10T10:00:51Z', 'message.sent', bot],
      ['2026-03-10T10:01:00Z', 'conversation.offered', { agent_id: 'a2' }],
      ['2026-03-10T10:01:10Z', 'message.sent', agent('a2')],
      ['2026-03-10T10:02:00Z', 'message.sent', agent('a2')],
    )
    expect(await totals(['avg_waiting_time', 'max_waiting_time', 'abandoned_chats'])).toEqual({
      avg_waiting_time: 60,
      max_waiting_time: 60,
      abandoned_chats: 0,
    })
    const { rows } = await query({
      metrics: ['offered_dialogs', 'skipped_dialogs', 'written_dialogs'],
      dimensions: ['agent'],
      order: [{ by: 'agent' }],
    })
    expect(rows).toEqual([
      [null, 0, 0, 0],
      ['a1', 1, 1, 0],
      ['a2', 1, 0, 1],
    ])
  })

  it('is abandoned when the contact leaves a queue, not when there was none or somebody spoke', async () => {
    const left: Line = ['2026-03-10T10:05:00Z', 'conversation.ended', { reason: 'contact_left' }]
    const routed: Line = ['2026-03-10T10:01:00Z', 'conversation.routed', { inbox_id: 'i1' }]
    const asked: Line = ['2026-03-10T10:00:00Z', 'message.sent', contact]
    const cases: [Line[], number][] = [
      [[asked, routed, left], 1],
      [[asked, left], 0],
      [[asked, routed, ['2026-03-10T10:02:00Z', 'message.sent', agent()], left], 0],
      [[asked, routed, ['2026-03-10T10:04:00Z', 'conversation.ended', { reason: 'timeout' }], left], 0],
    ]
    for (const [lines, abandoned_chats] of cases) {
      const { tell, totals } = story()
      await tell(...lines)
      expect(await totals(['abandoned_chats'])).toEqual({ abandoned_chats })
    }
  })

  it('that was resolved took until then; the next one was reopened', async () => {
    const { tell, totals, query } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'message.sent', contact],
      ['2026-03-10T10:05:00Z', 'message.sent', agent()],
      ['2026-03-10T10:20:00Z', 'conversation.ended', { reason: 'resolved' }],
      ['2026-03-11T10:00:00Z', 'message.sent', contact],
    )
    expect(await totals(['avg_resolution_time', 'reopened_chats'])).toEqual({
      avg_resolution_time: 1200,
      reopened_chats: 1,
    })
    expect((await query({ metrics: ['chats'], dimensions: ['end_reason'] })).rows).toEqual([
      [null, 1],
      ['resolved', 1],
    ])
  })
})

describe('an invitation', () => {
  it('leads to joining and to an update, each step only after the one before', async () => {
    const { tell, totals, records } = story()
    const steps = ['invitations', 'invitations_joined', 'invitations_answered', 'invitations_not_answered']
    const funnel = async () => Object.values(await totals(steps))
    await tell(['2026-03-10T10:00:00Z', 'invitation.sent', { campaign: 'workshop', channel: 'whatsapp' }])
    expect(await funnel()).toEqual([1, 0, 0, 0])
    await tell(['2026-03-10T10:01:00Z', 'message.sent', agent()])
    expect(await funnel()).toEqual([1, 0, 0, 0])
    await tell(['2026-03-10T11:00:00Z', 'message.sent', contact])
    expect(await funnel()).toEqual([1, 1, 0, 1])
    const { rows, columns } = await records('invitations_not_answered')
    expect(rows.map((row) => row[columns.findIndex(({ role }) => role === 'conversation')])).toEqual(['c'])
    await tell(['2026-03-10T12:00:00Z', 'message.sent', agent()])
    expect(await funnel()).toEqual([1, 1, 1, 0])
  })
})

describe('presence', () => {
  const online = (time: string, id = 'a1'): Line => [time, 'agent.presence_changed', { agent_id: id, status: 'online' }]
  const paused = (time: string): Line => [time, 'agent.presence_changed', { agent_id: 'a1', status: 'paused' }]
  const offline = (time: string): Line => [time, 'agent.presence_changed', { agent_id: 'a1', status: 'offline' }]

  it('over a night of changing clocks adds up, hour by hour and day by day', async () => {
    const { tell, query } = story()
    // From half past eleven to half past four by the wall, in autumn: six hours, as two o'clock comes twice.
    await tell(online('2025-10-25T21:30:00Z'), offline('2025-10-26T03:30:00Z'))
    const night = { from: '2025-10-25', to: '2025-10-27' }
    const byDay = await query({ metrics: ['online_seconds'], granularity: 'day', range: night })
    expect(byDay.rows).toEqual([
      ['2025-10-25', 1800],
      ['2025-10-26', 5.5 * 3600],
    ])
    expect(byDay.totals).toEqual({ online_seconds: 6 * 3600 })
    const byHour = await query({ metrics: ['online_seconds'], granularity: 'hour', range: night })
    expect(byHour.rows.filter(([, seconds]) => seconds !== 0)).toEqual([
      ['2025-10-25T23:00', 1800],
      ['2025-10-26T00:00', 3600],
      ['2025-10-26T01:00', 3600],
      ['2025-10-26T02:00', 3600],
      ['2025-10-26T02:00', 3600],
      ['2025-10-26T03:00', 3600],
      ['2025-10-26T04:00', 1800],
    ])
    const byHourOfDay = await query({ metrics: ['online_seconds'], granularity: 'hour_of_day', range: night })
    expect(byHourOfDay.rows[2]).toEqual([2, 7200])
  })

  it('is cut to the range, and in halves of hours where the clock is half an hour off', async () => {
    const { tell, query, records } = story({ zone: 'Asia/Kathmandu' })
    await tell(online('2026-03-10T08:00:00Z'), paused('2026-03-10T10:00:00Z'), offline('2026-03-10T10:10:00.500Z'))
    const range = { from: '2026-03-10T08:20:00Z', to: '2026-03-10T10:05:00Z' }
    const { rows, totals } = await query({ metrics: ['online_seconds', 'paused_seconds'], granularity: 'hour', range })
    // Kathmandu is 5 h 45 min ahead: its hours begin at a quarter past of UTC.
    expect(rows).toEqual([
      ['2026-03-10T14:00', 55 * 60, 0],
      ['2026-03-10T15:00', 45 * 60, 5 * 60],
    ])
    expect(totals).toEqual({ online_seconds: 100 * 60, paused_seconds: 5 * 60 })
    expect((await records('paused_seconds')).total).toBe(1)
  })

  it('goes on until now while nothing else is known, and ends earlier when a late event says so', async () => {
    const { tell, totals, records } = story({ now: '2026-03-10T12:00:00Z' })
    await tell(online('2026-03-10T08:00:00Z'), online('2026-03-10T09:00:00Z', 'a2'))
    expect(await totals(['online_seconds'])).toEqual({ online_seconds: 7 * 3600 })
    const [, first] = (await records('online_seconds')).rows
    expect(first?.slice(0, 3)).toEqual(['2026-03-10T08:00:00.000Z', 'a1', null])
    await tell(offline('2026-03-10T10:00:00Z'))
    await tell(paused('2026-03-10T09:00:00Z'))
    expect(await totals(['online_seconds', 'paused_seconds'])).toEqual({
      online_seconds: 4 * 3600,
      paused_seconds: 3600,
    })
    expect(await totals(['online_seconds'], { range: { from: '2026-03-11', to: '2026-03-12' } })).toEqual({
      online_seconds: 0,
    })
  })
})

describe('presence over a restart', () => {
  it('goes on from the change before it, and from those after it', async () => {
    const { tell, totals } = story()
    const change = (time: string, status: string): Line => [time, 'agent.presence_changed', { agent_id: 'a1', status }]
    await tell(change('2026-03-10T08:00:00Z', 'online'))
    await house.restart()
    await tell(change('2026-03-10T09:00:00Z', 'paused'))
    await tell(change('2026-03-10T09:30:00Z', 'online'))
    await tell(change('2026-03-10T11:00:00Z', 'offline'))
    expect(await totals(['online_seconds', 'paused_seconds'])).toEqual({
      online_seconds: 2.5 * 3600,
      paused_seconds: 1800,
    })
  })
})

describe('bots', () => {
  it('can be compared by what the performance of bots shows', async () => {
    const { tell, query } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'bot.started', { bot_id: 'b1' }],
      ['2026-03-10T10:00:01Z', 'message.sent', bot],
      ['2026-03-10T10:00:30Z', 'message.sent', contact],
      [
        '2026-03-10T10:01:00Z',
        'outcome.recorded',
        { lead: true, chatpoints: 3, points_v1: 1, by: { kind: 'bot', id: 'b1' } },
      ],
      ['2026-03-10T10:02:00Z', 'bot.handed_over', { bot_id: 'b1' }],
    )
    const metrics = ['bot_messages', 'bot_starts', 'bot_handovers', 'leads', 'chatpoints', 'points_v1']
    const filters = [{ dimension: 'bot', op: 'exists' as const }]
    expect((await query({ metrics, dimensions: ['bot'], filters })).rows).toEqual([['b1', 1, 1, 1, 1, 3, 1]])
  })
})

describe('surveys', () => {
  it('can be asked for their distribution of ratings, and read one by one with what was written', async () => {
    const { tell, query, records } = story()
    await tell(
      ['2026-03-10T10:00:00Z', 'message.sent', agent()],
      [
        '2026-03-10T10:10:00Z',
        'survey.answered',
        { rating: 5, submitted: true, agent_id: 'a1', feedback: 'Well done' },
      ],
      ['2026-03-10T10:11:00Z', 'survey.answered', { rating: 2, submitted: false, agent_id: 'a1' }],
      ['2026-03-10T10:12:00Z', 'survey.answered', { submitted: false }],
    )
    const { rows } = await query({ metrics: ['survey_answers'], dimensions: ['rating'], order: [{ by: 'rating' }] })
    expect(rows).toEqual([
      [2, 1],
      [5, 1],
      [null, 1],
    ])
    const answers = await records('survey_answers')
    const column = (id: string) => answers.rows.map((row) => row[answers.columns.findIndex((one) => one.id === id)])
    expect(column('answered_at')).toEqual([
      '2026-03-10T10:12:00.000Z',
      '2026-03-10T10:11:00.000Z',
      '2026-03-10T10:10:00.000Z',
    ])
    expect(column('rating')).toEqual([null, 2, 5])
    expect(column('agent')).toEqual([null, 'a1', 'a1'])
    expect(column('text')).toEqual([null, null, 'Well done'])
  })
})

describe('a bot', () => {
  it('is told with its name and with what was last said of it', async () => {
    const { tell, query } = story()
    const described = (name: string, description?: string) => ({ kind: 'bot', id: 'b1', name, description })
    await tell(
      ['2026-03-10T10:00:00Z', 'message.sent', bot],
      ['2026-03-10T09:00:00Z', 'entity.described', described('Otto', 'Answers at night')],
      ['2026-03-11T09:00:00Z', 'entity.described', described('Otto the second')],
    )
    const { labels } = await query({ metrics: ['bot_messages'], dimensions: ['bot'] })
    expect(labels).toEqual({ bot: { b1: 'Otto the second' }, bot_description: { b1: 'Answers at night' } })
  })
})
