import { duration, durationShort } from './duration.ts'
import type { Language } from './language.ts'
import { amount, compact, compactAmount, decimal, fixed, nothing, percent, shortPercent } from './number.ts'
import { currencyOf, isMoney, type ShownUnit } from './unit.ts'

/** A number of a metric: null where there is nothing to divide by. */
export type Value = number | null

/** The exact value, for tables, tooltips and hovers: `12,431`, `1 h 05 min`, `12.3%`, `4.62`; `–` for null. */
export function exact(value: Value | undefined, unit: ShownUnit, language: Language): string {
  if (value === null || value === undefined) return nothing
  if (unit === 'seconds') return duration(value, language)
  if (unit === 'ratio') return percent(value, language)
  if (unit === 'rating') return fixed(value, language, 2)
  if (isMoney(unit)) return amount(value, currencyOf(unit), language)
  if (unit === 'score') return signed(value, decimal(Math.abs(value), language))
  return decimal(value, language, Number.isInteger(value) ? 0 : 1)
}

/** The value for a card, where big counts are short: `12.4 k`. */
export function short(value: Value | undefined, unit: ShownUnit, language: Language): string {
  if (value === null || value === undefined) return nothing
  if (isMoney(unit)) return compactAmount(value, currencyOf(unit), language)
  return unit === 'count' || unit === 'points' ? compact(value, language) : exact(value, unit, language)
}

/** The value on an axis that ends at `most`: as short as it can be, and as the others on it are. */
export function onAxis(value: number, unit: ShownUnit, language: Language, most = value): string {
  if (unit === 'seconds') return durationShort(value, language)
  if (unit === 'ratio') return shortPercent(value, language)
  if (isMoney(unit)) return value === 0 ? '0' : compactAmount(value, currencyOf(unit), language, most)
  return compact(value, language, most)
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : text)
