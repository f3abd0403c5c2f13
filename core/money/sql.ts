import { microUnitDigits } from './amount.ts'

/**
 * An amount that was told as a decimal string, as the store keeps it: a 64-bit integer of micro-units. Its sum is a 128-bit
 * one, which nothing that can be stored makes too large. No text gives zero.
 */
export function amountSql(text: string): string {
  return `toDecimal64OrZero(${text}, ${microUnitDigits})`
}

/** The amount and the currency of a column of prices (`0.0575 EUR`; empty without one) in SQL. */
export function pricePartsSql(column: string): { readonly amount: string; readonly currency: string } {
  const part = (place: number) => `splitByChar(' ', ${column})[${place}]`
  return { amount: amountSql(part(1)), currency: part(2) }
}

/** An amount as wide as its sum, for adding and taking away. */
export function wideAmountSql(text: string): string {
  return `toDecimal128OrZero(${text}, ${microUnitDigits})`
}
