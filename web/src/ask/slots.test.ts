import { expect, test } from 'vitest'
import { slotsOf } from './slots.ts'

const range = { from: '2026-11-01', to: '2026-11-20T09:30' }

test('a cell of the week is that hour of each week, the latest first', () => {
  expect(slotsOf(range, { granularity: 'hour_of_week', value: [4, 11] })).toEqual([
    { from: '2026-11-19T11:00', to: '2026-11-19T12:00' },
    { from: '2026-11-12T11:00', to: '2026-11-12T12:00' },
    { from: '2026-11-05T11:00', to: '2026-11-05T12:00' },
  ])
})

test('a weekday is each of its days', () => {
  expect(slotsOf(range, { granularity: 'day_of_week', value: 7 })).toEqual([
    { from: '2026-11-15T00:00', to: '2026-11-16T00:00' },
    { from: '2026-11-08T00:00', to: '2026-11-09T00:00' },
    { from: '2026-11-01T00:00', to: '2026-11-02T00:00' },
  ])
})

test('the ends of the range cut the first and the last', () => {
  const short = { from: '2026-11-19T09:10', to: '2026-11-20T09:30' }
  expect(slotsOf(short, { granularity: 'hour_of_day', value: 9 })).toEqual([
    { from: '2026-11-20T09:00', to: '2026-11-20T09:30' },
    { from: '2026-11-19T09:10', to: '2026-11-19T10:00' },
  ])
})
