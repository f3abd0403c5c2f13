import { type Language, localeOf } from '../../../ui/formats/language.ts'

/** A number as people write it: with a comma or a point, and spaces in it. Undefined for nothing, NaN for what is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (plain === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

export const durationUnits = ['s', 'min', 'h', 'd'] as const
export type DurationUnit = (typeof durationUnits)[number]

const secondsOf: Readonly<Record<DurationUnit, number>> = { s: 1, min: 60, h: 3600, d: 86_400 }

const unitNames: Readonly<Record<DurationUnit, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day' }

/** A duration as it is written in a form. */
export type WrittenDuration = { readonly amount: string; readonly unit: DurationUnit }

/** In the largest unit of which it is a whole number. */
export function writeDuration(seconds: number): WrittenDuration {
  const unit = durationUnits.findLast((one) => seconds % secondsOf[one] === 0) ?? 's'
  return { amount: String(seconds / secondsOf[unit]), unit }
}

/** The word for a unit beside what is written: `1 day`, `2 days`; beside nothing, or what is no number, that of several. */
export function unitWord({ amount }: Pick<WrittenDuration, 'amount'>, unit: DurationUnit, language: Language): string {
  const number = readNumber(amount) ?? Number.NaN
  const format = new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit: unitNames[unit],
    unitDisplay: 'long',
  })
  const parts = format.formatToParts(Number.isFinite(number) ? number : 10)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

/** Whole seconds. Undefined for nothing, NaN for what is no duration. */
export function readDuration({ amount, unit }: WrittenDuration): number | undefined {
  const number = readNumber(amount)
  if (number === undefined || number < 0) return number === undefined ? undefined : Number.NaN
  return Math.round(number * secondsOf[unit])
}
