import type { QueryRequest } from '@parley/core/query/request.ts'
import type { RawEvent } from '@parley/fixtures/oracle/raw-event.ts'
import { hasStar, loadStar } from '@parley/fixtures/star.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What an independent script, which shares no code with Parley, found in the same events: value, and decimals given. */
const expected: readonly (readonly [metric: string, value: number, decimals: number])[] = [
  ['chats', 3086, 9],
  ['conversations', 3008, 9],
  ['missed_chats', 78, 9],
  ['contact_messages', 26961, 9],
  ['agent_messages', 26810, 9],
  ['avg_first_response_time', 29.1725, 4],
  ['median_first_response_time', 20, 9],
  ['p90_first_response_time', 60, 9],
  ['max_first_response_time', 356, 9],
  ['avg_response_time', 29.2751, 4],
  ['median_response_time', 21, 9],
  ['p90_response_time', 58, 9],
  ['max_response_time', 623, 9],
  ['avg_session_duration', 442.9883, 4],
  ['median_session_duration', 371, 9],
  ['p90_session_duration', 855.5, 9],
  ['max_session_duration', 2390, 9],
  ['active_contacts', 100, 9],
  ['survey_answers', 2891, 9],
]

const asker = { organizationId: 'star' }
const allTime = { from: '2000-01-01', to: '2100-01-01' }

describe.skipIf(!hasStar)('of 3,086 real conversations (../shared/data/star.jsonl.gz), asking gives', () => {
  let house: TestHouse
  let events: RawEvent[]

  const services = () => house.at(Date.UTC(2026, 0, 1))
  const answer = (request: Partial<QueryRequest>) =>
    ask(services(), asker, { metrics: ['chats'], range: allTime, ...request })

  /** As a file is imported: a few thousand events at a time. */
  async function importAll(): Promise<void> {
    for (let start = 0; start < events.length; start += 5_000)
      await house.take('star', events.slice(start, start + 5_000))
    await house.settled()
  }

  beforeAll(async () => {
    house = await openTestHouse()
    events = loadStar()
    await importAll()
  }, 120_000)

  afterAll(() => house.close())

  const everything = () => answer({ metrics: expected.map(([metric]) => metric) })

  it.each(expected)('%s = %d', async (metric, value, decimals) => {
    expect((await answer({ metrics: [metric] })).totals[metric]).toBeCloseTo(value, decimals)
  })

  it('the same for all of them in one question', async () => {
    const { totals } = await everything()
    for (const [metric, value, decimals] of expected) expect(totals[metric], metric).toBeCloseTo(value, decimals)
  })

  it('as many first responses, responses and chats as there are records behind them', async () => {
    const totalOf = async (metric: string) =>
      (await askRecords(services(), asker, { metric, range: allTime, limit: 1 })).total
    expect(await totalOf('median_first_response_time')).toBe(3008)
    expect(await totalOf('median_response_time')).toBe(26810)
    expect(await totalOf('chats')).toBe(3086)
  })

  it('102 agents who wrote', async () => {
    const filters = [{ dimension: 'agent', op: 'exists' as const }]
    expect((await answer({ metrics: ['agent_messages'], dimensions: ['agent'], filters })).rows).toHaveLength(102)
  })

  it('2,812 ratings of 5 and 79 of 1', async () => {
    const { rows } = await answer({ metrics: ['survey_answers'], dimensions: ['rating'] })
    expect(rows).toEqual([
      [5, 2812],
      [1, 79],
    ])
    expect((await answer({ metrics: ['survey_rating'] })).totals.survey_rating).toBeCloseTo((5 * 2812 + 79) / 2891, 12)
  })

  it.each([
    ['UTC', 431],
    ['Europe/Amsterdam', 597],
    ['Asia/Kolkata', 865],
  ])(
    'on 2020-05-16 in %s %d chats, whether asked for the day or for its place in a year of days',
    async (time_zone, chats) => {
      expect((await answer({ time_zone, range: { from: '2020-05-16', to: '2020-05-17' } })).totals).toEqual({ chats })
      const { rows } = await answer({ time_zone, range: { from: '2020-01-01', to: '2021-01-01' }, granularity: 'day' })
      expect(rows.find(([day]) => day === '2020-05-16')).toEqual(['2020-05-16', chats])
    },
  )

  it('the same after everything was imported a second time, and after everything was derived again', async () => {
    const whole = async () => [await everything(), await answer({ granularity: 'day', dimensions: ['agent'] })]
    const before = await whole()
    await importAll()
    expect(await house.engine.query('SELECT count() FROM events')).toEqual([[events.length]])
    expect(await whole()).toEqual(before)
    await house.settler.rebuild()
    expect(await whole()).toEqual(before)
  }, 120_000)
})
