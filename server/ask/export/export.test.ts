import { littleWorld } from '@parley/fixtures/little-world.ts'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { storedFacts } from '../../derive/laws.testing.ts'
import { ask } from '../ask.ts'
import { answerCsv } from '../csv.ts'
import { askRecords } from '../records.ts'
import { openTestHouse, type TestHouse } from '../testing.ts'
import { type ExportRequest, exportSubjects, openExport } from './export.ts'
import { answerXlsx } from './xlsx/answer-xlsx.ts'
import { checkSize } from './xlsx/check-size.ts'

let house: TestHouse
const now = littleWorld.now
/** `top` sees `below`; nobody sees `stranger`. */
const sees = (id: string) => (id === 'top' ? ['top', 'below'] : [id])

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function exported(organizationId: string, request: Partial<ExportRequest> & { what: string }, timeZone = 'UTC') {
  const services = house.at(now, { timeZone, sees })
  const file = await openExport(
    services,
    { organizationId },
    { format: 'ndjson', ...request },
    AbortSignal.timeout(30_000),
  )
  const chunks: (string | Buffer)[] = []
  for await (const chunk of file.chunks) chunks.push(chunk)
  const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)))
  return { ...file, bytes, text: bytes.toString() }
}

function toRows(text: string): Record<string, unknown>[] {
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
}

/** Readers of spreadsheets differ by a millisecond: days are counted with a fraction. */
function nearestSecond(date: Date): number {
  return Math.round(date.getTime() / 1000)
}

async function rows(organizationId: string, what: string, request: Partial<ExportRequest> = {}, timeZone?: string) {
  return toRows((await exported(organizationId, { what, ...request }, timeZone)).text)
}

function message(id: string, time: string, text: string, more: object = {}) {
  const data = { conversation_id: `c-${id}`, author: { kind: 'contact', id: 'p-1' }, channel: 'web', text, ...more }
  return { specversion: '1.0', id, source: '/export', type: 'message.sent', time, data }
}

describe('events', () => {
  it('make the same facts in another organization', async () => {
    for (const { organization, events } of littleWorld.batches)
      if (organization === 1) await house.take('original', events)
    await house.settled()
    await house.take('copy', await rows('original', 'events'))
    await house.settled()
    const facts = await storedFacts(house.engine, ['original', 'copy'])
    expect(facts.get('copy')).toEqual(facts.get('original'))
    expect(facts.get('copy')?.sessions.length).toBeGreaterThan(5)
    const bare = ({ recordedtime: _, organizationid: __, ...event }: Record<string, unknown>) => event
    expect((await rows('copy', 'events')).map(bare)).toEqual((await rows('original', 'events')).map(bare))
  })

  it('are CloudEvents with whose they are and when they came, their data as it was', async () => {
    const odd = message('odd', '2026-03-01T10:00:00.007Z', 'tab\t line\n "quote" \\ \u0001 émoji 🚲', {
      unknown: { deep: [1, 2.5, null] },
    })
    await house.take('odd', [odd])
    await house.settled()
    expect(await rows('odd', 'events')).toEqual([
      { ...odd, organizationid: 'odd', recordedtime: '2027-01-01T00:00:00.000Z' },
    ])
  })

  it('come once each and in order, though thousands have the same instant', async () => {
    const times = ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.001Z', '2026-03-02T10:59:59.999Z']
    const many = times.flatMap((time, place) =>
      Array.from({ length: 1_700 }, (_, index) => message(`${place}-${index}`, time, 'x')),
    )
    await house.take('many', many)
    await house.settled()
    const found = await rows('many', 'events')
    expect(new Set(found.map(({ id }) => id)).size).toBe(many.length)
    expect(found).toHaveLength(many.length)
    expect(found.map(({ time }) => time)).toEqual(found.map(({ time }) => time).toSorted())
    const facts = await rows('many', 'messages')
    expect(new Set(facts.map(({ conversation_id }) => conversation_id)).size).toBe(many.length)
    expect(facts).toHaveLength(many.length)
  }, 60_000)

  it.each(['csv', 'xlsx'] as const)('are refused as %s', async (format) => {
    await expect(exported('many', { what: 'events', format })).rejects.toMatchObject({
      code: 'invalid_query',
      problems: [{ code: 'events_are_no_table' }],
    })
  })
})

describe('rows', () => {
  const said = 'first line\nsecond, "quoted" line; =SUM(A1)'
  beforeAll(async () => {
    const conversation_id = 'c-1'
    const event = (id: string, type: string, time: string, data: object) => ({
      specversion: '1.0',
      id,
      source: '/export',
      type,
      time,
      data: type === 'entity.described' ? data : { conversation_id, ...data },
    })
    await house.take('top', [
      event('n-1', 'entity.described', '2026-01-01T00:00:00Z', { kind: 'agent', id: 'a1', name: 'Anna' }),
      event('n-2', 'entity.described', '2026-01-01T00:00:00Z', { kind: 'contact', id: 'p1', name: 'Piet' }),
      event('1', 'conversation.started', '2026-03-29T00:30:00Z', { channel: 'web', contact_id: 'p1' }),
      // Clocks go on from 02:00 to 03:00 in between.
      event('2', 'message.sent', '2026-03-29T00:59:59Z', { author: { kind: 'contact', id: 'p1' }, text: said }),
      event('3', 'message.sent', '2026-03-29T01:00:01.500Z', { author: { kind: 'agent', id: 'a1' }, text: '=1+1' }),
      event('4', 'outcome.recorded', '2026-03-29T01:01:00Z', { category: 'sales', effective: true, chatpoints: 2.5 }),
      event('5', 'survey.answered', '2026-03-29T01:02:00Z', { rating: 4, submitted: true, feedback: 'Fine' }),
    ])
    await house.take('below', [message('b', '2026-03-29T00:00:00Z', 'of below')])
    await house.take('stranger', [message('s', '2026-03-29T00:00:00Z', 'of a stranger')])
    await house.settled()
  })

  it('have names beside ids, seconds, and local times with their offset', async () => {
    const [first, second] = await rows('top', 'sessions', {}, 'Europe/Amsterdam')
    expect(first).toMatchObject({ organization_id: 'below', is_unheard: true, is_missed: true })
    expect(second).toMatchObject({
      organization_id: 'top',
      conversation_id: 'c-1',
      started_at: '2026-03-29T01:59:59.000+01:00',
      ended_at: '2026-03-29T03:00:01.500+02:00',
      duration_seconds: 2.5,
      first_agent: 'a1',
      first_agent_name: 'Anna',
      agent: null,
      agent_name: null,
      contact: 'p1',
      contact_name: 'Piet',
      category: 'sales',
      chatpoints: 2.5,
      is_effective: true,
      is_missed: false,
    })
    const [reply] = await rows('top', 'replies', { time_zone: 'Asia/Kathmandu' })
    expect(reply).toMatchObject({
      replied_at: '2026-03-29T06:45:01.500+05:45',
      response_seconds: 2.5,
      first_response_after_handover_seconds: null,
      agent_name: 'Anna',
    })
  })

  it('say what was written where something was', async () => {
    const messages = await rows('top', 'messages')
    expect(messages.map(({ text, author_name }) => [text, author_name])).toEqual([
      ['of below', null],
      [said, 'Piet'],
      ['=1+1', 'Anna'],
    ])
    expect(await rows('top', 'surveys')).toMatchObject([{ rating: 4, feedback: 'Fine', is_submitted: true }])
    expect(await rows('top', 'outcomes')).toMatchObject([
      { category: 'sales', recorded_at: '2026-03-29T01:01:00.000+00:00' },
    ])
  })

  it('are the same as csv, and no text runs as a formula', async () => {
    const { text, contentType, name } = await exported('top', { what: 'messages', format: 'csv' })
    expect({ contentType, name }).toEqual({ contentType: 'text/csv; charset=utf-8', name: 'parley-messages.csv' })
    const parsed = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
    const asText = (value: unknown) => (value === null ? '' : String(value))
    expect(parsed).toEqual(
      (await rows('top', 'messages')).map((row) =>
        Object.fromEntries(Object.entries(row).map(([id, value]) => [id, value === '=1+1' ? "'=1+1" : asText(value)])),
      ),
    )
  })

  it.each(exportSubjects.filter((what) => what !== 'events'))(
    'of %s are the same as a workbook, with types and titles',
    async (what) => {
      const { bytes, contentType, name } = await exported('original', { what, format: 'xlsx' }, 'Europe/Amsterdam')
      expect(contentType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      expect(name).toBe(`parley-${what}.xlsx`)
      const [titles = [], ...cells] = await readSheet(bytes)
      const objects = await rows('original', what, {}, 'Europe/Amsterdam')
      const isTime = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(value)
      const isAmount = (id: string) => ['price', 'total', 'value'].includes(id)
      const asCell = ([id, value]: [string, unknown]) =>
        isTime(value) ? String(value).slice(0, 23) : isAmount(id) && value !== null ? Number(value) : value
      const asRead = (cell: unknown) => (cell instanceof Date ? nearestSecond(cell) : cell)
      expect(cells.map((row) => row.map(asRead))).toEqual(
        objects.map((row) =>
          Object.entries(row).map((entry) => {
            const cell = asCell(entry)
            return isTime(entry[1]) ? nearestSecond(new Date(`${cell}Z`)) : cell
          }),
        ),
      )
      // No column goes by the name that only programs use.
      expect(titles.filter((title) => /_/.test(String(title)))).toEqual([])
    },
  )

  it('are refused as a workbook that would not fit into memory', () => {
    expect(() => checkSize(25_000, 40)).not.toThrow()
    expect(() => checkSize(25_001, 40)).toThrow('has room for 25000 rows, and there are 25001')
  })

  it('count service hours as the screen does, in CSV and in a workbook too', async () => {
    const hours = { time_zone: 'Europe/Amsterdam', service_hours: { weekly: { mon: [['09:00', '17:00']] } } }
    const says = (id: string, time: string, author: object) =>
      message(id, time, 'x', { conversation_id: 'c-open', touchpoint_id: 'w1', author })
    await house.take('open', [
      {
        ...message('w', '2026-03-01T00:00:00Z', ''),
        type: 'entity.described',
        data: { kind: 'touchpoint', id: 'w1', ...hours },
      },
      // From Sunday evening to a quarter past nine on Monday.
      says('asks', '2026-03-01T19:00:00Z', { kind: 'contact', id: 'p' }),
      says('answers', '2026-03-02T08:15:00Z', { kind: 'agent', id: 'a' }),
    ])
    await house.settled()
    const question = {
      metrics: ['avg_response_time', 'avg_response_time_service'],
      range: { from: '2026-03-01', to: '2026-04-01' },
    }
    const asker = { organizationId: 'open' }
    const services = house.at(now)
    const answer = await ask(services, asker, question)
    expect(answer.totals).toEqual({ avg_response_time: 47_700, avg_response_time_service: 900 })
    expect(answerCsv(answer)).toContain('\r\n47700,900\r\n')
    expect((await readSheet(await answerXlsx(services, asker, question, answer)))[1]).toEqual([47_700, 900])
    expect(await rows('open', 'replies')).toMatchObject([{ response_seconds: 47_700, response_service_seconds: 900 }])
  })

  it('of orders say which session led to them, whose it was and where, as the records behind the number do', async () => {
    const visitor_id = 'v-1'
    const said = (id: string, time: string, kind: string, by: string) =>
      message(id, time, 'x', { conversation_id: 'c-sold', author: { kind, id: by }, touchpoint_id: 'w1', visitor_id })
    const bought = (id: string, time: string) => ({
      ...message(id, time, ''),
      type: 'order.placed',
      data: { order_id: id, visitor_id, total: { amount: '12.30', currency: 'EUR' } },
    })
    const described = (kind: string, id: string, name: string) => ({
      ...message(`${kind}-${id}`, '2026-03-01T00:00:00Z', ''),
      type: 'entity.described',
      data: { kind, id, name },
    })
    await house.take('shop', [
      described('agent', 'a1', 'Anna'),
      described('team', 't1', 'Sales'),
      bought('before', '2026-03-10T09:00:00Z'),
      said('asks', '2026-03-10T10:00:00Z', 'contact', 'p-1'),
      {
        ...message('has', '2026-03-10T10:00:10Z', ''),
        type: 'conversation.assigned',
        data: { conversation_id: 'c-sold', agent_id: 'a1', team_id: 't1' },
      },
      said('answers', '2026-03-10T10:00:20Z', 'agent', 'a1'),
      // Within the window of the session, though not within the range of what is exported.
      bought('after', '2026-04-02T10:00:00Z'),
    ])
    await house.settled()
    const led = { is_attributed: true, conversation_id: 'c-sold', session_number: 1, person: 'v-1', channel: 'web' }
    const [before, after] = await rows('shop', 'orders')
    expect(before).toMatchObject({ order_id: 'before', is_attributed: false, conversation_id: null, agent: null })
    expect(after).toMatchObject({ order_id: 'after', total: '12.30', touchpoint: 'w1', ...led })
    expect(after).toMatchObject({ agent: 'a1', agent_name: 'Anna', team: 't1', team_name: 'Sales' })
    expect(await rows('shop', 'orders', { from: '2026-04-01' })).toEqual([after])
    const sheet = await readSheet((await exported('shop', { what: 'orders', format: 'xlsx' })).bytes)
    expect(sheet[2]).toEqual(expect.arrayContaining(['c-sold', 'Anna', 'Sales']))
    const { columns, rows: behind } = await askRecords(
      house.at(now),
      { organizationId: 'shop' },
      { metric: 'gmv', range: { from: '2026-01-01', to: '2027-01-01' } },
    )
    const record = Object.fromEntries(columns.map(({ id }, place) => [id, behind[0]?.[place]]))
    expect(record).toMatchObject({ order_id: 'after', agent: 'a1', team: 't1', touchpoint: 'w1', ...led })
    expect(behind).toHaveLength(1)
  })

  it('of costs are what messages, notifications and calls cost, each once, and add up to the number of the screen', async () => {
    const paid = (id: string, time: string, type: string, data: object) => ({ ...message(id, time, ''), type, data })
    const price = (amount: string, currency = 'EUR') => ({ price: { amount, currency } })
    const sms = { notification_id: 'n-1', channel: 'sms', touchpoint_id: 'w1' }
    await house.take('paying', [
      paid('site', '2026-03-01T00:00:00Z', 'entity.described', { kind: 'touchpoint', id: 'w1', name: 'Site' }),
      message('dear', '2026-03-10T10:00:00Z', 'x', { touchpoint_id: 'w1', ...price('0.05') }),
      message('free', '2026-03-10T10:00:01Z', 'x'),
      paid('sent', '2026-03-11T10:00:00Z', 'notification.updated', { ...sms, status: 'pending', ...price('0.10') }),
      // A price told again replaces the one before.
      paid('told', '2026-03-11T11:00:00Z', 'notification.updated', { ...sms, status: 'delivered', ...price('0.12') }),
      paid('rang', '2026-03-12T10:00:00Z', 'call.updated', {
        ...{ call_id: 'k-1', medium: 'voice', direction: 'inbound', status: 'completed' },
        ...price('1.5', 'USD'),
      }),
      paid('late', '2026-04-12T10:00:00Z', 'notification.updated', {
        ...{ notification_id: 'n-2', channel: 'sms', status: 'delivered' },
        ...price('9.99'),
      }),
    ])
    await house.settled()
    const march = { from: '2026-03-01', to: '2026-04-01' }
    const costs = await rows('paying', 'costs', march, 'Europe/Amsterdam')
    expect(costs).toMatchObject([
      {
        service: 'messages',
        channel: 'web',
        touchpoint: 'w1',
        touchpoint_name: 'Site',
        price: '0.05',
        currency: 'EUR',
      },
      { service: 'notifications', channel: 'sms', touchpoint_name: 'Site', price: '0.12', subject: 'n-1' },
      { service: 'calls', channel: 'voice', touchpoint: null, price: '1.50', currency: 'USD', subject: 'k-1' },
    ])
    expect(costs.map(({ spent_at }) => spent_at)).toEqual([
      '2026-03-10T11:00:00.000+01:00',
      '2026-03-11T11:00:00.000+01:00',
      '2026-03-12T11:00:00.000+01:00',
    ])
    const question = { metrics: ['cost'], range: march, dimensions: ['currency'] }
    const answer = await ask(house.at(now), { organizationId: 'paying' }, question)
    const together = Object.groupBy(costs, ({ currency }) => String(currency))
    expect(new Map(answer.rows as [string, string][])).toEqual(
      new Map(
        Object.entries(together).map(([currency, own = []]) => [
          currency,
          own.reduce((sum, row) => sum + Number(row.price), 0).toFixed(2),
        ]),
      ),
    )
    expect(await rows('paying', 'costs')).toHaveLength(4)
  })

  it('of conversations are one for each, made of its sessions of the range, its first response and its last rating', async () => {
    type Row = Record<string, unknown>
    const together = (sessions: readonly Row[], replies: readonly Row[], surveys: readonly Row[]) =>
      [...Map.groupBy(sessions, ({ conversation_id }) => conversation_id)].map(([conversation_id, own]) => {
        const inOrder = own.toSorted((one, other) => Number(one.session_number) - Number(other.session_number))
        const known = (id: string) => inOrder.map((row) => row[id]).filter((value) => value !== null)
        const sum = (id: string) => inOrder.reduce((total, row) => total + Number(row[id]), 0)
        const any = (id: string) => inOrder.some((row) => row[id] === true)
        const ofIt = (all: readonly Row[], id: string) =>
          all.filter((row) => row.conversation_id === conversation_id && row[id] !== null).map((row) => row[id])
        const [first, last] = [inOrder[0] ?? {}, inOrder.at(-1) ?? {}]
        return {
          conversation_id,
          sessions: own.length,
          started_at: first.started_at,
          ended_at: known('ended_at').map(String).sort().at(-1),
          closes_at: last.closes_at,
          duration_seconds: sum('duration_seconds'),
          end_reason: last.end_reason,
          resolution_seconds: known('resolution_seconds').at(-1) ?? null,
          channel: first.channel,
          country: first.country,
          agent: last.agent,
          team: last.team,
          first_agent: known('first_agent')[0] ?? null,
          bot: known('bot')[0] ?? null,
          category: known('category').at(-1) ?? null,
          contact: known('contact').at(-1) ?? null,
          contact_messages: sum('contact_messages'),
          agent_messages: sum('agent_messages'),
          is_two_way: any('is_two_way'),
          is_unheard: sum('contact_messages') > 0 && sum('agent_messages') === 0 && !any('is_two_way'),
          is_lead: any('is_lead'),
          is_service: any('is_service') && !any('is_lead'),
          chatpoints: sum('chatpoints'),
          first_response_seconds: ofIt(replies, 'first_response_seconds')[0] ?? null,
          rating: ofIt(surveys, 'rating').at(-1) ?? null,
        }
      })
    let gathered = 0
    for (const range of [{}, { from: '2026-03-01', to: '2026-03-29T02:00' }]) {
      const of = (what: string) => rows('original', what, range)
      const expected = together(await of('sessions'), await of('replies'), await of('surveys'))
      const found = await of('conversations')
      const byId = (all: readonly Row[]) => new Map(all.map((row) => [row.conversation_id, row]))
      expect(found.map(({ conversation_id }) => conversation_id).sort()).toEqual([...byId(expected).keys()].sort())
      for (const row of expected) expect(byId(found).get(row.conversation_id)).toMatchObject(row)
      gathered += expected.filter(({ sessions }) => sessions > 1).length
    }
    expect(gathered).toBeGreaterThan(0)
    // There is no cap on rows, and none comes twice where there are many pages.
    const many = await rows('many', 'conversations')
    expect(new Set(many.map(({ conversation_id }) => conversation_id)).size).toBe(5_100)
    expect(many).toHaveLength(5_100)
  }, 60_000)

  it('are those of the organization and below, or of one of them', async () => {
    const owners = async (asker: string, request: Partial<ExportRequest> = {}) => [
      ...new Set((await rows(asker, 'messages', request)).map(({ organization_id }) => organization_id)),
    ]
    expect(await owners('top')).toEqual(['below', 'top'])
    expect(await owners('below')).toEqual(['below'])
    expect(await owners('top', { organization_id: 'below' })).toEqual(['below'])
    await expect(owners('top', { organization_id: 'stranger' })).rejects.toMatchObject({ code: 'unknown_organization' })
    await expect(owners('below', { organization_id: 'top' })).rejects.toMatchObject({ code: 'unknown_organization' })
  })

  it('are those of the range, cut in the time zone', async () => {
    const ids = async (from: string, to: string, time_zone: string) =>
      (await rows('top', 'messages', { from, to, time_zone })).map(({ conversation_id }) => conversation_id)
    expect(await ids('2026-03-29T02:00', '2026-03-30', 'Europe/Amsterdam')).toEqual(['c-1'])
    expect(await ids('2026-03-29', '2026-03-30', 'Europe/Amsterdam')).toHaveLength(3)
    expect(await ids('2026-03-29', '2026-03-30', 'America/New_York')).toEqual([])
    expect(await ids('2026-03-28', '2026-03-29', 'America/New_York')).toHaveLength(3)
  })

  test.each(exportSubjects)('of %s have a header also when there are none', async (what) => {
    expect(await rows('nobody', what)).toEqual([])
    if (what !== 'events')
      expect((await exported('nobody', { what, format: 'csv' })).text).toMatch(/^organization_id,.*\r\n$/)
  })

  test.each([
    [{ from: 'yesterday' }, 'invalid_range'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'empty_range'],
    [{ time_zone: 'Mars' }, 'unknown_time_zone'],
  ])('of %j are refused: %s', async (request, code) => {
    await expect(rows('top', 'sessions', request)).rejects.toMatchObject({
      code: 'invalid_query',
      problems: [{ code }],
    })
  })
})
