import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { anyInstant, anyZone } from './testing-zones.ts'
import { instantOfLocal, isTimeZone, localMsAt, localParts, startOfLocalDay } from './zone.ts'

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Amsterdam', 'Asia/Kolkata', 'America/Port-au-Prince', 'Africa/Dar_es_Salaam', 'Etc/GMT+5'])(
    '%s is known',
    (name) => expect(isTimeZone(name)).toBe(true),
  )

  it.each(['', 'Europe/Nowhere', 'europe/amsterdam', 'utc', '+02:00', 'Z', "UTC'; DROP", 'x'.repeat(500)])(
    '"%s" is not known',
    (name) => expect(isTimeZone(name)).toBe(false),
  )

  it('is known for every name that the runtime lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([])
  })
})

describe('local time', () => {
  it('is what the runtime shows on the wall', () => {
    const formats = new Map<string, Intl.DateTimeFormat>()
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, timeZone) => {
        const format =
          formats.get(timeZone) ??
          new Intl.DateTimeFormat('en-GB', {
            timeZone,
            weekday: 'short',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
            hourCycle: 'h23',
          })
        formats.set(timeZone, format)
        const shown = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
        const { millisecond, weekday, ...rest } = localParts(instant, timeZone)
        expect(rest).toEqual({
          year: Number(shown.year),
          month: Number(shown.month),
          day: Number(shown.day),
          hour: Number(shown.hour),
          minute: Number(shown.minute),
          second: Number(shown.second),
        })
        expect(['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday]).toBe(shown.weekday)
        expect(millisecond).toBe(((instant % 1000) + 1000) % 1000)
      }),
      { numRuns: 1000 },
    )
  })

  it('leads back to the instant as Temporal does, gaps and repeated hours included', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (local, timeZone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(local)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
          .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
        expect(instantOfLocal(local, timeZone)).toBe(expected.epochMilliseconds)
      }),
    )
  })

  it.each([
    ['Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00Z'],
    // Midnight is skipped: the day begins at 01:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    // Midnight comes twice: the day begins at the first.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00Z'],
  ])('in %s the day %s begins at %s', (timeZone, day, expected) => {
    expect(startOfLocalDay(Date.parse(day) / 86_400_000, timeZone)).toBe(Date.parse(expected))
  })

  it('changes with the rules of the year', () => {
    expect(localMsAt(Date.parse('2026-03-29T00:59:59.999Z'), 'Europe/Amsterdam')).toBe(
      Date.parse('2026-03-29T01:59:59.999Z'),
    )
    expect(localMsAt(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Amsterdam')).toBe(Date.parse('2026-03-29T03:00:00Z'))
  })
})
