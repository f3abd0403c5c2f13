import type { Unit } from '@parley/core/declare/metric.ts'

/** What a number on the page is counted in: a unit of the catalogue, of money with its currency (`money:EUR`). */
export type ShownUnit = Unit | `money:${string}`

export const isMoney = (unit: ShownUnit): boolean => unit.startsWith('money')

/** The currency of amounts, or undefined where they have none that could be told. */
export function currencyOf(unit: ShownUnit): string | undefined {
  const code = unit.startsWith('money:') ? unit.slice('money:'.length) : ''
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}
