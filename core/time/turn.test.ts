import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listBuckets } from './buckets.ts'
import { granularities } from './granularity.ts'
import { anyInstant, anyZone } from './testing-zones.ts'
import { lastTurn } from './turn.ts'

const turn = (now: string, granularity: (typeof granularities)[number], zone: string) =>
  new Date(lastTurn(Date.parse(now), granularity, zone)).toISOString()

describe('the last turn', () => {
  it.each([
    ['2026-03-29T10:20:30Z', 'hour', 'Europe/Amsterdam', '2026-03-29T10:00:00.000Z'],
    ['2026-03-29T10:20:30Z', 'hour', 'Asia/Kathmandu', '2026-03-29T10:15:00.000Z'],
    ['2026-03-29T10:20:30Z', 'day', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30T10:20:30Z', 'week', 'Europe/Amsterdam', '2026-03-29T22:00:00.000Z'],
    ['2026-03-30T10:20:30Z', 'month', 'Europe/Amsterdam', '2026-02-28T23:00:00.000Z'],
    ['2026-03-30T10:20:30Z', 'year', 'Europe/Amsterdam', '2025-12-31T23:00:00.000Z'],
    ['2025-12-31T23:00:00Z', 'year', 'Europe/Amsterdam', '2025-12-31T23:00:00.000Z'],
    ['2025-12-31T22:59:59.999Z', 'year', 'Europe/Amsterdam', '2024-12-31T23:00:00.000Z'],
  ] as const)('before %s of the %s in %s was %s', (now, granularity, zone, expected) => {
    expect(turn(now, granularity, zone)).toBe(expected)
  })

  it('of days and longer is where the bucket of the instant begins', () => {
    const calendar = granularities.filter((one) => !['minute', 'quarter_hour', 'hour'].includes(one))
    fc.assert(
      fc.property(anyInstant, anyZone, fc.constantFrom(...calendar), (now, zone, granularity) => {
        const last = lastTurn(now, granularity, zone)
        expect(last).toBeLessThanOrEqual(now)
        expect(listBuckets({ from: last, to: now + 1 }, granularity, zone)).toHaveLength(1)
        expect(listBuckets({ from: last - 1, to: now + 1 }, granularity, zone)).toHaveLength(2)
      }),
    )
  })
})
