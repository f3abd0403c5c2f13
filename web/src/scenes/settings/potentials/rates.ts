import type { Language } from '../../../ui/formats/language.ts'
import { decimal } from '../../../ui/formats/number.ts'
import { readNumber } from '../form/numbers.ts'

/** A conversion rate as it is written: in per cent. */
export type WrittenRate = { readonly type: string; readonly rate: string }

/** Shares of one, in per cent as people write them: 0.035 is 3.5 or 3,5, without the dust of binary fractions. */
export function writeRates(rates: Readonly<Record<string, number>>, language: Language): WrittenRate[] {
  const perCent = (rate: number) => decimal(Number((rate * 100).toPrecision(12)), language, 10)
  return Object.entries(rates).map(([type, rate]) => ({ type, rate: perCent(rate) }))
}

export function readRates(rates: readonly WrittenRate[]): Record<string, number> {
  const share = (rate: string) => Number(((readNumber(rate) ?? Number.NaN) / 100).toPrecision(12))
  return Object.fromEntries(rates.map(({ type, rate }) => [type.trim(), share(rate)]))
}

export type RateProblem = 'required' | 'twice' | 'rate'

/** What is wrong with rates, by `INDEX/type` and `INDEX/rate`. */
export function problemsOfRates(rates: readonly WrittenRate[]): Record<string, RateProblem> {
  const problems: Record<string, RateProblem> = {}
  for (const [index, { type, rate }] of rates.entries()) {
    const number = readNumber(rate) ?? Number.NaN
    if (!(number >= 0 && number <= 100)) problems[`${index}/rate`] = 'rate'
    if (type.trim() === '') problems[`${index}/type`] = 'required'
    else if (rates.findIndex((one) => one.type.trim() === type.trim()) < index) problems[`${index}/type`] = 'twice'
  }
  return problems
}
