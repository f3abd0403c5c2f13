import { amountText, microUnits } from '@parley/core/money/amount.ts'
import type { ResolvedQuery } from '@parley/core/query/resolve.ts'
import type { Ran } from './asking.ts'

/**
 * How the money of an answer is written. Amounts of two currencies make no number: where an answer, the compared period
 * included, has several, its amounts are null unless each row is of one, that is, unless it is split by `currency`.
 */
export type Amounts = {
  /** The currencies of a metric's amounts; of a metric that is none in money nothing. */
  currenciesOf(metric: number): readonly string[]
  /** An amount of a row as a decimal string, or null. */
  inRow(amount: bigint | null, metric: number, row: readonly unknown[]): string | null
  /** An amount of the whole range. */
  inTotal(amount: bigint | null, metric: number): string | null
}

export function amountsOf(query: ResolvedQuery, parts: readonly (Ran | null)[]): Amounts {
  const { metrics, dimensions, granularity } = query
  const inMoney = metrics.filter(({ unit }) => unit === 'money')
  const currencies = metrics.map((metric) => {
    const place = inMoney.indexOf(metric)
    const told = place === -1 ? [] : parts.map((part) => part?.totals?.[metrics.length + place])
    return [...new Set(told.flatMap((codes) => (typeof codes === 'string' ? codes.split(' ') : [])))]
      .filter((code) => code !== '')
      .sort()
  })
  const split = dimensions.findIndex(({ id }) => id === 'currency')
  const currencyAt = split === -1 ? null : split + (granularity === null ? 0 : 1)

  function inTotal(amount: bigint | null, metric: number): string | null {
    const [currency = null, another] = currencies[metric] ?? []
    return amount === null || another !== undefined ? null : amountText(amount, currency)
  }
  return {
    currenciesOf: (metric) => currencies[metric] ?? [],
    inTotal,
    inRow(amount, metric, row) {
      if (currencyAt === null) return inTotal(amount, metric)
      const currency = row[currencyAt]
      return amount === null
        ? null
        : amountText(amount, typeof currency === 'string' && currency !== '' ? currency : null)
    },
  }
}

/** An amount as the engine tells it, in micro-units. Nothing is told as the number 0 or as null. */
export function readAmount(value: unknown): bigint | null {
  if (typeof value === 'string') return microUnits(value)
  return value === 0 ? 0n : null
}

/**
 * A sum by how often something came back, which need not be whole: a mean, rounded to the micro-unit. As exact as numbers
 * are, to some fifteen digits.
 */
export function meanAmount(sum: bigint, times: number): bigint {
  return BigInt(Math.round(Number(sum) / times))
}
