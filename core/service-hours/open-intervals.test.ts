import { openMsByTheMinute, type WrittenHours } from '@parley/fixtures/oracle/service-hours.ts'
import { anyServiceHours, troubledDates } from '@parley/fixtures/service-hours.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyZone } from '../time/testing-zones.ts'
import { openIntervals, openMsBetween } from './open-intervals.ts'
import { createSchedule } from './schedule.ts'

const minute = 60_000
const hour = 60 * minute
const office: readonly (readonly [string, string])[] = [
  ['09:00', '12:30'],
  ['13:00', '17:00'],
]
const officeHours: WrittenHours = {
  weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
  exceptions: [
    { date: '2026-12-25', hours: [] },
    { date: '2026-12-31', hours: [['09:00', '12:00']] },
    { date: '2026-12-20', hours: [['12:00', '17:00']] },
  ],
}
const office7 = createSchedule(officeHours, 'Europe/Amsterdam')
const everyNight = {
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['01:00', '02:30']]]),
  ),
}

/** Open hours between two instants. */
function open(from: string, to: string, schedule = office7): number {
  return openMsBetween(schedule, Date.parse(from), Date.parse(to)) / hour
}

function intervals(hours: object, timeZone: string, from: string, to: string): string[] {
  const schedule = createSchedule(hours as WrittenHours, timeZone)
  return openIntervals(schedule, { from: Date.parse(from), to: Date.parse(to) }).map(
    ({ opensAt, closesAt }) => `${new Date(opensAt).toISOString()} – ${new Date(closesAt).toISOString()}`,
  )
}

describe('open time', () => {
  it.each([
    ['within one morning is all of it', '2026-03-10T08:10:00Z', '2026-03-10T08:40:00Z', 0.5],
    ['over the lunch break leaves the break out', '2026-03-10T11:00:00Z', '2026-03-10T12:30:00Z', 1],
    ['of a wait over night counts the evening and the morning', '2026-03-10T15:30:00Z', '2026-03-11T08:15:00Z', 0.75],
    ['of a wait in the night is nothing', '2026-03-10T20:00:00Z', '2026-03-11T06:00:00Z', 0],
    ['over a weekend leaves out Saturday and Sunday', '2026-03-13T15:00:00Z', '2026-03-16T09:00:00Z', 2],
    ['on a closed holiday is nothing', '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z', 0],
    ['on a day with hours of its own is those', '2026-12-31T00:00:00Z', '2026-12-31T23:00:00Z', 3],
    ['on a Sunday that is opened once is those', '2026-12-20T00:00:00Z', '2026-12-21T00:00:00Z', 5],
    ['of a whole week is its hours', '2026-03-09T00:00:00Z', '2026-03-16T00:00:00Z', 37.5],
    ['ends before it begins is nothing', '2026-03-10T11:00:00Z', '2026-03-10T09:00:00Z', 0],
  ])('%s', (_, from, to, hours) => {
    expect(open(from, to)).toBe(hours)
  })

  it('is exact to the millisecond', () => {
    expect(openMsBetween(office7, Date.parse('2026-03-10T07:59:59.999Z'), Date.parse('2026-03-10T08:00:00.001Z'))).toBe(
      1,
    )
    expect(openMsBetween(office7, Date.parse('2026-03-10T15:59:59.999Z'), Date.parse('2026-03-10T17:00:00.000Z'))).toBe(
      1,
    )
  })

  it('follows the wall when clocks change: nine o’clock is an hour earlier in UTC after the last Sunday of March', () => {
    expect(open('2026-03-27T08:00:00Z', '2026-03-27T09:00:00Z')).toBe(1)
    expect(open('2026-03-30T07:00:00Z', '2026-03-30T08:00:00Z')).toBe(1)
    expect(open('2026-03-30T15:00:00Z', '2026-03-30T16:00:00Z')).toBe(0)
  })
})

describe('open intervals', () => {
  it('go on over midnight where one day ends at 24:00 and the next begins at 00:00', () => {
    const hours = { weekly: { fri: [['18:00', '24:00']], sat: [['00:00', '02:00']] } }
    expect(intervals(hours, 'Europe/Amsterdam', '2026-03-09T00:00:00Z', '2026-03-16T00:00:00Z')).toEqual([
      '2026-03-13T17:00:00.000Z – 2026-03-14T01:00:00.000Z',
    ])
  })

  it('of the night in which 02:30 does not exist end when clocks jump', () => {
    expect(intervals(everyNight, 'Europe/Amsterdam', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-29T00:00:00.000Z – 2026-03-29T01:00:00.000Z',
    ])
    const past = { weekly: { sun: [['02:15', '03:15']] } }
    expect(intervals(past, 'Europe/Amsterdam', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-29T01:00:00.000Z – 2026-03-29T01:15:00.000Z',
    ])
    const within = { weekly: { sun: [['02:10', '02:50']] } }
    expect(intervals(within, 'Europe/Amsterdam', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([])
  })

  it('of the night in which 02:30 comes twice are open at both, and closed between', () => {
    expect(intervals(everyNight, 'Europe/Amsterdam', '2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z')).toEqual([
      '2025-10-25T23:00:00.000Z – 2025-10-26T00:30:00.000Z',
      '2025-10-26T01:00:00.000Z – 2025-10-26T01:30:00.000Z',
    ])
  })

  it('of hours around the whole change are one, an hour longer or shorter', () => {
    const sunday = { weekly: { sun: [['00:00', '06:00']] } }
    expect(intervals(sunday, 'Europe/Amsterdam', '2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z')).toEqual([
      '2025-10-25T22:00:00.000Z – 2025-10-26T05:00:00.000Z',
    ])
    expect(intervals(sunday, 'Europe/Amsterdam', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-28T23:00:00.000Z – 2026-03-29T04:00:00.000Z',
    ])
  })

  it('of zones that are 45 minutes off, or that move by half an hour, lie where their walls say', () => {
    const sunday = { weekly: { sun: [['09:00', '10:00']] } }
    const on = (zone: string, from: string, to: string) => intervals(sunday, zone, from, to)
    expect(on('Asia/Kathmandu', '2026-03-07T12:00:00Z', '2026-03-08T12:00:00Z')).toEqual([
      '2026-03-08T03:15:00.000Z – 2026-03-08T04:15:00.000Z',
    ])
    expect(on('Australia/Lord_Howe', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-28T22:00:00.000Z – 2026-03-28T23:00:00.000Z',
    ])
    expect(on('Australia/Lord_Howe', '2026-04-04T12:00:00Z', '2026-04-05T12:00:00Z')).toEqual([
      '2026-04-04T22:30:00.000Z – 2026-04-04T23:30:00.000Z',
    ])
  })

  it('are none where every day is absent', () => {
    expect(intervals({ weekly: {} }, 'UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([])
  })
})

const anySpan = fc.tuple(
  fc.constantFrom(...troubledDates),
  fc.integer({ min: -30 * hour, max: 40 * hour }),
  fc.oneof(fc.integer({ min: 0, max: 60 * hour }), fc.integer({ min: 0, max: 5 * minute })),
)

describe('service hours of any kind, in any zone', () => {
  it('give the open time that looking at the wall every minute gives', () => {
    fc.assert(
      fc.property(anyServiceHours, anyZone, anySpan, (hours, zone, [date, start, length]) => {
        const from = Date.parse(date) + start
        expect(openMsBetween(createSchedule(hours, zone), from, from + length)).toBe(
          openMsByTheMinute(hours, zone, from, from + length),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('give intervals in order that touch nothing and lie within the range', () => {
    fc.assert(
      fc.property(anyServiceHours, anyZone, anySpan, (hours, zone, [date, start, length]) => {
        const range = { from: Date.parse(date) + start, to: Date.parse(date) + start + length }
        let last = range.from - 1
        for (const { opensAt, closesAt } of openIntervals(createSchedule(hours, zone), range)) {
          expect(opensAt).toBeGreaterThan(last)
          expect(closesAt).toBeGreaterThan(opensAt)
          last = closesAt
        }
        expect(last).toBeLessThanOrEqual(range.to)
      }),
    )
  })

  it('give spans that add up', () => {
    fc.assert(
      fc.property(anyServiceHours, anyZone, anySpan, fc.nat(100), (hours, zone, [date, start, length], share) => {
        const schedule = createSchedule(hours, zone)
        const from = Date.parse(date) + start
        const cut = from + Math.floor((length * share) / 100)
        const parts = openMsBetween(schedule, from, cut) + openMsBetween(schedule, cut, from + length)
        expect(parts).toBe(openMsBetween(schedule, from, from + length))
      }),
    )
  })
})
