import { microUnitDigits } from '../money/amount.ts'

/** The column of every fact with money that says what currency its amounts are in. */
const currency = 'currency'

/** Whether the amounts of the rows are in one currency, as far as there are any. */
export function currenciesAgree(where: string | undefined): string {
  return where === undefined
    ? `min(${currency}) = max(${currency})`
    : `minIf(${currency}, ${where}) = maxIf(${currency}, ${where})`
}

/** The currencies of the rows as one text: nothing, `EUR` or `EUR USD`. */
export function currenciesOf(where: string | undefined): string {
  const each = where === undefined ? `groupUniqArray(${currency})` : `groupUniqArrayIf(${currency}, ${where})`
  return `arrayStringConcat(arraySort(${each}), ' ')`
}

/** A sum by a number of rows, rounded to the micro-unit, half of one up. Amounts are never below zero. */
export function meanSql(sum: string, rows: string): string {
  // Division cuts off what is less than a micro-unit: half of one is added before it.
  return `(2 * ${sum} + toDecimal128(${rows}, ${microUnitDigits}) / ${10 ** microUnitDigits}) / nullIf(2 * ${rows}, 0)`
}
