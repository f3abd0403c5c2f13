import { anyHostileText, hostileTexts } from '@parley/fixtures/hostile-text.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literal, timeLiteral } from './literal.ts'

// That the engine reads literals as they are meant is proven on the engine itself, in server/store/literal.test.ts.

/** The text of a literal, read by hand; undefined where it does not end exactly at its last quote. */
function textOf(sql: string): string | undefined {
  if (!sql.startsWith("'")) return undefined
  let text = ''
  for (let place = 1; place < sql.length; place += 1) {
    const character = sql[place] ?? ''
    if (character === "'") return place === sql.length - 1 ? text : undefined
    if (character !== '\\') text += character
    else if (sql[place + 1] === 'x') {
      text += String.fromCharCode(Number.parseInt(sql.slice(place + 2, place + 4), 16))
      place += 3
    } else {
      text += sql[place + 1]
      place += 1
    }
  }
  return undefined
}

describe('a literal', () => {
  it.each([
    ['a', "'a'"],
    ["it's", String.raw`'it\'s'`],
    ['\\', String.raw`'\\'`],
    ["')--", String.raw`'\')--'`],
    ['a\0b', String.raw`'a\x00b'`],
    ['\n\t', String.raw`'\x0a\x09'`],
    ['\u007f', String.raw`'\x7f'`],
    ['\ud800', "'\ufffd'"],
    ['😀', "'😀'"],
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [true, '1'],
    [false, '0'],
    [['a', 1], "('a', 1)"],
  ])('of %j is %s', (value, sql) => {
    expect(literal(value)).toBe(sql)
  })

  it('of a text ends where the text ends and says the text, whatever it is', () => {
    for (const text of hostileTexts) expect(textOf(literal(text))).toBe(text.toWellFormed())
    fc.assert(
      fc.property(anyHostileText, (text) => textOf(literal(text)) === text.toWellFormed()),
      { numRuns: 2000 },
    )
  })

  it('holds no control character, so that nothing on the way can cut it', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => /^[^\u0000-\u001f\u007f]*$/.test(literal(text))),
      { numRuns: 2000 },
    )
  })

  it('of any number reads back as that number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(literal(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('of %d is refused', (value) => {
    expect(() => literal(value)).toThrow(RangeError)
    expect(() => literal([1, value])).toThrow(RangeError)
  })
})

describe('an instant in SQL', () => {
  it('is whole milliseconds', () => {
    expect(timeLiteral(1_772_355_600_000)).toBe("fromUnixTimestamp64Milli(1772355600000, 'UTC')")
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is not %d', (value) => {
    expect(() => timeLiteral(value)).toThrow(RangeError)
  })
})
