import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { channel } from './channel.ts'
import { id, list, referrer, timeZone, url } from './fields.ts'
import { money } from './money.ts'
import { serviceHours } from './service-hours.ts'

/** What is wrong with a value: `path: message`, one for each problem. */
function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

function verdicts(schema: z.ZodType, good: readonly unknown[], bad: readonly unknown[]) {
  it.each(good)('%j is right', (value) => expect(problemsOf(schema, value)).toEqual([]))
  it.each(bad)('%j is wrong', (value) => expect(problemsOf(schema, value)).not.toEqual([]))
}

describe('an id', () => {
  verdicts(id, ['a', 'x'.repeat(200), '🚲'.repeat(200), ' ', 'c:1/2'], ['', 'x'.repeat(201), '🚲'.repeat(201), 7, null])
})

describe('a channel', () => {
  verdicts(channel, ['web', 'whatsapp', 'api'], ['Web', 'website', ''])
})

describe('an address', () => {
  verdicts(
    url,
    [
      'https://shop.example',
      'HTTP://shop.example/a?b#c',
      'https://bank.example/ru/карты',
      'file:///a',
      'android-app://x',
    ],
    ['', 'shop.example', '/cart', 'javascript:alert(1)', 'https://shop.example/a b', `https://x/${'y'.repeat(8_192)}`],
  )
})

describe('a referrer', () => {
  verdicts(referrer, ['', 'https://www.google.com/'], ['google', 'https://a b'])
})

describe('a time zone', () => {
  verdicts(timeZone, ['Europe/Amsterdam', 'Asia/Kolkata', 'UTC'], ['europe/amsterdam', '+02:00', 'Mars/Base', ''])
})

describe('an amount of money', () => {
  verdicts(
    money,
    [
      { amount: '12.30', currency: 'EUR' },
      { amount: '0', currency: 'JPY' },
      { amount: '999999999999.999999', currency: 'USD' },
      { amount: '1', currency: 'EUR', of: 'list price' },
    ],
    [
      { amount: 12.3, currency: 'EUR' },
      { amount: '12,30', currency: 'EUR' },
      { amount: '-1', currency: 'EUR' },
      { amount: '1.', currency: 'EUR' },
      { amount: '.5', currency: 'EUR' },
      { amount: '1e3', currency: 'EUR' },
      { amount: '0.1234567', currency: 'EUR' },
      { amount: '1000000000000', currency: 'EUR' },
      { amount: '1', currency: 'eur' },
      { amount: '1', currency: 'EURO' },
      { amount: '1', currency: 'QQQ' },
      { amount: '1' },
      '12.30 EUR',
    ],
  )
})

describe('service hours', () => {
  const cases: readonly [string, unknown, readonly string[]][] = [
    ['one day', { weekly: { mon: [['09:00', '17:00']] } }, []],
    [
      'a day that touches its own next period',
      {
        weekly: {
          tue: [
            ['09:00', '12:00'],
            ['12:00', '24:00'],
          ],
        },
      },
      [],
    ],
    ['no day at all', { weekly: {} }, []],
    ['a closed exception', { weekly: {}, exceptions: [{ date: '2028-02-29', hours: [] }] }, []],
    ['no week', {}, ['weekly: Invalid input: expected object, received undefined']],
    ['another name for a day', { weekly: { monday: [] } }, ['weekly: Unrecognized key: "monday"']],
    [
      'a period that ends before it starts',
      { weekly: { fri: [['18:00', '02:00']] } },
      ['weekly.fri.0: must end after it starts; a period over midnight is two, one on each day'],
    ],
    [
      'an empty period',
      { weekly: { fri: [['18:00', '18:00']] } },
      ['weekly.fri.0: must end after it starts; a period over midnight is two, one on each day'],
    ],
    [
      'periods that overlap',
      {
        weekly: {
          sat: [
            ['09:00', '12:30'],
            ['12:00', '17:00'],
          ],
        },
      },
      ['weekly.sat.1: must not start before the period before it ends (12:30)'],
    ],
    [
      'a period within an earlier, longer one',
      {
        weekly: {
          sat: [
            ['09:00', '18:00'],
            ['18:00', '19:00'],
            ['10:00', '11:00'],
          ],
        },
      },
      ['weekly.sat.2: must not start before the period before it ends (19:00)'],
    ],
    [
      'a time that is none',
      { weekly: { sun: [['9:00', '24:01']] } },
      [
        'weekly.sun.0.0: must be a time of day such as 09:00, up to 24:00',
        'weekly.sun.0.1: must be a time of day such as 09:00, up to 24:00',
      ],
    ],
    [
      'a day that does not exist, one named twice, and one with wrong hours',
      {
        weekly: {},
        exceptions: [
          { date: '2026-02-30', hours: [] },
          { date: '2026-12-25', hours: [] },
          { date: '2026-12-25', hours: [['10:00', '09:00']] },
        ],
      },
      [
        'exceptions.0.date: must be a day that exists',
        'exceptions.2.hours.0: must end after it starts; a period over midnight is two, one on each day',
        'exceptions.2.date: must be named once; put its periods in one exception',
      ],
    ],
  ]

  it.each(cases)('with %s', (_, value, problems) => {
    expect(problemsOf(serviceHours, value)).toEqual(problems)
  })

  it('tells wrong shapes and wrong order at once', () => {
    const value = { weekly: { mon: 'all day', tue: [['12:00', '09:00']] } }
    expect(problemsOf(serviceHours, value)).toEqual([
      'weekly.mon: Invalid input: expected array, received string',
      'weekly.tue.0: must end after it starts; a period over midnight is two, one on each day',
    ])
  })
})

describe('a list', () => {
  it('that is too long is one problem, however many of its items are wrong', () => {
    const problems = problemsOf(
      list(id, 3),
      Array.from({ length: 100_000 }, () => 0),
    )
    expect(problems).toHaveLength(1)
  })

  it('of the right length has its items checked', () => {
    expect(problemsOf(list(id, 3), ['a', '', 5])).toHaveLength(2)
  })
})
