import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askPhrases } from '../ask/phrases.ts'
import { askRecords } from '../ask/records.ts'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import { phrasesCsv, phrasesXlsx } from './phrases-file.ts'
import { recordsCsv, recordsXlsx } from './records-file.ts'

/*
 * Files are read back by a program that is not ours, and each cell is compared with what was sent in.
 */

let house: TestHouse
const now = Date.parse('2026-04-01T00:00:00Z')
const march = { from: '2026-03-01', to: '2026-04-01' }
const signal = new AbortController().signal
const services = () => house.at(now, { timeZone: 'Europe/Amsterdam' })

beforeAll(async () => {
  house = await openTestHouse()
  let told = 0
  const tell = (type: string, time: string, data: object) => {
    told += 1
    return { specversion: '1.0', id: `f-${told}`, source: '/files', type, time, data }
  }
  const author = { kind: 'contact', id: 'p' }
  const says = (conversation_id: string, time: string, text: string) =>
    tell('message.sent', time, { conversation_id, author, channel: 'web', text })
  await house.take('shop', [
    tell('entity.described', '2026-01-01T00:00:00Z', { kind: 'agent', id: 'a1', name: '=Anna' }),
    says('c-1', '2026-03-02T10:00:00Z', 'is it in stock'),
    says('c-2', '2026-03-03T10:00:00Z', 'Is it in stock?'),
    says('c-3', '2026-03-04T10:00:00Z', 'good morning'),
    // After the clocks went on.
    tell('survey.answered', '2026-03-30T10:15:30Z', {
      conversation_id: 'c-1',
      rating: 4,
      scale: 5,
      submitted: true,
      agent_id: 'a1',
      feedback: '=1+1',
    }),
    tell('survey.answered', '2026-03-04T10:00:00Z', {
      conversation_id: 'c-2',
      rating: 5,
      scale: 5,
      submitted: true,
      feedback: 'Fine',
    }),
    tell('order.placed', '2026-03-05T10:00:00Z', {
      order_id: 'o-1',
      contact_id: 'p',
      total: { amount: '12.30', currency: 'EUR' },
    }),
  ])
  await house.settled()
})
afterAll(() => house.close())

async function sheetsOf(bytes: Buffer) {
  const sheets = await readXlsxFile(bytes)
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

describe('records as a file', () => {
  const answers = { metric: 'survey_answers', range: march }
  const columns = ['answered_at', 'agent', 'rating', 'text', 'conversation_id']

  it('have dates of the zone, numbers, names with their ids, and no text that runs', async () => {
    const bytes = await recordsXlsx(services(), { organizationId: 'shop' }, { ...answers, columns }, signal)
    const [titles, first, second, ...rest] = (await sheetsOf(bytes)).get('Numbers') ?? []
    expect(titles).toEqual(['Answered', 'Agent', 'Agent (id)', 'Rating', 'Text', 'Conversation'])
    const [time, ...cells] = first ?? []
    expect(Math.round((time as unknown as Date).getTime() / 1000) * 1000).toBe(Date.parse('2026-03-30T12:15:30Z'))
    expect(cells).toEqual(['=Anna', 'a1', 4, '=1+1', 'c-1'])
    expect(second?.slice(3)).toEqual([5, 'Fine', 'c-2'])
    expect(rest).toEqual([])
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
  })

  it('say on a sheet of their own what was asked, in the asker’s language', async () => {
    const filters = [{ dimension: 'agent', op: 'in' as const, values: ['a1'] }]
    const asker = { organizationId: 'shop', language: 'nl' as const }
    const sheets = await sheetsOf(await recordsXlsx(services(), asker, { ...answers, filters }, signal))
    const about = (sheets.get('Toelichting') ?? []).map((row) => row.join(' '))
    expect(about.some((line) => line.includes('=Anna'))).toBe(true)
    expect(sheets.get('Cijfers')).toHaveLength(2)
  })

  it('hold an amount as a number, and leave out what says nothing of any row', async () => {
    const sheets = await sheetsOf(
      await recordsXlsx(services(), { organizationId: 'shop' }, { metric: 'orders_all', range: march }, signal),
    )
    const [titles = [], row = []] = sheets.get('Numbers') ?? []
    expect(row[titles.indexOf('Total')]).toBe(12.3)
    expect(titles).not.toContain('Text')
  })

  it('are every row, also beyond one page, in the order of the pages', async () => {
    const many = Array.from({ length: 2_300 }, (_, index) => ({
      specversion: '1.0',
      id: `many-${index}`,
      source: '/files',
      type: 'message.sent',
      time: new Date(Date.parse('2026-03-10T00:00:00Z') + index * 1000).toISOString(),
      data: { conversation_id: `m-${index}`, author: { kind: 'contact', id: 'p' }, channel: 'web', text: 'x' },
    }))
    await house.take('many', many)
    await house.settled()
    const request = { metric: 'contact_messages', range: march }
    const csv = await recordsCsv(
      services(),
      { organizationId: 'many' },
      { ...request, columns: ['conversation_id'] },
      signal,
    )
    const ids = (parse(csv, { columns: true }) as { conversation_id: string }[]).map((row) => row.conversation_id)
    expect(ids).toEqual(many.map(({ data }) => data.conversation_id).toReversed())
    const { total } = await askRecords(services(), { organizationId: 'many' }, request)
    expect(total).toBe(ids.length)
  }, 60_000)
})

describe('phrases as a file', () => {
  const request = { author_kind: 'contact' as const, range: march }

  it('have their numbers and shares, are drawn, and say what they are', async () => {
    const asker = { organizationId: 'shop' }
    const answer = await askPhrases(services(), asker, request)
    const bytes = await phrasesXlsx(services(), asker, request, answer, signal)
    const sheets = await sheetsOf(bytes)
    expect(sheets.get('Numbers')?.slice(1)).toEqual([
      ['is it in stock', 2, 2 / 3],
      ['good morning', 1, 1 / 3],
    ])
    const chart = strFromU8(unzipSync(bytes)['xl/charts/chart1.xml'] ?? new Uint8Array())
    expect(chart).toContain('$A$2:$A$3')
    expect(chart).toContain('$B$2:$B$3')
    expect(sheets.get('About')?.[0]?.slice(0, 2)).toEqual(['Metric', 'Popular phrases'])
    expect(parse(phrasesCsv(answer), { columns: true })).toHaveLength(2)
  })

  it('of nobody are an empty table without a drawing', async () => {
    const asker = { organizationId: 'nobody' }
    const bytes = await phrasesXlsx(services(), asker, request, await askPhrases(services(), asker, request), signal)
    expect((await sheetsOf(bytes)).get('Numbers')).toHaveLength(1)
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.includes('chart'))).toEqual([])
  })
})
