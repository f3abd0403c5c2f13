import { expect, test } from 'vitest'
import { type Granularity, type LocalTime, nextBucket } from '../../ui/formats/local-time.ts'
import { ticksOf } from './ticks.ts'

function axis(first: LocalTime, granularity: Granularity, length: number): LocalTime[] {
  const keys = [first]
  while (keys.length < length) keys.push(nextBucket(keys.at(-1) ?? first, granularity))
  return keys
}

test.each([
  [
    'a month of days by its Mondays',
    '2026-11-01',
    'day',
    30,
    ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
  ],
  [
    'two months of days by every other Monday',
    '2026-10-01',
    'day',
    61,
    ['2026-10-05', '2026-10-19', '2026-11-02', '2026-11-16', '2026-11-30'],
  ],
  [
    'a day of hours by its quarters',
    '2026-11-01T00:00',
    'hour',
    24,
    ['2026-11-01T00:00', '2026-11-01T06:00', '2026-11-01T12:00', '2026-11-01T18:00'],
  ],
  [
    'an hour of minutes by round ones',
    '2026-11-01T03:09',
    'minute',
    60,
    ['03:10', '03:20', '03:30', '03:40', '03:50', '04:00'].map((time) => `2026-11-01T${time}`),
  ],
  [
    'a year of months by its quarters',
    '2026-01-01',
    'month',
    12,
    ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'],
  ],
  [
    'a few days each by itself',
    '2026-11-01',
    'day',
    5,
    ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
  ],
] as const)('%s', (_, first, granularity, length, named) => {
  const keys = axis(first, granularity, length)
  expect([...ticksOf(keys, granularity)].map((place) => keys[place])).toEqual(named)
})

test('there are never more than fit', () => {
  for (const granularity of ['hour', 'day', 'week', 'month', 'year'] as const) {
    for (const length of [1, 7, 8, 24, 31, 62, 90, 366, 1500]) {
      const ticks = ticksOf(axis('2026-01-01', granularity, length), granularity, 4)
      expect(ticks.size, `${length} ${granularity}`).toBeLessThanOrEqual(5)
      expect(ticks.size, `${length} ${granularity}`).toBeGreaterThan(0)
    }
  }
})
