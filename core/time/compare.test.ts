import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticGranularity } from './automatic.ts'
import { listBuckets } from './buckets.ts'
import { type Comparison, comparedRange, comparisons } from './compare.ts'
import { resolveRange } from './range.ts'
import { anyInstant, anyRange, anyZone } from './testing-zones.ts'
import { localMsAt, localParts, localRange, startOfLocalDay } from './zone.ts'

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

describe('the range to compare with by weekday', () => {
  it.each<[Comparison, string, string, string, string, string]>([
    // A month of 31 days is five weeks before, one of 28 four.
    ['previous_period', 'Europe/Amsterdam', '2026-03-01', '2026-04-01', '2026-01-25', '2026-02-25'],
    ['previous_period', 'Europe/Amsterdam', '2026-02-01', '2026-03-01', '2026-01-04', '2026-02-01'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-30', '2026-04-06', '2026-03-23', '2026-03-30'],
    ['previous_period', 'Europe/Amsterdam', '2026-04-01', '2026-04-02', '2026-03-25', '2026-03-26'],
    ['previous_period', 'Europe/Amsterdam', '2026-03-30', '2026-04-01T10:00', '2026-03-23', '2026-03-25T10:00'],
    ['previous_year', 'Europe/Amsterdam', '2026-03-30', '2026-04-06', '2025-03-31', '2025-04-07'],
    ['previous_year', 'UTC', '2024-02-29', '2024-03-01', '2023-03-02', '2023-03-03'],
    // Two years are set beside the two before them.
    ['previous_year', 'UTC', '2024-01-01', '2026-01-01', '2021-12-27', '2023-12-28'],
  ])('by %s in %s for [%s, %s) is [%s, %s)', (comparison, timeZone, from, to, start, end) => {
    const earlier = comparedRange(range(from, to, timeZone), comparison, timeZone, 'weekday')
    expect(earlier).toEqual(range(start, end, timeZone))
  })

  it('has as many days, each beside one of the same weekday, over every change of the clocks', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 1, max: 800 }),
        anyZone,
        fc.constantFrom(...comparisons),
        (instant, days, timeZone, comparison) => {
          const first = Math.floor(localMsAt(instant, timeZone) / 86_400_000)
          const given = { from: startOfLocalDay(first, timeZone), to: startOfLocalDay(first + days, timeZone) }
          const earlier = comparedRange(given, comparison, timeZone, 'weekday')
          const weekdays = (of: typeof given) =>
            listBuckets(of, 'day', timeZone).map(({ start }) => localParts(start, timeZone).weekday)
          expect(weekdays(earlier)).toEqual(weekdays(given))
          expect(earlier.to).toBeLessThanOrEqual(given.from)
        },
      ),
    )
  })

  it('is never empty, never overlaps, and shows the same clock times', () => {
    fc.assert(
      fc.property(
        anyRange(900 * 86_400_000),
        anyZone,
        fc.constantFrom(...comparisons),
        (given, timeZone, comparison) => {
          const earlier = comparedRange(given, comparison, timeZone, 'weekday')
          expect(earlier.from).toBeLessThan(earlier.to)
          expect(earlier.to).toBeLessThanOrEqual(given.from)
          const shift = localMsAt(given.from, timeZone) - localMsAt(earlier.from, timeZone)
          // A clock time that was skipped that week is the one after the gap: an hour, or half of one, later.
          const late = Math.round(shift / 604_800_000) * 604_800_000 - shift
          expect(late).toBeGreaterThanOrEqual(0)
          expect(late).toBeLessThanOrEqual(3_600_000)
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
    expect(automaticGranularity(localRange(range(from, to, timeZone), timeZone))).toBe(expected)
  })
})
