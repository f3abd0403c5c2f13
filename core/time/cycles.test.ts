import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listBuckets } from './buckets.ts'
import { cycleKey, cycleKeys, cycleOccurrences, cycleValue } from './cycles.ts'
import { anyInstant, anyRange, anyZone } from './testing-zones.ts'
import { localParts } from './zone.ts'

const dayMs = 86_400_000

function occurrences(from: string, to: string, granularity: Parameters<typeof cycleOccurrences>[1], timeZone: string) {
  return cycleOccurrences({ from: Date.parse(from), to: Date.parse(to) }, granularity, timeZone)
}

describe('a cyclic bucket', () => {
  it('is named by the wall', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, timeZone) => {
        const { weekday, hour } = localParts(instant, timeZone)
        expect(cycleKey(instant, 'hour_of_day', timeZone)).toBe(hour)
        expect(cycleKey(instant, 'day_of_week', timeZone)).toBe(weekday)
        const key = cycleKey(instant, 'hour_of_week', timeZone)
        expect(cycleValue(key, 'hour_of_week')).toEqual([weekday, hour])
        expect(cycleKeys('hour_of_week')).toContain(key)
      }),
    )
  })

  it('occurs as often as the buckets of the range say', () => {
    fc.assert(
      fc.property(anyRange(40 * dayMs), anyZone, (range, timeZone) => {
        const expected = new Map(cycleKeys('hour_of_week').map((key) => [key, 0]))
        for (const { start, end } of listBuckets(range, 'hour', timeZone)) {
          const key = cycleKey(start, 'hour_of_week', timeZone)
          expected.set(key, (expected.get(key) ?? 0) + (end - start) / 3_600_000)
        }
        const answer = cycleOccurrences(range, 'hour_of_week', timeZone)
        expect([...answer.keys()]).toEqual([...expected.keys()])
        for (const [key, amount] of expected) expect(answer.get(key)).toBeCloseTo(amount, 9)
      }),
    )
  })

  it('occurs four times in four weeks, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 0, max: 700 }), (timeZone, day) => {
        const from = listBuckets({ from: Date.UTC(2025, 0, day), to: Date.UTC(2025, 0, day + 3) }, 'day', timeZone)[1]
        const days = listBuckets({ from: from?.start ?? 0, to: (from?.start ?? 0) + 40 * dayMs }, 'day', timeZone)
        const range = { from: days[0]?.start ?? 0, to: days[28]?.start ?? 0 }
        for (const amount of cycleOccurrences(range, 'day_of_week', timeZone).values()) expect(amount).toBe(4)
      }),
    )
  })

  it('counts the repeated hour twice and the skipped one not at all', () => {
    const autumn = occurrences('2025-10-25T22:00Z', '2025-10-26T23:00Z', 'hour_of_day', 'Europe/Amsterdam')
    expect([autumn.get(1), autumn.get(2), autumn.get(3)]).toEqual([1, 2, 1])
    const spring = occurrences('2026-03-28T23:00Z', '2026-03-29T22:00Z', 'hour_of_day', 'Europe/Amsterdam')
    expect([spring.get(1), spring.get(2), spring.get(3)]).toEqual([1, 0, 1])
  })

  it('counts a part as a part', () => {
    const answer = occurrences('2026-03-02T06:15Z', '2026-03-02T12:00Z', 'hour_of_week', 'UTC')
    expect([answer.get(5), answer.get(6), answer.get(11), answer.get(12)]).toEqual([0, 0.75, 1, 0])
    expect(occurrences('2026-03-29T12:00Z', '2026-03-30T22:00Z', 'day_of_week', 'Europe/Amsterdam').get(7)).toBe(
      10 / 23,
    )
  })
})
