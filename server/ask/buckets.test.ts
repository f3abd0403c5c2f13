import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bucketSql } from '@parley/core/compile/bucket.ts'
import { listBuckets } from '@parley/core/time/buckets.ts'
import { cycleKey } from '@parley/core/time/cycles.ts'
import {
  clockLengthMs,
  cyclicGranularities,
  dayMs,
  type Granularity,
  granularities,
  isClockGranularity,
  type TimeRange,
} from '@parley/core/time/granularity.ts'
import { testedZones } from '@parley/core/time/testing-zones.ts'
import { isTimeZone, offsetPeriodAt } from '@parley/core/time/zone.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../store/engine.ts'
import { openEngine } from '../store/open.ts'

let directory: string
let engine: Engine

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-buckets-'))
  engine = await openEngine(directory)
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

const since = Date.UTC(2000, 0, 2)
const until = Date.UTC(2040, 0, 1)
const allZones = Intl.supportedValuesOf('timeZone').filter(isTimeZone)

/** Where clocks go 45 minutes, half an hour, over midnight or over a whole day. */
const strangeZones = [
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Beirut',
  'America/Havana',
  'America/Santiago',
  'America/Caracas',
  'Asia/Pyongyang',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Antarctica/Troll',
]
const anyZone = fc.oneof(
  fc.constantFrom(...testedZones),
  fc.constantFrom(...strangeZones.filter(isTimeZone)),
  fc.constantFrom(...allZones),
)

/** A zone and a moment near a change of its clocks, or anywhere where there is none. */
const anyMoment = fc.tuple(anyZone, fc.integer({ min: since, max: until - 400 * dayMs })).map(([zone, instantMs]) => {
  const { to } = offsetPeriodAt(instantMs, zone)
  return { zone, moment: to < until ? to : instantMs }
})

/** Instants of a range, those at its ends and around a moment among them. */
function instantsOf({ from, to }: TimeRange, moment: number, picks: readonly number[]): number[] {
  const wanted = [
    from,
    to - 1,
    moment - 1,
    moment,
    moment + 1,
    ...picks.map((pick) => from + Math.floor(pick * (to - from))),
  ]
  return [...new Set(wanted.filter((instant) => instant >= from && instant < to))]
}

async function keysOf(instants: readonly number[], sql: string): Promise<number[]> {
  const list = `[${instants.map((instant) => `toInt64(${instant})`).join(', ')}]`
  const rows = await engine.query(
    `SELECT ${sql} FROM (SELECT fromUnixTimestamp64Milli(arrayJoin(${list}), 'UTC') AS at)`,
  )
  return rows.map(([key]) => key as number)
}

const anyPicks = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 10,
  maxLength: 40,
})

describe('the bucket of an instant in SQL', () => {
  it.each(granularities)(
    'by %s is the one that the range is cut into, in every zone of the world',
    async (granularity: Granularity) => {
      const length = isClockGranularity(granularity) ? clockLengthMs(granularity) : 3 * dayMs
      const anyReach = fc.tuple(fc.integer({ min: 0, max: 40 * length }), fc.integer({ min: 1, max: 40 * length }))
      await fc.assert(
        fc.asyncProperty(anyMoment, anyReach, anyPicks, async ({ zone, moment }, [before, after], picks) => {
          const range = { from: moment - before, to: moment + after }
          const buckets = listBuckets(range, granularity, zone)
          const instants = instantsOf(range, moment, picks)
          const found = await keysOf(instants, bucketSql('at', granularity, range, zone))
          const expected = instants.map((instant) => {
            const bucket = buckets.find(({ start, end }) => start <= instant && instant < end)
            return bucket && (isClockGranularity(granularity) ? bucket.start : Date.parse(bucket.label) / dayMs)
          })
          expect(found).toEqual(expected)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each([
    ['Pacific/Chatham', '2026-04-01', 'back 45 minutes past the hour'],
    ['Pacific/Chatham', '2025-09-20', 'forward 45 minutes past the hour'],
    ['Australia/Lord_Howe', '2026-04-01', 'back by half an hour'],
    ['Australia/Lord_Howe', '2025-10-01', 'forward by half an hour'],
    ['America/St_Johns', '2010-11-01', 'back over midnight, one minute into the new day'],
    ['Asia/Beirut', '2025-10-20', 'back from midnight'],
    ['Asia/Beirut', '2026-03-20', 'forward from midnight'],
    ['Pacific/Apia', '2011-12-20', 'forward by a whole day'],
    ['Asia/Kathmandu', '2026-01-01', 'never'],
  ])('in %s, where clocks go after %s %s, is the one of every piece', async (zone, day) => {
    const { to } = offsetPeriodAt(Date.parse(day), zone)
    const moment = Number.isFinite(to) ? to : Date.parse(day)
    const range = { from: moment - 2 * dayMs, to: moment + 2 * dayMs }
    const instants = Array.from({ length: 4 * 24 * 6 }, (_, index) => range.from + index * 600_000 + 59_000)
    for (const granularity of ['quarter_hour', 'hour', 'day', 'week', 'month'] as const) {
      const buckets = listBuckets(range, granularity, zone)
      const found = await keysOf(instants, bucketSql('at', granularity, range, zone))
      const isClock = isClockGranularity(granularity)
      const expected = instants.map((instant) => {
        const bucket = buckets.find(({ start, end }) => start <= instant && instant < end)
        return bucket && (isClock ? bucket.start : Date.parse(bucket.label) / dayMs)
      })
      expect(found, granularity).toEqual(expected)
    }
  })

  it.each(cyclicGranularities)(
    'by %s is the hour or the day that the wall shows, in every zone of the world',
    async (granularity) => {
      await fc.assert(
        fc.asyncProperty(
          anyMoment,
          fc.integer({ min: 1, max: 30 * dayMs }),
          anyPicks,
          async ({ zone, moment }, reach, picks) => {
            const range = { from: moment - reach, to: moment + reach }
            const instants = instantsOf(range, moment, picks)
            const found = await keysOf(instants, bucketSql('at', granularity, range, zone))
            expect(found).toEqual(instants.map((instant) => cycleKey(instant, granularity, zone)))
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('of a year in which clocks change twice is written without a time zone', () => {
    const year = { from: Date.parse('2026-01-01T00:00+01:00'), to: Date.parse('2027-01-01T00:00+01:00') }
    expect(bucketSql('at', 'day', year, 'Europe/Amsterdam')).toBe(
      'intDiv((toUnixTimestamp64Milli(at) + multiIf(toUnixTimestamp64Milli(at) < 1774746000000, 3600000, toUnixTimestamp64Milli(at) < 1792890000000, 7200000, 3600000)), 86400000)',
    )
  })
})
