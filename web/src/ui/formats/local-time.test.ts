import { expect, test } from 'vitest'
import { addDays, bucketOf, isWeekend, nextBucket, wallClock } from './local-time.ts'

test.each([
  ['2026-02-28', 'day', '2026-03-01'],
  ['2026-12-28', 'week', '2027-01-04'],
  ['2026-12-01', 'month', '2027-01-01'],
  ['2026-10-01', 'quarter', '2027-01-01'],
  ['2026-01-01', 'year', '2027-01-01'],
  ['2026-03-28T23:00', 'hour', '2026-03-29T00:00'],
  ['2026-03-28T23:45', 'quarter_hour', '2026-03-29T00:00'],
] as const)('after %s comes, by the %s, %s', (local, granularity, next) => {
  expect(nextBucket(local, granularity)).toBe(next)
})

test.each([
  ['2026-05-10T13:59', 'hour', '2026-05-10T13:00'],
  ['2026-05-10T13:59', 'quarter_hour', '2026-05-10T13:45'],
  ['2026-05-10T13:59', 'day', '2026-05-10'],
  ['2026-05-10T13:59', 'week', '2026-05-04'],
  ['2026-05-10', 'month', '2026-05-01'],
  ['2026-05-10', 'quarter', '2026-04-01'],
  ['2026-05-10', 'year', '2026-01-01'],
] as const)('%s is in the %s of %s', (local, granularity, bucket) => {
  expect(bucketOf(local, granularity)).toBe(bucket)
})

test('the wall clock follows the zone over daylight saving', () => {
  expect(wallClock('2026-03-29T00:59:00Z', 'Europe/Amsterdam')).toBe('2026-03-29T01:59')
  expect(wallClock('2026-03-29T01:00:00Z', 'Europe/Amsterdam')).toBe('2026-03-29T03:00')
  expect(wallClock('2026-05-16T18:45:00Z', 'Asia/Kathmandu')).toBe('2026-05-17T00:30')
})

test('days and weekends are those of the calendar', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(isWeekend('2026-11-21')).toBe(true)
  expect(isWeekend('2026-11-23T00:00')).toBe(false)
})
