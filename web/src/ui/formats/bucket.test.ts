import { expect, test } from 'vitest'
import { bucketName, bucketOnAxis, dayRange, momentRange, weekdays } from './bucket.ts'

test.each([
  ['2026-05-04', 'day', 'en', 'Mon 4 May 2026'],
  ['2026-05-04', 'day', 'nl', 'Ma 4 mei 2026'],
  ['2026-05-04', 'day', 'ru', 'Пн 4 мая 2026'],
  ['2026-05-04', 'week', 'en', '4 May – 10 May 2026'],
  ['2026-05-01', 'month', 'en', 'May 2026'],
  ['2026-05-01', 'month', 'ru', 'Май 2026'],
  ['2026-04-01', 'quarter', 'en', 'Q2 2026'],
  ['2026-10-01', 'quarter', 'nl', 'K4 2026'],
  ['2026-01-01', 'year', 'en', '2026'],
  ['2026-05-04T09:00', 'hour', 'en', 'Mon 4 May 2026, 09:00–10:00'],
  ['2026-05-04T23:45', 'quarter_hour', 'en', 'Mon 4 May 2026, 23:45–00:00'],
] as const)('%s as a %s in %s is "%s"', (local, granularity, language, name) => {
  expect(bucketName(local, granularity, language)).toBe(name)
})

test.each([
  ['2026-05-11', 'day', false, 'Mon 11'],
  ['2026-05-11', 'day', true, '11 May'],
  ['2026-06-01', 'day', false, '1 Jun'],
  ['2026-03-01', 'month', false, 'Mar'],
  ['2026-01-01', 'month', false, 'Jan 2026'],
  ['2026-03-01', 'month', true, 'Mar 2026'],
  ['2026-05-04T06:00', 'hour', false, '06:00'],
  ['2026-05-04T00:00', 'hour', false, 'Mon 4'],
  ['2026-05-04T09:00', 'hour', true, 'Mon 4, 09:00'],
  ['2026-01-01', 'year', false, '2026'],
] as const)('on an axis %s (%s, first: %s) reads "%s"', (local, granularity, isFirst, name) => {
  expect(bucketOnAxis(local, granularity, 'en', { isFirst })).toBe(name)
})

test('a range of days says what is common once', () => {
  expect(dayRange('2026-11-01', '2026-11-20', 'en').replaceAll(/\s/g, ' ')).toBe('1 – 20 Nov 2026')
  expect(dayRange('2025-12-28', '2026-01-03', 'en').replaceAll(/\s/g, ' ')).toBe('28 Dec 2025 – 3 Jan 2026')
  expect(dayRange('2026-11-04', '2026-11-04', 'en')).toBe('4 Nov 2026')
})

test('a range with times says them', () => {
  expect(momentRange('2026-03-01T09:00', '2026-03-02T17:30', 'en')).toBe('1 Mar 2026, 09:00 – 2 Mar 2026, 17:30')
})

test('weeks begin on Monday', () => {
  expect(weekdays('en', 'short')[0]).toBe('Mon')
  expect(weekdays('nl', 'long')[6]).toBe('zondag')
})
