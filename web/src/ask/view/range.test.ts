import { expect, test } from 'vitest'
import { endsOf, isOffered } from './range.ts'

// A Friday, half past nine in Amsterdam.
const now = Date.parse('2026-11-20T08:30:00Z')

test.each([
  ['today', '2026-11-20', '2026-11-20T09:30'],
  ['yesterday', '2026-11-19', '2026-11-20'],
  ['week_to_date', '2026-11-16', '2026-11-20T09:30'],
  ['last_week', '2026-11-09', '2026-11-16'],
  ['month_to_date', '2026-11-01', '2026-11-20T09:30'],
  ['last_month', '2026-10-01', '2026-11-01'],
  ['year_to_date', '2026-01-01', '2026-11-20T09:30'],
  ['last_year', '2025-01-01', '2026-01-01'],
] as const)('%s is from %s to %s', (group, from, to) => {
  expect(endsOf({ group }, 'Europe/Amsterdam', now)).toEqual({ from, to })
})

test('what today is depends on the zone', () => {
  const late = Date.parse('2026-11-20T23:30:00Z')
  expect(endsOf({ group: 'today' }, 'Asia/Kolkata', late).from).toBe('2026-11-21')
  expect(endsOf({ group: 'today' }, 'America/New_York', late).from).toBe('2026-11-20')
})

test('a granularity is offered while its buckets can be told apart', () => {
  const year = { from: '2025-01-01', to: '2026-01-01' }
  expect(isOffered('hour', year)).toBe(false)
  expect(isOffered('day', year)).toBe(true)
})
