import { expect, test } from 'vitest'
import { isShort, windowRange } from './window-range.ts'

const now = Date.parse('2026-11-20T08:30:10Z')

test.each([
  ['last_15_minutes', { from: '2026-11-20T08:16:00.000Z', to: '2026-11-20T08:31:00.000Z' }],
  ['today', { group: 'today' }],
  ['year_to_date', { group: 'year_to_date' }],
  ['last_12_months', { from: '2025-12-01', to: '2026-11-21' }],
  ['all_time', { from: '2000-01-01', to: '2026-11-21' }],
] as const)('%s ends now, or with today', (window, range) => {
  expect(windowRange(window, now, '2026-11-20')).toEqual(range)
})

test('only minutes are short', () => {
  expect([isShort('last_60_minutes'), isShort('today'), isShort(null)]).toEqual([true, false, false])
})
