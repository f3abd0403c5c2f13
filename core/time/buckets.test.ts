import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBuckets, listBuckets } from './buckets.ts'
import { type Granularity, granularities, isClockGranularity } from './granularity.ts'
import { createLabeller, localLabel } from './label.ts'
import { anyInstant, anyRange, anyZone } from './testing-zones.ts'
import { localParts, offsetPeriodAt } from './zone.ts'

const dayMs = 86_400_000

/** Long enough for several buckets, short enough to be quick. */
const longest: Record<Granularity, number> = {
  minute: dayMs / 12,
  quarter_hour: dayMs,
  hour: 3 * dayMs,
  day: 30 * dayMs,
  week: 100 * dayMs,
  month: 900 * dayMs,
  quarter: 900 * dayMs,
  year: 3000 * dayMs,
}

const anyCut = fc
  .constantFrom(...granularities)
  .chain((granularity) => fc.tuple(fc.constant(granularity), anyRange(longest[granularity]), anyZone))

function cut(from: string, to: string, granularity: Granularity, timeZone: string): [string, number][] {
  const range = { from: Date.parse(from), to: Date.parse(to) }
  return listBuckets(range, granularity, timeZone).map(({ start, end, label }) => [label, (end - start) / 60_000])
}

describe('buckets', () => {
  it('cover the range in order, without gap or overlap, and are as many as counted', () => {
    fc.assert(
      fc.property(anyCut, ([granularity, range, timeZone]) => {
        const buckets = listBuckets(range, granularity, timeZone)
        expect(buckets[0]?.start).toBe(range.from)
        expect(buckets.at(-1)?.end).toBe(range.to)
        for (const [index, { start, end }] of buckets.entries()) {
          expect(start).toBeLessThan(end)
          if (index > 0) expect(buckets[index - 1]?.end).toBe(start)
        }
        expect(countBuckets(range, granularity, timeZone)).toBe(buckets.length)
      }),
      { numRuns: 400 },
    )
  })

  it('carry the label of every instant in them, and labels never go back but in a repeated hour', () => {
    fc.assert(
      fc.property(anyCut, fc.double({ min: 0, max: 0.999_999, noNaN: true }), ([granularity, range, timeZone], at) => {
        const buckets = listBuckets(range, granularity, timeZone)
        for (const [index, { start, end, label }] of buckets.entries()) {
          expect(localLabel(start, granularity, timeZone)).toBe(label)
          expect(localLabel(end - 1, granularity, timeZone)).toBe(label)
          expect(localLabel(start + Math.floor((end - start) * at), granularity, timeZone)).toBe(label)
          const previous = buckets[index - 1]?.label
          if (previous !== undefined && !isClockGranularity(granularity)) expect(previous < label).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('begin where the local clock shows a full hour, unless the range or a change of the clocks cuts them', () => {
    fc.assert(
      fc.property(anyRange(3 * dayMs), anyZone, (range, timeZone) => {
        for (const { start } of listBuckets(range, 'hour', timeZone).slice(1)) {
          const { minute, second, millisecond } = localParts(start, timeZone)
          const isChangeOfClocks = offsetPeriodAt(start, timeZone).from === start
          if (!isChangeOfClocks) expect([minute, second, millisecond]).toEqual([0, 0, 0])
        }
      }),
    )
  })

  it.each<[string, string, string, Granularity, string, [string, number][]]>([
    [
      'spring in Amsterdam skips an hour',
      '2026-03-28T23:00Z',
      '2026-03-29T03:00Z',
      'hour',
      'Europe/Amsterdam',
      [
        ['2026-03-29T00:00', 60],
        ['2026-03-29T01:00', 60],
        ['2026-03-29T03:00', 60],
        ['2026-03-29T04:00', 60],
      ],
    ],
    [
      'autumn in Amsterdam repeats an hour',
      '2025-10-25T23:00Z',
      '2025-10-26T03:00Z',
      'hour',
      'Europe/Amsterdam',
      [
        ['2025-10-26T01:00', 60],
        ['2025-10-26T02:00', 60],
        ['2025-10-26T02:00', 60],
        ['2025-10-26T03:00', 60],
      ],
    ],
    [
      'autumn on Lord Howe repeats half an hour',
      '2026-04-04T14:00Z',
      '2026-04-04T16:30Z',
      'hour',
      'Australia/Lord_Howe',
      [
        ['2026-04-05T01:00', 60],
        ['2026-04-05T01:00', 30],
        ['2026-04-05T02:00', 60],
      ],
    ],
    [
      'spring on Lord Howe makes an hour of 30 minutes',
      '2025-10-04T14:30Z',
      '2025-10-04T17:00Z',
      'hour',
      'Australia/Lord_Howe',
      [
        ['2025-10-05T01:00', 60],
        ['2025-10-05T02:00', 30],
        ['2025-10-05T03:00', 60],
      ],
    ],
    [
      'Kathmandu is 45 minutes off',
      '2026-03-01T00:00Z',
      '2026-03-01T02:00Z',
      'hour',
      'Asia/Kathmandu',
      [
        ['2026-03-01T05:00', 15],
        ['2026-03-01T06:00', 60],
        ['2026-03-01T07:00', 45],
      ],
    ],
    [
      'days of 23 and 24 hours',
      '2026-03-27T23:00Z',
      '2026-03-30T22:00Z',
      'day',
      'Europe/Amsterdam',
      [
        ['2026-03-28', 24 * 60],
        ['2026-03-29', 23 * 60],
        ['2026-03-30', 24 * 60],
      ],
    ],
    [
      'a week that began last year',
      '2026-01-01T00:00Z',
      '2026-01-06T00:00Z',
      'week',
      'UTC',
      [
        ['2025-12-29', 4 * 24 * 60],
        ['2026-01-05', 24 * 60],
      ],
    ],
    [
      'quarters',
      '2026-03-31T00:00Z',
      '2026-04-02T00:00Z',
      'quarter',
      'UTC',
      [
        ['2026-01-01', 24 * 60],
        ['2026-04-01', 24 * 60],
      ],
    ],
    [
      'a day that Samoa never had',
      '2011-12-29T10:00Z',
      '2011-12-31T10:00Z',
      'day',
      'Pacific/Apia',
      [
        ['2011-12-29', 24 * 60],
        ['2011-12-31', 24 * 60],
      ],
    ],
  ])('know that %s', (_title, from, to, granularity, timeZone, expected) => {
    expect(cut(from, to, granularity, timeZone)).toEqual(expected)
    expect(countBuckets({ from: Date.parse(from), to: Date.parse(to) }, granularity, timeZone)).toBe(expected.length)
  })

  it('of nothing are none', () => {
    for (const granularity of granularities) {
      expect(listBuckets({ from: 5, to: 5 }, granularity, 'UTC')).toEqual([])
      expect(countBuckets({ from: 5, to: 4 }, granularity, 'UTC')).toBe(0)
    }
  })

  it('of four centuries of minutes are counted at once', () => {
    const range = { from: Date.UTC(1900, 0, 1), to: Date.UTC(2299, 0, 1) }
    expect(countBuckets(range, 'minute', 'UTC')).toBe((range.to - range.from) / 60_000)
  })
})

describe('a labeller', () => {
  it('says what the slow way says', () => {
    fc.assert(
      fc.property(
        fc.array(anyInstant),
        fc.constantFrom(...granularities),
        anyZone,
        (instants, granularity, timeZone) => {
          const label = createLabeller(granularity, timeZone)
          for (const instant of instants) expect(label(instant)).toBe(localLabel(instant, granularity, timeZone))
        },
      ),
    )
  })

  it.each<[string, Granularity, string, string]>([
    ['2026-03-01T08:07:09Z', 'minute', 'Europe/Amsterdam', '2026-03-01T09:07'],
    ['2026-03-01T08:07:09Z', 'quarter_hour', 'Asia/Kathmandu', '2026-03-01T13:45'],
    ['2026-03-01T08:07:09Z', 'hour', 'Asia/Kolkata', '2026-03-01T13:00'],
    ['2026-03-01T23:07:09Z', 'day', 'Europe/Amsterdam', '2026-03-02'],
    ['2026-03-01T23:07:09Z', 'week', 'UTC', '2026-02-23'],
    ['2026-03-01T23:07:09Z', 'week', 'Europe/Amsterdam', '2026-03-02'],
    ['2026-03-01T00:07:09Z', 'month', 'America/New_York', '2026-02-01'],
    ['2026-06-30T22:30:00Z', 'quarter', 'Europe/Amsterdam', '2026-07-01'],
    ['2025-12-31T10:30:00Z', 'year', 'Pacific/Chatham', '2026-01-01'],
    ['1969-12-31T23:59:59Z', 'hour', 'UTC', '1969-12-31T23:00'],
  ])('puts %s in the %s of %s called %s', (instant, granularity, timeZone, expected) => {
    expect(localLabel(Date.parse(instant), granularity, timeZone)).toBe(expected)
  })
})
