import { type Language, localeOf } from './language.ts'

/** Nothing to divide by: not zero, not missing, but without an answer. */
export const nothing = '–'

/** Stands between a number and its unit, so that they never part at a line's end. */
export const unitSpace = '\u00a0'

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(localeOf[language], options)
    formatters.set(key, formatter)
  }
  return formatter
}

/** `12,345` · `1,234.5`; `decimals` is the most that is shown. */
export function decimal(value: number, language: Language, decimals = 0): string {
  return formatterOf(language, { maximumFractionDigits: decimals }).format(value === 0 ? 0 : value)
}

/** A number with exactly so many decimals: `4.60`. */
export function fixed(value: number, language: Language, decimals: number): string {
  return formatterOf(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
}

/** A share of one with one decimal, or as many: `12.3%`, `12,3 %`. */
export function percent(value: number, language: Language, decimals = 1): string {
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const
  return formatterOf(language, options).format(value)
}

/** A share of one with a decimal only where it has one: `10%`, `2.5%`. */
export function shortPercent(value: number, language: Language): string {
  return formatterOf(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

const magnitudes: Readonly<Record<Language, readonly (readonly [size: number, suffix: string])[]>> = {
  en: [
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
  nl: [
    [1e9, 'mld.'],
    [1e6, 'mln.'],
    [1e3, 'k'],
  ],
  ru: [
    [1e9, 'млрд'],
    [1e6, 'млн'],
    [1e3, 'тыс.'],
  ],
}

/**
 * Big numbers short: `12.4 k`, `3 M`. Under ten thousand they stay as they are: four digits read at a glance. `most` is the
 * largest of those it stands among, where they are to look alike: `5 k` under `10 k`.
 */
export function compact(value: number, language: Language, most = value): string {
  if (Math.abs(most) < 10_000) return decimal(value, language, Number.isInteger(value) ? 0 : 1)
  for (const [size, suffix] of magnitudes[language]) {
    // 999,950 would round to "1,000 k"; it is a million.
    if (Math.abs(value) >= size * 0.99995) return `${decimal(value / size, language, 1)}${unitSpace}${suffix}`
  }
  return decimal(value, language)
}

/** An amount of money: `€1,234.50`. Of an unknown currency only the number. */
export function amount(value: number, currency: string | undefined, language: Language): string {
  if (currency === undefined) return fixed(value, language, 2)
  return formatterOf(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value)
}

/** An amount with as few digits as a card or an axis has room for: `€12.4 k`, `€950`. `most` is as for `compact`. */
export function compactAmount(value: number, currency: string | undefined, language: Language, most = value): string {
  if (currency === undefined) return compact(value, language, most)
  if (Math.abs(value) < 1000 && !Number.isInteger(value)) return amount(value, currency, language)
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  if (Math.abs(most) < 10_000) return formatterOf(language, { ...money, maximumFractionDigits: 0 }).format(value)
  // The language decides where the symbol stands, and we how a number is made short: the same for amounts and counts.
  const parts = formatterOf(language, { ...money, maximumFractionDigits: 0 }).formatToParts(value)
  const first = parts.findIndex(({ type }) => type === 'integer')
  const short = compact(Math.abs(value), language, most)
  return parts
    .map(({ type, value: text }, at) => (at === first ? short : type === 'integer' || type === 'group' ? '' : text))
    .join('')
}
