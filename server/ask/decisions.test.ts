import type { QueryRequest } from '@parley/core/query/request.ts'
import type { Language } from '@parley/model/texts/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { askValues } from './values.ts'

/*
 * A dealer and its two shops. What people set and described holds at the time of asking, each organization's for its own
 * rows, also where all are asked about at once. Both shops have an agent `anna`, who is not the same person.
 */

const now = Date.parse('2026-05-01T00:00:00Z')
const march = { from: '2026-03-01', to: '2026-04-01' }
const family = ['dealer', 'north', 'south']
const sees = (id: string): readonly string[] => (id === 'dealer' ? family : [id])

let house: TestHouse

/** A conversation on a page, in which an agent answers after some seconds. */
function conversationOf(id: string, url: string | undefined, agent: string, seconds: number): object[] {
  const make = (place: number, time: string, type: string, data: object) => ({
    specversion: '1.0',
    id: `${id}-${place}`,
    source: '/chat',
    type,
    time,
    data: { conversation_id: id, ...data },
  })
  const said = (kind: string, by: string) => ({ author: { kind, id: by }, channel: 'whatsapp', text: 'hello' })
  const answered = new Date(Date.parse('2026-03-10T10:00:00Z') + seconds * 1000).toISOString()
  return [
    make(1, '2026-03-10T10:00:00Z', 'message.sent', { ...said('contact', 'v-1'), ...(url && { url }) }),
    make(2, '2026-03-10T10:00:00Z', 'conversation.assigned', { agent_id: agent }),
    make(3, answered, 'message.sent', said('agent', agent)),
  ]
}

function described(id: string, level: number, time = '2026-03-01T00:00:00Z'): object {
  const data = { kind: 'agent', id, name: `Agent ${id}`, level }
  return { specversion: '1.0', id: `${id}-${time}`, source: '/people', type: 'entity.described', time, data }
}

beforeAll(async () => {
  house = await openTestHouse()
  await house.take('north', [
    ...conversationOf('n-1', 'https://Shop.example/cards/visa?x=1', 'anna', 15),
    ...conversationOf('n-2', 'https://shop.example/offers', 'ben', 61),
    ...conversationOf('n-3', undefined, 'ben', 90),
    described('anna', 1),
  ])
  await house.take('south', [
    ...conversationOf('s-1', 'https://shop.example/cards/', 'anna', 90),
    ...conversationOf('s-2', 'https://shop.example/', 'carl', 7200),
    described('anna', 3),
  ])
  await house.settled()
}, 60_000)

afterAll(() => house.close())

function answerTo(asker: string, request: Omit<QueryRequest, 'range'> & Partial<QueryRequest>, language?: Language) {
  return ask(
    house.at(now, { sees }),
    { organizationId: asker, ...(language && { language }) },
    { range: march, ...request },
  )
}

/** The rows of a split, by value. */
async function split(asker: string, dimension: string, metric = 'chats'): Promise<Record<string, unknown>> {
  const { rows } = await answerTo(asker, { metrics: [metric], dimensions: [dimension] })
  return Object.fromEntries(rows.map(([value, number]) => [String(value), number]))
}

describe('tracked URLs', () => {
  it('hold for the past as soon as they are there, and no longer than they are there', async () => {
    expect(await split('north', 'tracked_url')).toEqual({ '-1': 2, null: 1 })
    house.decide('north', {
      trackedUrls: [
        { id: 'cards', patterns: ['shop.example/cards/*'] },
        { id: 'all', patterns: ['*'] },
      ],
    })
    expect(await split('north', 'tracked_url')).toEqual({ cards: 1, all: 2, null: 1 })
    house.decide('north', {})
    expect(await split('north', 'tracked_url')).toEqual({ '-1': 2, null: 1 })
  })

  it('give a page to each label it matches, and never the sum of the labels as the total', async () => {
    house.decide('north', {
      trackedUrls: [
        { id: 'cards', patterns: ['shop.example/cards/*'] },
        { id: 'all', patterns: ['*'] },
      ],
    })
    const answer = await answerTo('north', { metrics: ['chats'], dimensions: ['tracked_url'] })
    expect(answer.rows.reduce((sum, [, chats]) => sum + Number(chats), 0)).toBe(4)
    expect(answer.totals).toEqual({ chats: 3 })
    const filtered = (op: 'in' | 'not_in', ...values: (string | null)[]) =>
      answerTo('north', { metrics: ['chats'], filters: [{ dimension: 'tracked_url', op, values }] })
    expect((await filtered('in', 'cards', 'all')).totals).toEqual({ chats: 2 })
    expect((await filtered('not_in', 'cards')).totals).toEqual({ chats: 2 })
    expect((await filtered('in', null)).totals).toEqual({ chats: 1 })
    const filters = [{ dimension: 'tracked_url', op: 'in' as const, values: ['cards'] }]
    const request = { metric: 'chats', range: march, filters }
    expect((await askRecords(house.at(now, { sees }), { organizationId: 'north' }, request)).total).toBe(1)
  })

  it('are each organization’s own, also where its parent asks about all', async () => {
    house.decide('dealer', { trackedUrls: [{ id: 'dealer-all', patterns: ['*'] }] })
    house.decide('north', { trackedUrls: [{ id: 'north-cards', patterns: ['*/cards/*'] }] })
    house.decide('south', { trackedUrls: [{ id: 'south-home', patterns: ['shop.example'] }] })
    expect(await split('dealer', 'tracked_url')).toEqual({ 'north-cards': 1, 'south-home': 1, '-1': 2, null: 1 })
    expect(await split('south', 'tracked_url')).toEqual({ 'south-home': 1, '-1': 1 })
    const request = { metrics: ['chats'], dimensions: ['organization', 'tracked_url'] }
    expect((await answerTo('dealer', request)).rows).toContainEqual(['south', '-1', 1])
  })

  it('come with their labels, other pages in the language of the asker', async () => {
    const request = { metrics: ['chats'], dimensions: ['tracked_url'] }
    house.decide('north', { trackedUrls: [{ id: 'cards', patterns: ['*/cards/*'] }] })
    expect((await answerTo('north', request)).labels).toEqual({ tracked_url: { cards: 'cards', '-1': 'Other pages' } })
    expect((await answerTo('north', request, 'nl')).labels.tracked_url?.['-1']).toBe('Andere pagina’s')
    expect((await answerTo('north', request, 'ru')).labels.tracked_url?.['-1']).toBe('Другие страницы')
    const values = await askValues(
      house.at(now, { sees }),
      { organizationId: 'north', language: 'nl' },
      'tracked_url',
      '',
      9,
    )
    expect(values).toContainEqual({ value: '-1', label: 'Andere pagina’s', count: 1 })
    expect(values).toContainEqual({ value: 'cards', label: 'cards', count: 1 })
  })
})

describe('the level of an agent', () => {
  it('is that of the agent of the same organization, as it was last described', async () => {
    expect(await split('north', 'level')).toEqual({ 1: 1, null: 2 })
    expect(await split('south', 'level')).toEqual({ 3: 1, null: 1 })
    expect(await split('dealer', 'level')).toEqual({ 1: 1, 3: 1, null: 3 })
    expect(await split('dealer', 'level_group', 'agent_messages')).toEqual({ vendor: 1, own: 1, null: 3 })
    await house.take('north', [described('ben', 2), described('anna', 0, '2026-03-02T00:00:00Z')])
    await house.take('north', [described('anna', 3, '2026-02-01T00:00:00Z')])
    await house.settled()
    expect(await split('north', 'level')).toEqual({ 0: 1, 2: 2 })
    const filters = [{ dimension: 'level_group', op: 'in' as const, values: ['own'] }]
    expect((await answerTo('dealer', { metrics: ['chats'], filters })).totals).toEqual({ chats: 3 })
  })
})

describe('the teams of an agent', () => {
  it('are those it was last described as being in: its time online and its calls are of each of them, for the past too', async () => {
    const told = (id: string, type: string, time: string, data: object) => ({
      specversion: '1.0',
      id,
      source: '/teams',
      type,
      time,
      data,
    })
    const inTeams = (id: string, time: string, team_ids: readonly string[]) =>
      told(`${id}-${time}`, 'entity.described', time, { kind: 'agent', id, team_ids })
    const presence = (id: string, time: string, status: string) =>
      told(`${id}-${time}`, 'agent.presence_changed', time, { agent_id: id, status })
    await house.take('desk', [
      presence('dora', '2026-03-10T09:00:00Z', 'online'),
      presence('dora', '2026-03-10T10:00:00Z', 'offline'),
      presence('eva', '2026-03-10T09:00:00Z', 'online'),
      presence('eva', '2026-03-10T09:15:00Z', 'offline'),
      told('k-1', 'call.updated', '2026-03-10T09:30:00Z', {
        call_id: 'k-1',
        status: 'completed',
        medium: 'voice',
        agent_id: 'dora',
        talk_seconds: 360,
      }),
      inTeams('dora', '2026-03-20T00:00:00Z', ['sales', 'night', 'sales']),
      inTeams('dora', '2026-03-01T00:00:00Z', ['service']),
      // What is left out stays as it was.
      told('dora-name', 'entity.described', '2026-03-25T00:00:00Z', { kind: 'agent', id: 'dora', name: 'Dora' }),
    ])
    // The same id of another organization is another person.
    await house.take('south', [inTeams('dora', '2026-03-20T00:00:00Z', ['service'])])
    await house.settled()
    expect(await split('desk', 'team', 'online_seconds')).toEqual({ night: 3600, null: 900, sales: 3600 })
    expect(await split('desk', 'team', 'agent_occupancy')).toEqual({ night: 0.1, null: 0, sales: 0.1 })
    const only = { filters: [{ dimension: 'team', op: 'in' as const, values: ['sales', 'night'] }] }
    expect((await answerTo('desk', { metrics: ['online_seconds', 'calls'], ...only })).totals).toEqual({
      online_seconds: 3600,
      calls: 1,
    })
    await house.take('desk', [inTeams('dora', '2026-03-21T00:00:00Z', [])])
    await house.settled()
    expect(await split('desk', 'team', 'online_seconds')).toEqual({ null: 4500 })
  })
})

describe('first responses within the target', () => {
  it('are held to the target of their organization, in a question about several too', async () => {
    const share = async (asker: string) =>
      (await answerTo(asker, { metrics: ['first_response_within_target'] })).totals.first_response_within_target
    house.decide('north', {})
    house.decide('south', {})
    expect(await share('north')).toBeCloseTo(1 / 3)
    expect(await share('south')).toBe(0)
    house.decide('north', { settings: { sla_target_seconds: 61 } })
    house.decide('south', { settings: { sla_target_seconds: 90 } })
    expect(await share('north')).toBeCloseTo(2 / 3)
    expect(await share('south')).toBe(1 / 2)
    expect(await share('dealer')).toBe(3 / 5)
    expect(await share('nobody')).toBeNull()
  })

  it('are spread over the steps of the wait, a wait as long as a step within it', async () => {
    expect(await split('dealer', 'first_response_bucket', 'first_responses')).toEqual({
      up_to_15_s: 1,
      up_to_5_min: 3,
      over_1_h: 1,
    })
    expect(await split('north', 'duration_bucket')).toEqual({ up_to_30_s: 1, up_to_3_min: 2 })
  })
})

describe('a guest', () => {
  it('is no active agent for as long as that is the role last described, and nobody else’s guest', async () => {
    const inRole = (id: string, time: string, role?: string) => ({
      ...described(id, 2, time),
      data: { kind: 'agent', id, ...(role && { role }) },
    })
    await house.take('visited', [
      ...conversationOf('g-1', undefined, 'gina', 10),
      ...conversationOf('g-2', undefined, 'hugo', 10),
      inRole('gina', '2026-03-01T00:00:00Z', 'sales'),
      inRole('gina', '2026-03-20T00:00:00Z', 'guest'),
      // What is left out stays as it was.
      inRole('gina', '2026-03-21T00:00:00Z'),
    ])
    await house.take('visiting', conversationOf('g-3', undefined, 'gina', 10))
    await house.settled()
    const active = async (asker: string) => (await answerTo(asker, { metrics: ['agents_active'] })).totals.agents_active
    expect(await active('visited')).toBe(1)
    expect(await active('visiting')).toBe(1)
    await house.take('visited', [inRole('gina', '2026-03-25T00:00:00Z', 'service')])
    await house.settled()
    expect(await active('visited')).toBe(2)
  })
})

describe('an agent who is reported as active', () => {
  it('is an active agent without a message, once however often, by agent and by level, and with records', async () => {
    const moment = (id: string, agent: string, time: string) => ({
      ...{ specversion: '1.0', source: '/chat/eu', type: 'agent.active', id, time, data: { agent_id: agent } },
    })
    await house.take('lively', [
      moment('a-2', 'ines', '2026-03-11T09:00:00Z'),
      moment('a-1', 'ines', '2026-03-10T09:00:00Z'),
      moment('a-3', 'jan', '2026-03-10T09:00:00Z'),
      ...conversationOf('i-1', undefined, 'jan', 10),
      described('ines', 1, '2026-03-01T00:00:00Z'),
    ])
    await house.settled()
    // Later, and earlier than everything known.
    await house.take('lively', [
      moment('a-4', 'ines', '2026-03-12T09:00:00Z'),
      moment('a-0', 'kees', '2026-03-09T09:00:00Z'),
    ])
    await house.settled()
    const metrics = ['agents_active']
    expect((await answerTo('lively', { metrics })).totals.agents_active).toBe(3)
    expect((await answerTo('lively', { metrics, dimensions: ['agent'] })).rows).toEqual([
      ['ines', 1],
      ['jan', 1],
      ['kees', 1],
    ])
    expect((await answerTo('lively', { metrics, dimensions: ['level'] })).rows).toContainEqual(['1', 1])
    const records = await askRecords(
      house.at(now),
      { organizationId: 'lively' },
      { metric: 'agents_active', range: march },
    )
    expect(records.rows.filter((row) => row.includes('ines'))).toHaveLength(3)
  })
})

describe('potentials', () => {
  const potentials = ['potential_visitors', 'potential_agents', 'potential_contacts', 'expected_chats']
  const quarter = { from: '2026-01-15', to: '2026-03-02' }

  it('are whole for every month that the range touches, and none where nothing was set', async () => {
    house.decide('north', {
      settings: {
        potential_visitors: 1000,
        potential_sales_agents: 3,
        potential_service_advisers: 4,
        potential_leads: 50,
        business_type: 'garage',
        conversion_rates: { garage: 0.025, bank: 1 },
      },
    })
    house.decide('south', { settings: { potential_visitors: 200, business_type: 'bank' } })
    const months = await answerTo('north', { metrics: potentials, range: quarter, granularity: 'month' })
    expect(months.rows).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'].map((month) => [month, 1000, 7, 50, 25]))
    expect(Object.values(months.totals)).toEqual([3000, 21, 150, 75])
    const family = await answerTo('dealer', { metrics: potentials, dimensions: ['organization'] })
    expect(new Map(family.rows.map(([id, ...numbers]) => [id, numbers]))).toEqual(
      new Map([
        ['north', [1000, 7, 50, 25]],
        ['south', [200, null, null, null]],
        ['dealer', [null, null, null, null]],
      ]),
    )
    expect(Object.values(family.totals)).toEqual([1200, 7, 50, 25])
  })

  it.each(['day', 'week', 'hour', 'day_of_week'] as const)('have no share by %s', async (granularity) => {
    const { rows, totals } = await answerTo('north', { metrics: ['chats', 'potential_visitors'], granularity })
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set([null]))
    expect(totals).toEqual({ chats: 3, potential_visitors: 1000 })
  })

  it('stand beside what happened in the same months', async () => {
    const request = { metrics: ['potential_agents', 'agents_active'], granularity: 'month' as const }
    expect((await answerTo('north', request)).rows).toEqual([['2026-03-01', 7, 2]])
    // Two agents of one id in two shops are two.
    expect((await answerTo('dealer', request)).totals.agents_active).toBe(4)
  })

  it('have no records, and are split by nothing but the organization', async () => {
    const records = askRecords(house.at(now), { organizationId: 'north' }, { metric: 'potential_agents', range: march })
    await expect(records).rejects.toMatchObject({ code: 'invalid_query', problems: [{ code: 'no_records' }] })
    const byChannel = answerTo('north', { metrics: ['potential_agents'], dimensions: ['channel'] })
    await expect(byChannel).rejects.toMatchObject({ problems: [{ code: 'impossible_split' }] })
  })
})
