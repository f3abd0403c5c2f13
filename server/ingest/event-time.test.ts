import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './event-time.ts'

describe('the time of an event', () => {
  it.each([
    ['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01t09:00:00z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00+01:00', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01T09:00:00-05:30', '2026-03-01T14:30:00.000Z'],
    ['2026-03-01T00:15:00+05:45', '2026-02-28T18:30:00.000Z'],
    ['2026-03-01T09:00:00-00:00', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00.5Z', '2026-03-01T09:00:00.500Z'],
    ['2026-03-01T09:00:00.12Z', '2026-03-01T09:00:00.120Z'],
    ['2026-03-01T09:00:00.999999999Z', '2026-03-01T09:00:00.999Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['2017-01-01T00:59:60+01:00', '2016-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(instantOf(text) ?? Number.NaN).toISOString()).toBe(expected)
  })

  it.each([
    '',
    '2026',
    '2026-03-01',
    '2026-03-01T09:00Z',
    '2026-03-01T09:00:00',
    '2026-03-01 09:00:00Z',
    '2026-3-1T09:00:00Z',
    '2026-02-29T09:00:00Z',
    '1900-02-29T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-00-01T09:00:00Z',
    '2026-01-00T09:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T09:60:00Z',
    '2026-03-01T09:00:61Z',
    '2026-03-01T09:00:60Z',
    '2026-03-01T09:00:00.Z',
    '2026-03-01T09:00:00+1:00',
    '2026-03-01T09:00:00+0100',
    '2026-03-01T09:00:00+24:00',
    '2026-03-01T09:00:00Z ',
    ' 2026-03-01T09:00:00Z',
    '2026-03-01T09:00:00Zulu',
    '+02026-03-01T09:00:00Z',
    '２026-03-01T09:00:00Z',
    'Sun, 01 Mar 2026 09:00:00 GMT',
    '1772355600000',
    `2026-03-01T09:00:00.${'0'.repeat(60)}Z`,
  ])('%j is no time', (text) => expect(instantOf(text)).toBeNull())

  it('is read as Date reads what it writes itself, in any year', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        (date) => {
          expect(instantOf(date.toISOString())).toBe(date.getTime())
        },
      ),
    )
  })

  it('is whole milliseconds or nothing, whatever is written', () => {
    const almost = fc
      .tuple(
        fc.constantFrom('2026-03-01T09:00:00.000Z', '2026-12-31T23:59:60+05:30'),
        fc.nat(24),
        fc.string({ maxLength: 3 }),
      )
      .map(([time, at, put]) => time.slice(0, at) + put + time.slice(at + put.length))
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        const instant = instantOf(text)
        expect(instant === null || Number.isSafeInteger(instant)).toBe(true)
      }),
    )
  })
})
