import { microUnits } from '@parley/core/money/amount.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { answerCsv } from './csv.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * What is sent, called, bought and paid, in little stories with the numbers that are right.
 */

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})

afterAll(() => house.close())

type Line = readonly [time: string, type: string, data: object]

let stories = 0

/** A new organization in which lines happen, one after the other or late, and the way to ask about it. */
function begin() {
  stories += 1
  const organizationId = `story-${stories}`
  let events = 0
  const asker = { organizationId }
  const services = house.at(Date.parse('2026-06-01T00:00:00Z'), { timeZone: 'Europe/Amsterdam' })
  const year = { from: '2026-01-01', to: '2027-01-01' }
  const query = (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>) =>
    ask(services, asker, { range: year, ...request })
  return {
    organizationId,
    async tell(...lines: readonly Line[]) {
      const told = lines.map(([time, type, data]) => {
        events += 1
        return { specversion: '1.0', id: `e-${events}`, source: '/story', type, time, data }
      })
      await house.take(organizationId, told)
      await house.settled()
    },
    query,
    totals: async (metrics: string[], more: Partial<QueryRequest> = {}) => (await query({ ...more, metrics })).totals,
    records: (metric: string) => askRecords(services, asker, { metric, range: year }),
  }
}

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const yen = (amount: string) => ({ amount, currency: 'JPY' })

/** A two-way conversation of somebody with an agent. */
function talk(id: string, time: string, agent: string, who: object): Line[] {
  return [
    [time, 'message.sent', { conversation_id: id, author: { kind: 'contact' }, channel: 'web', ...who }],
    [time, 'conversation.assigned', { conversation_id: id, agent_id: agent }],
    [time, 'message.sent', { conversation_id: id, author: { kind: 'agent', id: agent } }],
  ]
}

const order = (id: string, time: string, data: object): Line => [time, 'order.placed', { order_id: id, ...data }]

describe('an order', () => {
  it('between two sessions belongs to the one before it, once', async () => {
    const { tell, query, totals } = begin()
    await tell(
      ...talk('c1', '2026-03-01T10:00:00Z', 'first', { visitor_id: 'v' }),
      ...talk('c2', '2026-03-03T10:00:00Z', 'second', { visitor_id: 'v', contact_id: 'p' }),
      ...talk('c3', '2026-03-05T10:00:00Z', 'third', { visitor_id: 'v' }),
      // Of both names: it is found under each, and counts once.
      order('o1', '2026-03-04T10:00:00Z', { visitor_id: 'v', contact_id: 'p', total: euro('100') }),
    )
    const { rows } = await query({ metrics: ['orders', 'gmv'], dimensions: ['agent'] })
    expect(rows).toEqual([['second', 1, '100.00']])
    expect(await totals(['orders', 'orders_all', 'gmv', 'buyers', 'conversation_visitors'])).toEqual({
      orders: 1,
      orders_all: 1,
      gmv: '100.00',
      buyers: 1,
      conversation_visitors: 2,
    })
  })

  it('belongs to no conversation that only one side took part in, that began with it, or that another had', async () => {
    const { tell, totals } = begin()
    await tell(
      [
        '2026-03-01T10:00:00Z',
        'message.sent',
        { conversation_id: 'c1', author: { kind: 'contact' }, visitor_id: 'alone' },
      ],
      ...talk('c2', '2026-03-02T10:00:00Z', 'a', { visitor_id: 'at-once' }),
      ...talk('c3', '2026-03-02T10:00:00Z', 'a', { visitor_id: 'other' }),
      order('o1', '2026-03-02T10:00:00Z', { visitor_id: 'alone', total: euro('1') }),
      order('o2', '2026-03-02T10:00:00Z', { visitor_id: 'at-once', total: euro('1') }),
      order('o3', '2026-03-03T10:00:00Z', { visitor_id: 'somebody', total: euro('1') }),
      order('o4', '2026-03-03T10:00:00Z', { total: euro('1') }),
    )
    expect(await totals(['orders', 'orders_all', 'gmv', 'aov', 'purchase_conversion_rate'])).toEqual({
      orders: 0,
      orders_all: 4,
      gmv: '0',
      aov: null,
      purchase_conversion_rate: 0,
    })
  })

  it('belongs to the session of a visitor who turns out to be the contact, and of the contact’s other browser', async () => {
    const { tell, query } = begin()
    await tell(
      ...talk('c1', '2026-03-01T10:00:00Z', 'anna', { visitor_id: 'v1' }),
      ...talk('c2', '2026-03-02T10:00:00Z', 'bram', { visitor_id: 'v2' }),
      order('o1', '2026-03-03T10:00:00Z', { contact_id: 'p', total: euro('10') }),
      order('o2', '2026-03-04T10:00:00Z', { visitor_id: 'v1', total: euro('20') }),
    )
    const byAgent = async () =>
      (await query({ metrics: ['orders'], dimensions: ['agent'], order: [{ by: 'agent' }] })).rows
    expect(await byAgent()).toEqual([
      [null, 0],
      ['anna', 1],
    ])
    await tell(['2026-04-01T10:00:00Z', 'contact.identified', { contact_id: 'p', visitor_id: 'v1' }])
    expect(await byAgent()).toEqual([['anna', 2]])
    await tell(['2026-04-02T10:00:00Z', 'contact.identified', { contact_id: 'p', visitor_id: 'v2' }])
    expect(await byAgent()).toEqual([['bram', 2]])
  })

  it('follows the window that is set now, for the past too, to the millisecond', async () => {
    const { organizationId, tell, totals } = begin()
    await tell(
      ...talk('c1', '2026-03-01T10:00:00.000Z', 'a', { visitor_id: 'v' }),
      order('o1', '2026-03-31T10:00:00.000Z', { visitor_id: 'v', total: euro('1') }),
      order('o2', '2026-03-31T10:00:00.001Z', { visitor_id: 'v', total: euro('1') }),
    )
    const april = { from: '2026-03-31', to: '2026-04-01' }
    const orders = async () => (await totals(['orders'], { range: april })).orders
    expect(await orders()).toBe(1)
    house.decide(organizationId, { settings: { attribution_window_days: 31 } })
    expect(await orders()).toBe(2)
    house.decide(organizationId, { settings: { attribution_window_days: 7 } })
    expect(await orders()).toBe(0)
  })

  it('never belongs to another organization’s session, and each organization has its own window', async () => {
    const [one, other] = [begin(), begin()]
    const bought = order('o', '2026-03-20T10:00:00Z', { visitor_id: 'v', contact_id: 'p', total: euro('10') })
    await one.tell(...talk('c', '2026-03-10T10:00:00Z', 'of one', { visitor_id: 'v' }), bought)
    // The same names; its session is later, and too long ago for its own window.
    await other.tell(...talk('c', '2026-03-12T10:00:00Z', 'of other', { visitor_id: 'v', contact_id: 'p' }), bought)
    await other.tell(['2026-03-01T10:00:00Z', 'contact.identified', { contact_id: 'p', visitor_id: 'w' }])
    house.decide(other.organizationId, { settings: { attribution_window_days: 5 } })
    const both = [one.organizationId, other.organizationId]
    const services = house.at(Date.parse('2026-06-01T00:00:00Z'), { sees: () => both })
    const { rows } = await ask(
      services,
      { organizationId: one.organizationId },
      {
        metrics: ['orders', 'orders_all'],
        dimensions: ['organization', 'agent'],
        order: [{ by: 'organization' }],
        range: { from: '2026-01-01', to: '2027-01-01' },
      },
    )
    expect(rows).toEqual([
      [one.organizationId, 'of one', 1, 1],
      [other.organizationId, null, 0, 1],
    ])
  })

  it('is worth its total without shipping, tax and refunds, whatever comes first, and never less than nothing', async () => {
    const { tell, totals } = begin()
    await tell(
      ...talk('c', '2026-03-01T10:00:00Z', 'a', { visitor_id: 'v' }),
      ['2026-03-09T10:00:00Z', 'order.refunded', { order_id: 'o1', amount: euro('10.25') }],
      // Money of another currency takes nothing off.
      ['2026-03-09T10:00:00Z', 'order.refunded', { order_id: 'o1', amount: yen('1000') }],
    )
    expect(await totals(['orders_all'])).toEqual({ orders_all: 0 })
    await tell(
      order('o1', '2026-03-02T10:00:00Z', {
        visitor_id: 'v',
        total: euro('121'),
        shipping: euro('5.00'),
        tax: euro('15.75'),
        discount: euro('20'),
      }),
    )
    expect(await totals(['orders', 'gmv', 'aov'])).toEqual({ orders: 1, gmv: '90.00', aov: '90.00' })
    await tell(['2026-03-20T10:00:00Z', 'order.refunded', { order_id: 'o1', amount: euro('110.75') }])
    expect(await totals(['orders', 'gmv'])).toEqual({ orders: 1, gmv: '0.00' })
  })

  it('that is placed again is one order, at its first time, as it was told last', async () => {
    const { tell, query, totals } = begin()
    await tell(
      ...talk('c', '2026-02-01T10:00:00Z', 'a', { visitor_id: 'v' }),
      order('o1', '2026-02-03T10:00:00Z', { visitor_id: 'v', total: euro('50') }),
      order('o1', '2026-02-04T10:00:00Z', { visitor_id: 'v', total: euro('70') }),
      // Told late: it was placed a day before.
      order('o1', '2026-02-02T10:00:00Z', { visitor_id: 'v', total: euro('30') }),
    )
    expect(await totals(['orders', 'gmv'])).toEqual({ orders: 1, gmv: '70.00' })
    const { rows } = await query({
      metrics: ['orders_all'],
      granularity: 'day',
      range: { from: '2026-02-01', to: '2026-02-05' },
    })
    expect(rows.map(([, count]) => count)).toEqual([0, 1, 0, 0])
  })
})

describe('money', () => {
  it('of two currencies has no total, and one for each when it is split', async () => {
    const { tell, query } = begin()
    await tell(
      ...talk('c', '2026-03-01T10:00:00Z', 'a', { visitor_id: 'v' }),
      order('o1', '2026-03-02T10:00:00Z', { visitor_id: 'v', total: euro('10') }),
      order('o2', '2026-03-03T10:00:00Z', { visitor_id: 'v', total: yen('1000') }),
      order('o3', '2026-03-04T10:00:00Z', { visitor_id: 'v', total: euro('0.1') }),
    )
    const series = await query({
      metrics: ['orders', 'gmv'],
      granularity: 'day',
      range: { from: '2026-03-02', to: '2026-03-05' },
    })
    expect(series.totals).toEqual({ orders: 3, gmv: null })
    // A day of euros beside a day of yen would be read as one line.
    expect(series.rows.map(([, , gmv]) => gmv)).toEqual([null, null, null])
    expect(series.columns.at(-1)).toEqual({ id: 'gmv', role: 'metric', unit: 'money', currencies: ['EUR', 'JPY'] })
    const split = await query({ metrics: ['gmv', 'aov'], dimensions: ['currency'] })
    expect(split.rows).toEqual([
      ['JPY', '1000', '1000'],
      ['EUR', '10.10', '5.05'],
    ])
    const euros = await query({
      metrics: ['gmv'],
      filters: [{ dimension: 'currency', op: 'in', values: ['EUR'] }],
      compare: 'previous_period',
    })
    expect(euros.totals).toEqual({ gmv: '10.10' })
    expect(euros.columns).toEqual([{ id: 'gmv', role: 'metric', unit: 'money', currencies: ['EUR'] }])
  })

  it('is exact to the millionth, however much there is, in JSON and in CSV', async () => {
    const { tell, query } = begin()
    const most = '999999999999.999999'
    await tell(
      ...talk('c', '2026-03-01T10:00:00Z', 'a', { visitor_id: 'v' }),
      ...Array.from({ length: 12 }, (_, number) =>
        order(`o${number}`, '2026-03-02T10:00:00Z', { visitor_id: 'v', total: euro(most) }),
      ),
    )
    const answer = await query({ metrics: ['gmv', 'aov'] })
    expect(answer.totals).toEqual({ gmv: '11999999999999.999988', aov: most })
    expect(answerCsv(answer)).toBe(`gmv,aov\r\n11999999999999.999988,${most}\r\n`)
  })

  it('orders rows by it where it is of one currency, and by their names where it is of two', async () => {
    const { tell, query } = begin()
    await tell(
      ...talk('c1', '2026-03-01T10:00:00Z', 'anna', { visitor_id: 'v1' }),
      ...talk('c2', '2026-03-01T11:00:00Z', 'bram', { visitor_id: 'v2' }),
      order('o1', '2026-03-02T10:00:00Z', { visitor_id: 'v1', total: euro('10') }),
      order('o2', '2026-03-02T11:00:00Z', { visitor_id: 'v2', total: euro('20') }),
    )
    const byAmount = { metrics: ['gmv'], dimensions: ['agent'], order: [{ by: 'gmv', desc: true }] }
    expect((await query(byAmount)).rows).toEqual([
      ['bram', '20.00'],
      ['anna', '10.00'],
    ])
    await tell(order('o3', '2026-03-02T12:00:00Z', { visitor_id: 'v2', total: yen('3000') }))
    expect((await query(byAmount)).rows).toEqual([
      ['anna', null],
      ['bram', null],
    ])
    await tell(order('o4', '2026-03-02T12:00:00Z', { visitor_id: 'v1', total: yen('4000') }))
    const byCurrency = { ...byAmount, dimensions: ['currency', 'agent'] }
    expect((await query(byCurrency)).rows.map((row) => row.slice(0, 2))).toEqual([
      ['JPY', 'anna'],
      ['JPY', 'bram'],
      ['EUR', 'bram'],
      ['EUR', 'anna'],
    ])
  })

  it('adds up over days and over every dimension, within a currency', async () => {
    const { tell, query } = begin()
    await tell(
      ...Array.from(
        { length: 24 },
        (_, number): Line => [
          `2026-03-${String(1 + (number % 9)).padStart(2, '0')}T10:00:00Z`,
          'notification.updated',
          {
            notification_id: `n${number}`,
            channel: ['sms', 'viber', 'email'][number % 3],
            status: 'delivered',
            campaign: `campaign ${number % 4}`,
            price: euro(`0.0${number}${(number * 7) % 10}`),
          },
        ],
      ),
    )
    const added = (values: readonly unknown[]) =>
      values.reduce((sum: bigint, value) => sum + microUnits(String(value)), 0n)
    const { totals } = await query({ metrics: ['cost', 'notification_cost'] })
    expect(totals.cost).toBe(totals.notification_cost)
    const cuts: Partial<QueryRequest>[] = [
      { granularity: 'day' },
      { granularity: 'hour_of_week' },
      { dimensions: ['channel'] },
      { dimensions: ['campaign', 'currency'], granularity: 'month' },
    ]
    for (const cut of cuts) {
      const { rows } = await query({ ...cut, metrics: ['notification_cost'] })
      expect(added(rows.map((row) => row.at(-1)))).toBe(added([totals.notification_cost]))
    }
  })

  it('of nothing is nothing of no currency', async () => {
    const { query } = begin()
    const { totals, columns } = await query({ metrics: ['cost', 'cost_per_call'] })
    expect(totals).toEqual({ cost: '0', cost_per_call: null })
    expect(columns.map((column) => 'currencies' in column && column.currencies)).toEqual([[], []])
  })
})

describe('a notification', () => {
  const sent = (time: string, status: string, more: object = {}): Line => [
    time,
    'notification.updated',
    { notification_id: 'n', channel: 'sms', status, ...more },
  ]

  it('that is pending after it was delivered is still delivered', async () => {
    const { tell, query } = begin()
    const statuses = async () =>
      (await query({ metrics: ['notifications'], dimensions: ['status', 'short_status'] })).rows
    await tell(sent('2026-03-01T10:00:00Z', 'created'))
    expect(await statuses()).toEqual([['created', 'in_progress', 1]])
    await tell(sent('2026-03-01T10:00:09Z', 'delivered'))
    expect(await statuses()).toEqual([['delivered', 'delivered', 1]])
    await tell(sent('2026-03-01T10:00:05Z', 'pending'), sent('2026-03-01T10:00:20Z', 'pending'))
    expect(await statuses()).toEqual([['delivered', 'delivered', 1]])
    await tell(sent('2026-03-01T10:00:30Z', 'undelivered'))
    expect(await statuses()).toEqual([['delivered', 'delivered', 1]])
  })

  it('that was read was delivered, also if nobody said so', async () => {
    const { tell, totals, records } = begin()
    await tell(sent('2026-03-01T10:00:00Z', 'read'))
    expect(await totals(['notifications_delivered', 'notifications_sent', 'delivery_rate'])).toEqual({
      notifications_delivered: 1,
      notifications_sent: 1,
      delivery_rate: 1,
    })
    const { columns, rows } = await records('notifications')
    const cell = (id: string) => rows[0]?.[columns.findIndex((column) => column.id === id)]
    expect([cell('notification_id'), cell('status'), cell('is_read'), cell('price')]).toEqual([
      'n',
      'delivered',
      true,
      null,
    ])
  })

  it('counts once, at its first status, and its price once, as it was told last', async () => {
    const { tell, query } = begin()
    await tell(
      sent('2026-03-02T10:00:00Z', 'pending', { price: euro('0.10'), parts: 1, template: 'hello' }),
      sent('2026-03-03T10:00:00Z', 'delivered', { price: euro('0.128'), parts: 2 }),
      // Told late, of the day before; its price is older.
      sent('2026-03-01T10:00:00Z', 'created', { price: euro('9') }),
    )
    const { rows } = await query({
      metrics: ['notifications', 'sms_parts', 'notification_cost', 'cost', 'cost_per_notification'],
      granularity: 'day',
      range: { from: '2026-03-01', to: '2026-03-04' },
    })
    expect(rows).toEqual([
      ['2026-03-01', 1, 2, '0.128', '0.128', '0.128'],
      ['2026-03-02', 0, 0, '0.00', '0.00', null],
      ['2026-03-03', 0, 0, '0.00', '0.00', null],
    ])
    const split = await query({ metrics: ['notifications'], dimensions: ['template'] })
    expect(split.rows).toEqual([['hello', 1]])
  })
})

describe('a call', () => {
  const called = (time: string, status: string, more: object = {}): Line => [
    time,
    'call.updated',
    { call_id: 'k', status, medium: 'voice', ...more },
  ]

  it('is one call, also where only one of its updates names the conversation', async () => {
    const { tell, query, records } = begin()
    await tell(
      called('2026-03-01T10:00:00Z', 'ringing', { trunk: 'kpn-1', direction: 'inbound' }),
      called('2026-03-01T10:00:05Z', 'answered', { conversation_id: 'c', agent_id: 'anna' }),
      called('2026-03-01T10:03:05Z', 'completed', { wrap_seconds: 20, price: euro('0.09') }),
    )
    const { rows } = await query({
      metrics: ['calls', 'calls_connected', 'contact_volume', 'avg_handling_time', 'talk_seconds'],
      dimensions: ['status', 'agent', 'trunk', 'duration_bucket'],
    })
    expect(rows).toEqual([['completed', 'anna', 'kpn-1', 'up_to_3_min', 1, 1, 1, 200, 180]])
    const { columns, rows: behind } = await records('calls')
    expect(behind[0]?.[columns.findIndex(({ id }) => id === 'conversation_id')]).toBe('c')
  })

  it('over midnight talks on both days, and counts on the first', async () => {
    const { tell, query } = begin()
    await tell(
      called('2026-03-01T22:55:00Z', 'answered'),
      called('2026-03-01T23:20:00Z', 'completed', { talk_seconds: 1500 }),
    )
    const { rows } = await query({
      metrics: ['calls', 'talk_seconds'],
      granularity: 'day',
      range: { from: '2026-03-01', to: '2026-03-03' },
    })
    expect(rows).toEqual([
      ['2026-03-01', 1, 300],
      ['2026-03-02', 0, 1200],
    ])
  })

  it('that ended does not ring any more, whatever is told late', async () => {
    const { tell, query } = begin()
    await tell(
      called('2026-03-01T10:00:00Z', 'no_answer'),
      called('2026-03-01T10:00:03Z', 'ringing'),
      called('2026-03-01T09:59:00Z', 'queued'),
    )
    const { rows } = await query({ metrics: ['calls', 'calls_connected', 'talk_seconds'], dimensions: ['status'] })
    expect(rows).toEqual([['no_answer', 1, 0, 0]])
  })

  it('talks where its talking was, however many days before or after its first status', async () => {
    const { tell, query } = begin()
    const hour = 3600
    await tell(
      // Told at its end alone: it began three days before.
      [
        '2026-03-10T12:00:00Z',
        'call.updated',
        { call_id: 'k1', status: 'completed', medium: 'voice', talk_seconds: 72 * hour },
      ],
      // Rang, was answered the next day and went on for two more.
      ['2026-03-20T12:00:00Z', 'call.updated', { call_id: 'k2', status: 'ringing', medium: 'voice' }],
      ['2026-03-21T12:00:00Z', 'call.updated', { call_id: 'k2', status: 'answered', medium: 'voice' }],
      ['2026-03-23T12:00:00Z', 'call.updated', { call_id: 'k2', status: 'completed', medium: 'voice' }],
    )
    const talked = async (from: string, to: string) =>
      (await query({ metrics: ['talk_seconds'], range: { from, to } })).totals.talk_seconds
    expect(await talked('2026-03-07T13:00Z', '2026-03-07T14:00Z')).toBe(hour)
    expect(await talked('2026-03-06', '2026-03-11')).toBe(72 * hour)
    expect(await talked('2026-03-23T11:30Z', '2026-03-23T13:00Z')).toBe(hour / 2)
    expect(await talked('2026-03-20T12:00Z', '2026-03-21T12:00Z')).toBe(0)
    expect(await talked('2026-03-01', '2026-04-01')).toBe(120 * hour)
  })

  it('and others in the same second show the load of their trunk', async () => {
    const { tell, query } = begin()
    const at = (id: string, time: string, trunk: string): Line => [
      time,
      'call.updated',
      { call_id: id, status: 'ringing', medium: 'voice', trunk },
    ]
    await tell(
      at('k1', '2026-03-01T10:00:00.000Z', 'a'),
      at('k2', '2026-03-01T10:00:00.999Z', 'a'),
      at('k3', '2026-03-01T10:00:01.000Z', 'a'),
      at('k4', '2026-03-01T10:00:00.500Z', 'b'),
    )
    const { rows, totals } = await query({
      metrics: ['peak_calls_per_second', 'avg_calls_per_second'],
      dimensions: ['trunk'],
    })
    expect(rows).toEqual([
      ['a', 2, 1.5],
      ['b', 1, 1],
    ])
    expect(totals).toEqual({ peak_calls_per_second: 3, avg_calls_per_second: 2 })
  })

  it('is handled in the service hours of its line where no other call names that as its touchpoint', async () => {
    const { tell, query } = begin()
    const line = { time_zone: 'UTC', service_hours: { weekly: { mon: [['09:00', '16:00']] } } }
    const late = { status: 'completed', medium: 'voice', talk_seconds: 120 }
    await tell(
      ['2026-03-01T00:00:00Z', 'entity.described', { kind: 'touchpoint', id: 'sales-line', ...line }],
      ['2026-03-02T16:01:00Z', 'call.updated', { call_id: 'k1', trunk: 'sales-line', ...late }],
    )
    const { totals } = await query({ metrics: ['avg_handling_time', 'avg_handling_time_service'] })
    expect(totals).toEqual({ avg_handling_time: 120, avg_handling_time_service: 60 })
  })

  it('is handled in the service hours of the touchpoint it names, else of its line, else in none', async () => {
    const { tell, query } = begin()
    const line = { time_zone: 'Europe/Amsterdam', service_hours: { weekly: { mon: [['09:00', '17:00']] } } }
    const late = { status: 'completed', medium: 'voice', talk_seconds: 120, wrap_seconds: 60 }
    await tell(
      ['2026-03-01T00:00:00Z', 'entity.described', { kind: 'touchpoint', id: 'sales-line', ...line }],
      // Mondays; in Amsterdam it closes at 16:00 UTC. Answered two minutes before the end of the talk.
      ['2026-03-02T16:01:00Z', 'call.updated', { call_id: 'k1', trunk: 'sales-line', ...late }],
      ['2026-03-02T16:01:00Z', 'call.updated', { call_id: 'k2', trunk: 'sip-1', touchpoint_id: 'sales-line', ...late }],
      ['2026-03-02T16:01:00Z', 'call.updated', { call_id: 'k3', trunk: 'sip-1', ...late }],
    )
    const { rows } = await query({
      metrics: ['avg_handling_time', 'avg_handling_time_service', 'calls'],
      dimensions: ['touchpoint'],
      order: [{ by: 'touchpoint' }],
    })
    expect(rows).toEqual([
      ['sales-line', 180, 60, 2],
      ['sip-1', 180, null, 1],
    ])
  })
})

describe('cost', () => {
  it('is that of messages, notifications and calls, each when it counts; system messages cost nothing here', async () => {
    const { tell, query } = begin()
    const wrote = (kind: string, amount: string): Line => [
      '2026-03-01T10:00:00Z',
      'message.sent',
      { conversation_id: 'c', author: { kind }, channel: 'whatsapp', touchpoint_id: 'wa', price: euro(amount) },
    ]
    await tell(
      wrote('bot', '0.0575'),
      wrote('agent', '0.01'),
      wrote('system', '5'),
      [
        '2026-03-01T11:00:00Z',
        'notification.updated',
        { notification_id: 'n', channel: 'sms', status: 'error', price: euro('0.2') },
      ],
      [
        '2026-03-01T12:00:00Z',
        'call.updated',
        { call_id: 'k', status: 'completed', medium: 'voice', price: euro('0.094500') },
      ],
    )
    const { rows, totals } = await query({
      metrics: ['cost', 'cost_per_message'],
      dimensions: ['service', 'channel', 'touchpoint'],
      order: [{ by: 'cost' }],
    })
    expect(rows).toEqual([
      ['messages', 'whatsapp', 'wa', '0.0675', '0.03375'],
      ['calls', 'voice', null, '0.0945', null],
      ['notifications', 'sms', null, '0.20', null],
    ])
    expect(totals).toEqual({ cost: '0.362', cost_per_message: '0.03375' })
  })
})
