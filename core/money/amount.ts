/** Amounts are whole micro-units inside: a millionth of the currency, so that no digit is ever lost. */
export const microUnitDigits = 6

const microUnitsInOne = 10n ** BigInt(microUnitDigits)

/** An amount as the world writes it, `12.30` or `-0.5`, in micro-units. Throws when it is no decimal number of at most six decimals. */
export function microUnits(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount)
  if (!match)
    throw new RangeError(`An amount is a decimal number of at most ${microUnitDigits} decimals, not "${amount}".`)
  const [, sign, whole = '', fraction = ''] = match
  const size = BigInt(whole) * microUnitsInOne + BigInt(fraction.padEnd(microUnitDigits, '0'))
  return sign === '-' ? -size : size
}

/**
 * Micro-units as a decimal string: with the decimals the currency usually has, and more where the amount needs them.
 *
 * @example `amountText(12_300_000n, 'EUR')` is `12.30`, `amountText(128_000n, 'EUR')` is `0.128`, and of yen `18990`.
 */
export function amountText(units: bigint, currency: string | null): string {
  const size = units < 0n ? -units : units
  const digits = String(size % microUnitsInOne).padStart(microUnitDigits, '0')
  const usual = currency === null ? 0 : usualDecimals(currency)
  const fraction = digits.slice(0, usual) + digits.slice(usual).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${size / microUnitsInOne}${fraction === '' ? '' : `.${fraction}`}`
}

const decimals = new Map<string, number>()

/** How many decimals people write in a currency: 2 of euros, none of yen, 3 of Kuwaiti dinars. */
function usualDecimals(currency: string): number {
  const known = decimals.get(currency)
  if (known !== undefined) return known
  const { minimumFractionDigits = 0 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  decimals.set(currency, minimumFractionDigits)
  return minimumFractionDigits
}
