import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticGranularity } from './automatic.ts'
import { type Comparison, comparedRange, comparisons } from './compare.ts'
import { resolveRange } from './range.ts'
import { anyRange, anyZone } from './testing-zones.ts'

function range(from: string, to: string, timeZone: string) {
  const answer = resolveRange({ from, to }, { timeZone, now: 0 })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return { from: answer.from, to: answer.to }
}

describe('the range to compare with', () => {
  it.each<[Comparison, string, string, string, string, string]>([
    ['previous_period', 'UTC', '2026-03-01', '2026-04-01', '2026-02-01', '2026-03-01'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-01', '2026-05-01', '2026-01-01', '2026-03-01'],
    ['previous_period', 'Europe/Amsterdam', '2026-01-01', '2027-01-01', '2025-01-01', '2026-01-01'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-23', '2026-03-30', '2026-03-16', '2026-03-23'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-30', '2026-04-06', '2026-03-23', '2026-03-30'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-02', '2026-04-01', '2026-01-31', '2026-03-02'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-30', '2026-03-30T12:00', '2026-03-29T12:00', '2026-03-30'],
    [
      'previous_period',
      'Pacific/Chatham',
      '2026-04-05T12:00',
      '2026-04-05T13:00',
      '2026-04-05T11:00',
      '2026-04-05T12:00',
    ],
    ['previous_year', 'Europe/Amsterdam', '2026-03-23', '2026-03-30', '2025-03-23', '2025-03-30'],
    ['previous_year', 'Europe/Amsterdam', '2026-03-29', '2026-03-30T08:00', '2025-03-29', '2025-03-30T08:00'],
    ['previous_year', 'UTC', '2024-02-01', '2024-03-01', '2023-02-01', '2023-03-01'],
    ['previous_year', 'UTC', '2025-02-01', '2025-03-01', '2024-02-01', '2024-03-01'],
    ['previous_year', 'UTC', '2024-02-29', '2024-03-01', '2023-02-28', '2023-03-01'],
    ['previous_year', 'UTC', '2024-02-28', '2024-02-29', '2023-02-28', '2023-03-01'],
    ['previous_year', 'UTC', '2024-02-28T20:00', '2024-02-29T06:00', '2023-02-28T20:00', '2023-03-01T06:00'],
  ])('by %s in %s for [%s, %s) is [%s, %s)', (comparison, timeZone, from, to, start, end) => {
    expect(comparedRange(range(from, to, timeZone), comparison, timeZone)).toEqual(range(start, end, timeZone))
  })

  it('is never empty and always earlier, and a previous period ends where the range begins', () => {
    fc.assert(
      fc.property(
        anyRange(900 * 86_400_000),
        anyZone,
        fc.constantFrom(...comparisons),
        (given, timeZone, comparison) => {
          const earlier = comparedRange(given, comparison, timeZone)
          expect(earlier.from).toBeLessThan(earlier.to)
          expect(earlier.from).toBeLessThan(given.from)
          expect(earlier.to).toBeLessThan(given.to)
          if (comparison === 'previous_period') expect(earlier.to).toBe(given.from)
        },
      ),
    )
  })
})

describe('the automatic granularity', () => {
  it.each([
    ['UTC', '2026-03-01', '2026-03-03', 'hour'],
    ['UTC', '2026-03-01', '2026-03-03T00:00:01', 'day'],
    // A weekend of 49 hours.
    ['Europe/Amsterdam', '2025-10-25', '2025-10-27', 'hour'],
    ['Europe/Amsterdam', '2026-03-28', '2026-03-30', 'hour'],
    ['UTC', '2026-07-01', '2026-09-01', 'day'],
    ['UTC', '2026-07-01', '2026-09-01T00:00:01', 'month'],
    ['UTC', '2024-02-29', '2029-03-01', 'month'],
    ['UTC', '2021-01-01', '2026-01-01', 'month'],
    ['UTC', '2021-01-01', '2026-01-02', 'year'],
  ])('in %s for [%s, %s) is %s', (timeZone, from, to, expected) => {
    expect(automaticGranularity(range(from, to, timeZone), timeZone)).toBe(expected)
  })
})
