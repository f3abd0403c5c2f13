import { afterEach, expect, test } from 'vitest'
import { createBenchmarkShelf } from '../../benchmark/shelf.ts'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

type Answered = {
  readonly title: string
  readonly withheld: string
  readonly metrics: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly how: string
  }[]
  readonly benchmarks: readonly {
    readonly group: string
    readonly range: object | null
    readonly computed_at: string | null
    readonly figures: readonly {
      readonly metric: string
      readonly all: object | null
      readonly business_type: object | null
    }[]
  }[]
}

async function ask(language: string): Promise<Answered> {
  server ??= await startTestServer()
  const key = await (await server.createOrganization('One')).keyFor('query')
  const { statusCode, json } = await server.send({
    key,
    method: 'GET',
    url: '/v1/benchmarks',
    headers: { 'accept-language': language },
  })
  expect(statusCode).toBe(200)
  return json() as Answered
}

test('before anything was computed there is every date group, and no figure', async () => {
  const { benchmarks, metrics } = await ask('en')
  expect(benchmarks.map(({ group }) => group)).toEqual([
    ...['last_year', 'year_to_date', 'last_month', 'month_to_date'],
    ...['last_week', 'week_to_date', 'yesterday', 'today'],
  ])
  for (const { computed_at, range, figures } of benchmarks) {
    expect([computed_at, range]).toEqual([null, null])
    expect(figures.map(({ metric }) => metric)).toEqual(metrics.map(({ id }) => id))
    expect(figures.filter(({ all, business_type }) => all || business_type)).toEqual([])
  }
  expect(metrics.find(({ id }) => id === 'missed_chats')).toMatchObject({ kind: 'sum', how: 'Sum over organizations' })
  expect(metrics.find(({ id }) => id === 'p90_response_time')).toMatchObject({ kind: 'mean' })
})

test('what was computed is given with how many organizations it is made of, and how far those lie apart', async () => {
  server = await startTestServer()
  await createBenchmarkShelf(server.account.database.db).keep({
    run: {
      group: 'last_week',
      dueAt: Date.UTC(2026, 2, 16),
      computedAt: Date.UTC(2026, 2, 16, 0, 1),
      range: { from: Date.UTC(2026, 2, 9), to: Date.UTC(2026, 2, 16) },
    },
    figures: [
      {
        metric: 'missed_chats',
        businessType: null,
        value: 310,
        organizations: 17,
        spread: { p25: 5, median: 14.5, p75: 30 },
      },
      { metric: 'missed_chats', businessType: 'dealer', value: 300, organizations: 6, spread: null },
    ],
  })
  const { benchmarks } = await ask('nl')
  const weekly = benchmarks.find(({ group }) => group === 'last_week')
  expect(weekly).toMatchObject({
    range: { from: '2026-03-09T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z' },
    computed_at: '2026-03-16T00:01:00.000Z',
  })
  // This organization has no business type: what dealers have is not for it.
  expect(weekly?.figures.filter(({ all, business_type }) => all || business_type)).toEqual([
    {
      metric: 'missed_chats',
      all: { value: 310, organizations: 17, spread: { p25: 5, median: 14.5, p75: 30 } },
      business_type: null,
    },
  ])
})

test('it is explained in the language of the reader', async () => {
  expect((await ask('nl')).withheld).toMatch(/^Niet getoond/)
  expect((await ask('ru')).title).toBe('Сравнение с рынком')
})
