import { z } from 'zod'
import { isRecord, type Rule, ruled } from './rule.ts'

// Codes newer than some Node 24 builds know.
const currencies = new Set([...Intl.supportedValuesOf('currency'), 'XCG', 'ZWG'])

const isKnownCurrency: Rule = (value) =>
  typeof value !== 'string' || currencies.has(value)
    ? []
    : [{ path: [], message: 'must be the three capital letters of an ISO 4217 currency, such as EUR' }]

/**
 * An amount of money: a decimal string, so that no digit is lost on the way. Never negative: what goes back to a buyer
 * is an event of its own (`order.refunded`). Twelve digits before the point and six after it fit the store exactly.
 */
export const money = z.looseObject({
  amount: z
    .string()
    .regex(/^[0-9]{1,12}(\.[0-9]{1,6})?$/, 'must be a decimal number in a string, at most 6 decimals, such as "12.30"'),
  currency: ruled(z.string(), 'currency', isKnownCurrency),
})

/**
 * A rule for data with several amounts that are added up: all in the currency of the first. Amounts of different
 * currencies have no sum.
 */
export function oneCurrency(first: string, others: readonly string[]): Rule {
  return (data) => {
    const currency = currencyOf(data, first)
    if (currency === undefined) return []
    return others
      .filter((field) => (currencyOf(data, field) ?? currency) !== currency)
      .map((field) => ({ path: [field, 'currency'], message: `must be ${currency}, the currency of "${first}"` }))
  }
}

function currencyOf(data: unknown, field: string): string | undefined {
  const amount = isRecord(data) ? data[field] : undefined
  return isRecord(amount) && typeof amount.currency === 'string' ? amount.currency : undefined
}
