import type { QueryRequest } from '@parley/core/query/request.ts'
import { granularities } from '@parley/core/time/granularity.ts'
import { littleCommerce } from '@parley/fixtures/little-commerce.ts'
import { littleWorld } from '@parley/fixtures/little-world.ts'
import type { Language } from '@parley/model/texts/index.ts'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryAnswer } from '../../answer.ts'
import { ask } from '../../ask.ts'
import { openTestHouse, type TestHouse } from '../../testing.ts'
import { answerXlsx } from './answer-xlsx.ts'

/*
 * Files are read back by a program that is not ours, and each number is compared with the answer.
 */

let house: TestHouse
const zone = 'Europe/Amsterdam'
const march = { from: '2026-03-01', to: '2026-04-01' }

type File = {
  readonly answer: QueryAnswer
  /** Rows of a sheet by its name, the titles first. */
  readonly sheet: (name: string) => unknown[][]
  readonly names: readonly string[]
  /** What the file is made of. */
  readonly part: (path: string) => string
}

async function fileOf(
  question: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>,
  { organizationId = 'shop', language = 'en' }: { organizationId?: string; language?: Language } = {},
): Promise<File> {
  const services = house.at(littleWorld.now, { timeZone: zone })
  const asker = { organizationId, language }
  const request = { range: march, ...question }
  const answer = await ask(services, asker, request)
  const bytes = await answerXlsx(services, asker, request, answer)
  const sheets = await readXlsxFile(bytes)
  const parts = unzipSync(bytes)
  return {
    answer,
    names: sheets.map(({ sheet }) => sheet),
    sheet: (name) => (sheets.find(({ sheet }) => sheet === name)?.data ?? []).map((row) => row.map(rounded)),
    part: (path) => strFromU8(parts[path] ?? new Uint8Array()),
  }
}

/** Days are counted with a fraction: the reader cuts off what is a millisecond short of the hour, where others round. */
function rounded(cell: unknown): unknown {
  return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell
}

beforeAll(async () => {
  house = await openTestHouse()
  for (const { organization, events } of littleWorld.batches) if (organization === 0) await house.take('shop', events)
  await house.take('shop', littleCommerce)
  let told = 0
  const tell = (type: string, time: string, data: object) => {
    told += 1
    return { specversion: '1.0', id: `x-${told}`, source: '/xlsx', type, time, data }
  }
  const says = (conversation_id: string, time: string, author: object, more: object = {}) =>
    tell('message.sent', time, { conversation_id, author, channel: 'web', ...more })
  await house.take('names', [
    tell('entity.described', '2026-01-01T00:00:00Z', { kind: 'agent', id: 'a1', name: 'Anna' }),
    tell('entity.described', '2026-01-01T00:00:00Z', { kind: 'agent', id: 'a2', name: '=1+1' }),
    tell('entity.described', '2026-01-01T00:00:00Z', { kind: 'agent', id: 'a3', name: 'Anna' }),
    ...['a1', 'a2', 'a3'].flatMap((id, index) => {
      const time = (second: number) => `2026-03-0${2 + index}T10:00:0${second}Z`
      return [
        says(`c-${id}`, time(0), { kind: 'contact', id: 'p' }),
        tell('conversation.assigned', time(1), { conversation_id: `c-${id}`, agent_id: id }),
        says(`c-${id}`, time(3 + index), { kind: 'agent', id }),
      ]
    }),
    says('c-none', '2026-03-05T10:00:00Z', { kind: 'contact', id: 'p' }, { channel: 'whatsapp' }),
    tell('notification.updated', '2026-03-05T08:00:00Z', {
      ...{ notification_id: 'n1', channel: 'sms', status: 'delivered', price: { amount: '1234.5', currency: 'EUR' } },
    }),
    tell('notification.updated', '2026-03-05T08:00:00Z', {
      ...{ notification_id: 'n2', channel: 'sms', status: 'delivered', price: { amount: '18990', currency: 'JPY' } },
    }),
  ])
  await house.settled()
}, 60_000)

afterAll(() => house.close())

/** Midnight or the time of the clock, as readers of spreadsheets give it: without a zone. */
const clock = (local: string) => new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`)

describe('the rows of an answer', () => {
  it('are the same in a workbook: dates as dates, numbers as numbers, nothing as an empty cell', async () => {
    const metrics = ['chats', 'avg_response_time', 'bot_handled_share', 'survey_rating', 'cost', 'calls']
    const { answer, sheet } = await fileOf({ metrics, granularity: 'day' })
    const [titles, ...rows] = sheet('Numbers')
    expect(titles).toEqual([
      'Time',
      'Chats',
      'Average response time (seconds)',
      'Share of chats handled by bots',
      'Average rating',
      'Cost (EUR)',
      'Calls',
    ])
    expect(rows).toEqual(
      answer.rows.map(([time, ...values]) => [
        clock(String(time)),
        ...values.map((value) => (typeof value === 'string' ? Number(value) : value)),
      ]),
    )
    expect(rows).toHaveLength(31)
    expect(rows.flat()).toContain(null)
  })

  it.each(granularities.filter((one) => one !== 'minute'))('are cut by %s under dates', async (granularity) => {
    const { answer, sheet } = await fileOf({ metrics: ['chats'], granularity })
    const rows = sheet('Numbers').slice(1)
    expect(rows).toEqual(answer.rows.map(([time, chats]) => [clock(String(time)), chats]))
  })

  it('are cut by cycles under the names of days and the hours of the clock', async () => {
    const { answer, sheet } = await fileOf({ metrics: ['chats'], granularity: 'hour_of_week' }, { language: 'nl' })
    const [titles, ...rows] = sheet('Cijfers')
    const days = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
    expect(titles).toEqual(['Weekdag', 'Uur', 'Chats'])
    expect(rows).toEqual(
      answer.rows.map(([time, chats]) => {
        const [day, hour] = time as [number, number]
        return [days[day - 1], hour, chats]
      }),
    )
  })

  it('have names in the asker’s language with ids beside them, and no text becomes a formula', async () => {
    const { answer, sheet, part } = await fileOf(
      { metrics: ['chats'], dimensions: ['agent', 'channel'] },
      { organizationId: 'names', language: 'ru' },
    )
    const [titles, ...rows] = sheet('Числа')
    expect(titles).toEqual(['Оператор', 'Оператор (id)', 'Канал', 'Чаты'])
    const name: Record<string, string> = { a1: 'Anna', a2: '=1+1', a3: 'Anna' }
    expect(rows).toEqual(
      answer.rows.map(([agent, channel, chats]) => [
        ...[name[String(agent)] ?? 'Нет', agent],
        ...[channel === 'web' ? 'Сайт' : 'WhatsApp', chats],
      ]),
    )
    expect(rows).toHaveLength(4)
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  it('have each amount in its currency, and none that mixes them', async () => {
    const of = { organizationId: 'names' }
    const metrics = ['notification_cost']
    const split = await fileOf({ metrics, dimensions: ['currency'] }, of)
    expect(split.sheet('Numbers').slice(1)).toEqual(
      split.answer.rows.map(([currency, amount]) => [currency, Number(amount)]),
    )
    const formats = split.part('xl/styles.xml')
    for (const currency of ['EUR', 'JPY']) expect(formats).toContain(`[$${currency}]`)
    const mixed = await fileOf({ metrics, dimensions: ['channel'] }, of)
    expect(mixed.sheet('Numbers').slice(1)).toEqual([['SMS', null]])
    expect(mixed.sheet('About').flat().join(' ')).toMatch(/not added up.*EUR, JPY/)
  })

  it('show shares as percentages and stay below a header that does not scroll away', async () => {
    const { part } = await fileOf({ metrics: ['bot_handled_share'], granularity: 'month' })
    expect(part('xl/styles.xml')).toContain('formatCode="0.0%"')
    expect(part('xl/styles.xml')).toContain('formatCode="mmm yyyy"')
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
  })
})

describe('the chart of a workbook', () => {
  it('is a line of every metric over time, the second unit on an axis of its own', async () => {
    const { part } = await fileOf({ metrics: ['chats', 'messages', 'avg_response_time'], granularity: 'day' })
    const chart = part('xl/charts/chart1.xml')
    expect(chart.match(/<c:ser>/g)).toHaveLength(3)
    expect(chart.match(/<c:lineChart>/g)).toHaveLength(2)
    expect(chart).toContain('Numbers!$A$2:$A$32')
    expect(chart).toContain('Numbers!$D$2:$D$32')
    expect(part('xl/drawings/drawing1.xml')).toContain('chart')
  })

  it('is one for each metric over time where they are of more units than a chart has axes', async () => {
    const metrics = ['chats', 'avg_response_time', 'bot_handled_share', 'notification_cost']
    const { part } = await fileOf({ metrics, granularity: 'day' })
    const drawn = [1, 2, 3, 4].map((chart) => part(`xl/charts/chart${chart}.xml`))
    expect(drawn.map((chart) => /<c:val>.*?<c:f>(.*?)</s.exec(chart)?.[1])).toEqual(
      ['B', 'C', 'D', 'E'].map((column) => `Numbers!$${column}$2:$${column}$32`),
    )
  })

  it('says of the hours of one day no day where each metric has a chart', async () => {
    const range = { from: '2026-03-02', to: '2026-03-03' }
    const metrics = ['chats', 'avg_response_time', 'bot_handled_share']
    const { sheet } = await fileOf({ metrics, range, granularity: 'hour' })
    expect(
      sheet('Chart data')
        .slice(1, 3)
        .map(([time]) => time),
    ).toEqual(['00:00', '01:00'])
  })

  it('is columns by the values of a dimension', async () => {
    const { part } = await fileOf({ metrics: ['chats'], dimensions: ['agent'] }, { organizationId: 'names' })
    const chart = part('xl/charts/chart1.xml')
    expect(chart).toContain('<c:barChart>')
    expect(chart).toContain('Numbers!$C$2:$C$5')
  })

  it('has a line for each value of a dimension over time, two of one name kept apart', async () => {
    const { answer, part, sheet, names } = await fileOf(
      {
        metrics: ['chats'],
        dimensions: ['agent'],
        granularity: 'day',
        range: { from: '2026-03-02', to: '2026-03-06' },
      },
      { organizationId: 'names' },
    )
    expect(names).toEqual(['Numbers', 'About', 'Chart data'])
    const [titles = [], ...rows] = sheet('Chart data')
    expect(titles).toEqual(['Time', 'Anna', '=1+1', 'Anna', 'None'])
    expect(rows.map(([time]) => time)).toEqual([...new Set(answer.rows.map(([time]) => String(time)))].map(clock))
    const sum = (numbers: unknown[]) => numbers.reduce((all: number, one) => all + Number(one), 0)
    expect(sum(rows.flatMap(([, ...counts]) => counts))).toBe(sum(answer.rows.map(([, , chats]) => chats)))
    expect(part('xl/charts/chart1.xml').match(/<c:ser>/g)).toHaveLength(4)
  })

  it('has a place for each hour, and a line for each day over the hours of the clock', async () => {
    const range = { from: '2026-03-02', to: '2026-03-03' }
    const hours = await fileOf({ metrics: ['chats'], granularity: 'hour', range })
    expect(hours.sheet('Chart data')[10]?.[0]).toBe('2026-03-02 09:00')
    const week = await fileOf({ metrics: ['chats'], granularity: 'hour_of_week' })
    expect(week.sheet('Chart data')[0]).toHaveLength(8)
    expect(week.sheet('Chart data')).toHaveLength(25)
  })

  it('is columns of metrics beside each other where nothing splits them', async () => {
    const { part, answer, sheet } = await fileOf({ metrics: ['chats', 'messages'] })
    expect(part('xl/charts/chart1.xml')).toContain('<c:barChart>')
    expect(
      sheet('Chart data')
        .slice(1)
        .map(([, value]) => value),
    ).toEqual(answer.rows[0])
  })

  it('is left out of a single total', async () => {
    const { answer, sheet, part } = await fileOf({ metrics: ['chats', 'gmv'] })
    expect(sheet('Numbers')).toEqual([
      ['Chats', 'Sales (EUR)'],
      answer.rows[0]?.map((value) => (value === null ? null : Number(value))),
    ])
    expect(part('xl/charts/chart1.xml')).toBe('')
  })
})

describe('the sheet about a workbook', () => {
  it('says what was asked, when, of whom and what each metric is, with the numbers of the whole range', async () => {
    const { answer, sheet } = await fileOf(
      {
        metrics: ['chats', 'median_response_time'],
        granularity: 'auto',
        dimensions: ['channel'],
        filters: [
          { dimension: 'channel', op: 'in', values: ['web', 'whatsapp', null] },
          { dimension: 'agent', op: 'exists' },
        ],
        compare: 'previous_period',
      },
      { organizationId: 'names' },
    )
    const rows = sheet('About')
    const about = new Map(rows.map(([name, value]) => [name, value]))
    expect(Object.fromEntries(about)).toMatchObject({
      Metrics: 'Chats, Median response time',
      Granularity: 'Days',
      'Split by': 'Channel',
      From: clock('2026-03-01'),
      'To (not part of it)': clock('2026-04-01'),
      'Previous period: From': clock('2026-02-01'),
      'Time zone': zone,
      Filters: 'Channel is Web, WhatsApp, None\nAgent has a value',
      Chats: answer.totals.chats,
      'Median response time': answer.totals.median_response_time,
    })
    expect(about.get('As of')).toBeInstanceOf(Date)
    const median = rows.find(([name]) => name === 'Median response time')
    expect(median?.join(' ')).toContain('next agent message − first unanswered contact message')
  })

  it('stands beside the rows of the compared range', async () => {
    const { answer, sheet, names } = await fileOf({
      metrics: ['chats', 'messages'],
      granularity: 'week',
      compare: 'previous_year',
    })
    expect(names).toEqual(['Numbers', 'About', 'Previous year'])
    expect(sheet('Previous year').slice(1)).toEqual(
      answer.comparison?.rows.map(([time, ...values]) => [clock(String(time)), ...values]),
    )
  })
})
