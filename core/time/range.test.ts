import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateGroups, type RangeInput, resolveRange } from './range.ts'
import { anyInstant, anyZone } from './testing-zones.ts'
import { localParts } from './zone.ts'

const now = Date.parse('2026-03-18T10:30:00Z') // a Wednesday

function resolved(input: RangeInput, timeZone: string, at = now): [string, string] {
  const answer = resolveRange(input, { timeZone, now: at })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return [new Date(answer.from).toISOString(), new Date(answer.to).toISOString()]
}

function codes(input: RangeInput, timeZone = 'UTC'): (string | undefined)[][] {
  const answer = resolveRange(input, { timeZone, now })
  return answer.ok ? [] : answer.problems.map(({ code, pointer }) => [code, pointer])
}

describe('a range with two ends', () => {
  it.each([
    ['2026-03-01', '2026-04-01', 'UTC', '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['2026-03-01', '2026-04-01', 'Europe/Amsterdam', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026-03-01', '2026-03-02', 'Asia/Kolkata', '2026-02-28T18:30:00.000Z', '2026-03-01T18:30:00.000Z'],
    ['2026-03-01', '2026-03-02', 'Asia/Kathmandu', '2026-02-28T18:15:00.000Z', '2026-03-01T18:15:00.000Z'],
    [
      '2026-03-01T09:00',
      '2026-03-01T09:00:30',
      'Europe/Amsterdam',
      '2026-03-01T08:00:00.000Z',
      '2026-03-01T08:00:30.000Z',
    ],
    [
      '2026-03-01T09:00Z',
      '2026-03-01T09:00:00.5Z',
      'Asia/Kolkata',
      '2026-03-01T09:00:00.000Z',
      '2026-03-01T09:00:00.500Z',
    ],
    ['2026-03-01T09:00+05:45', '2026-03-01T09:00-03:30', 'UTC', '2026-03-01T03:15:00.000Z', '2026-03-01T12:30:00.000Z'],
    ['2026-03-01', '2026-03-01T12:00Z', 'America/New_York', '2026-03-01T05:00:00.000Z', '2026-03-01T12:00:00.000Z'],
    // Skipped: 02:30 becomes 03:30 summer time.
    [
      '2026-03-29T02:30',
      '2026-03-29T04:00',
      'Europe/Amsterdam',
      '2026-03-29T01:30:00.000Z',
      '2026-03-29T02:00:00.000Z',
    ],
    // Repeated: the first 02:30.
    [
      '2025-10-26T02:30',
      '2025-10-26T03:00',
      'Europe/Amsterdam',
      '2025-10-26T00:30:00.000Z',
      '2025-10-26T02:00:00.000Z',
    ],
    [
      '2026-04-05T01:45',
      '2026-04-05T02:00',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
      '2026-04-04T15:30:00.000Z',
    ],
  ])('from %s to %s in %s is [%s, %s)', (from, to, timeZone, start, end) => {
    expect(resolved({ from, to }, timeZone)).toEqual([start, end])
  })

  it.each([
    ['2026-02-30', '2026-04-01', [['invalid_range', '/range/from']]],
    ['2026-03-01', 'tomorrow', [['invalid_range', '/range/to']]],
    [
      '',
      '2026-03-01T24:00',
      [
        ['invalid_range', '/range/from'],
        ['invalid_range', '/range/to'],
      ],
    ],
    ['2026-03-01T9:00', '2026-04-01', [['invalid_range', '/range/from']]],
    ['1899-12-31', '2026-04-01', [['invalid_range', '/range/from']]],
    ['2026-03-01', '2300-01-01', [['invalid_range', '/range/to']]],
    ['2026-03-01', '2026-03-01', [['empty_range', '/range']]],
    ['2026-03-02', '2026-03-01', [['empty_range', '/range']]],
  ])('from "%s" to "%s" is refused', (from, to, expected) => {
    expect(codes({ from, to })).toEqual(expected)
  })

  it('is refused in a zone nobody knows', () => {
    expect(codes({ from: '2026-03-01', to: '2026-04-01' }, 'Mars/Olympus')).toEqual([
      ['unknown_time_zone', '/time_zone'],
    ])
  })
})

describe('a named range', () => {
  it.each([
    ['last_year', '2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['year_to_date', '2025-12-31T23:00:00.000Z', '2026-03-18T10:30:00.000Z'],
    ['last_month', '2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z'],
    ['month_to_date', '2026-02-28T23:00:00.000Z', '2026-03-18T10:30:00.000Z'],
    ['last_week', '2026-03-08T23:00:00.000Z', '2026-03-15T23:00:00.000Z'],
    ['week_to_date', '2026-03-15T23:00:00.000Z', '2026-03-18T10:30:00.000Z'],
    ['yesterday', '2026-03-16T23:00:00.000Z', '2026-03-17T23:00:00.000Z'],
    ['today', '2026-03-17T23:00:00.000Z', '2026-03-18T10:30:00.000Z'],
  ])('%s is [%s, %s) in Amsterdam', (group, from, to) => {
    expect(resolved({ group }, 'Europe/Amsterdam')).toEqual([from, to])
  })

  it('knows the last month of last year in January', () => {
    const january = Date.parse('2026-01-10T12:00:00Z')
    expect(resolved({ group: 'last_month' }, 'UTC', january)).toEqual([
      '2025-12-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ])
  })

  it('follows the calendar of the zone, not of Greenwich', () => {
    const lateEvening = Date.parse('2026-03-31T23:30:00Z')
    expect(resolved({ group: 'yesterday' }, 'UTC', lateEvening)[0]).toBe('2026-03-30T00:00:00.000Z')
    expect(resolved({ group: 'yesterday' }, 'Europe/Amsterdam', lateEvening)[0]).toBe('2026-03-30T22:00:00.000Z')
    expect(resolved({ group: 'month_to_date' }, 'Europe/Amsterdam', lateEvening)[0]).toBe('2026-03-31T22:00:00.000Z')
  })

  it('is never empty, not even at the stroke of midnight', () => {
    for (const group of dateGroups) {
      const [from, to] = resolved({ group }, 'UTC', Date.parse('2026-01-01T00:00:00Z'))
      expect(Date.parse(to)).toBeGreaterThan(Date.parse(from))
    }
  })

  it('is refused by its name when there is none', () => {
    expect(codes({ group: 'fortnight' })).toEqual([['invalid_range', '/range/group']])
  })

  it('begins at the start of a local day, and those in the past end at one', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.constantFrom(...dateGroups), (at, timeZone, group) => {
        const answer = resolveRange({ group }, { timeZone, now: at })
        if (!answer.ok) throw new Error('refused')
        const isToDate = group === 'today' || group.endsWith('_to_date')
        expect(localParts(answer.from, timeZone)).toMatchObject({ hour: 0, minute: 0, second: 0, millisecond: 0 })
        if (isToDate) expect(answer.to).toBe(Math.max(at, answer.from + 1))
        else expect(localParts(answer.to, timeZone)).toMatchObject({ hour: 0, minute: 0, second: 0, millisecond: 0 })
        expect(answer.to).toBeLessThanOrEqual(Math.max(at, answer.from + 1))
      }),
    )
  })
})
