import { expect, test } from 'vitest'
import { readAnswer, type SentAnswer } from './answer.ts'

const sent = (currencies: readonly string[], amounts: readonly (string | null)[]): SentAnswer => ({
  columns: [
    { id: 'channel', role: 'dimension' },
    { id: 'gmv', role: 'metric', unit: 'money', currencies },
    { id: 'orders', role: 'metric', unit: 'count' },
  ],
  rows: amounts.map((amount, at) => [String(at), amount, at]),
  totals: { gmv: amounts[0] ?? null, orders: 3 },
  range: { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
  time_zone: 'UTC',
  as_of: '2026-11-20T00:00:00Z',
})

test('amounts of one currency become numbers in it, and nothing else changes', () => {
  const answer = readAnswer(sent(['EUR'], ['12.30', null]))
  expect(answer.columns.map(({ unit }) => unit)).toEqual([undefined, 'money:EUR', 'count'])
  expect(answer.rows).toEqual([
    ['0', 12.3, 0],
    ['1', null, 1],
  ])
  expect(answer.totals).toEqual({ gmv: 12.3, orders: 3 })
})

test('amounts of several currencies, or of none, are in none that could be told', () => {
  expect(readAnswer(sent(['EUR', 'USD'], [null])).columns[1]?.unit).toBe('money')
  expect(readAnswer(sent([], ['0'])).columns[1]?.unit).toBe('money')
})
