import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText, microUnits } from './amount.ts'

describe('an amount', () => {
  it.each([
    ['12.30', 'EUR', 12_300_000n, '12.30'],
    ['12.3', 'EUR', 12_300_000n, '12.30'],
    ['0.128', 'EUR', 128_000n, '0.128'],
    ['0.000001', 'USD', 1n, '0.000001'],
    ['-0.5', 'EUR', -500_000n, '-0.50'],
    ['18990', 'JPY', 18_990_000_000n, '18990'],
    ['1', 'KWD', 1_000_000n, '1.000'],
    ['0', 'EUR', 0n, '0.00'],
    ['7.10', null, 7_100_000n, '7.1'],
    ['999999999999.999999', 'EUR', 999_999_999_999_999_999n, '999999999999.999999'],
  ] as const)('of %s %s is %s micro-units and is written %s', (text, currency, units, written) => {
    expect(microUnits(text)).toBe(units)
    expect(amountText(units, currency)).toBe(written)
  })

  it('comes back to the micro-unit, however large', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.constantFrom('EUR', 'JPY', 'KWD', null),
        (units, currency) => {
          expect(microUnits(amountText(units, currency))).toBe(units)
        },
      ),
    )
  })

  it.each(['', '1.', '.5', '1e3', '1,5', '0.1234567', ' 1', '+1'])('is not "%s"', (text) => {
    expect(() => microUnits(text)).toThrow('An amount is a decimal number of at most 6 decimals')
  })
})
