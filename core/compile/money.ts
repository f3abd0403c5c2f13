import { microUnitDigits } from '../money/amount.ts'
import type { Aggregate } from './aggregate.ts'

/** The column of every fact with money that says what currency its amounts are in. */
const currency = 'currency'

/** Whether the amounts of the rows are in one currency, as far as there are any. */
export function currenciesAgree(where: string | undefined, aggregate: Aggregate): string {
  return `${aggregate({ name: 'min', of: currency, where })} = ${aggregate({ name: 'max', of: currency, where })}`
}

/** The currencies of the rows as one text: nothing, `EUR` or `EUR USD`. */
export function currenciesOf(where: string | undefined, aggregate: Aggregate): string {
  return `arrayStringConcat(arraySort(${aggregate({ name: 'groupUniqArray', of: currency, where })}), ' ')`
}

/** A sum by a number of rows, rounded to the micro-unit, half of one up. Amounts are never below zero. */
export function meanSql(sum: string, rows: string): string {
  // Division cuts off what is less than a micro-unit: half of one is added before it.
  return `(2 * ${sum} + toDecimal128(${rows}, ${microUnitDigits}) / ${10 ** microUnitDigits}) / nullIf(2 * ${rows}, 0)`
}
