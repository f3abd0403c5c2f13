import type { Language } from './language.ts'
import { decimal, shortPercent, unitSpace } from './number.ts'
import type { ShownUnit } from './unit.ts'
import type { Value } from './value.ts'

export type Change = {
  readonly direction: 'up' | 'down' | 'same'
  /** `12.4%`, or for ratios the difference in points: `1.2 pp`. Without a sign: the arrow tells. */
  readonly text: string
}

const points: Readonly<Record<Language, string>> = { en: 'pp', nl: 'pp', ru: 'п.п.' }

/**
 * How a value changed against the compared one. Ratios differ in percentage points, a score in points, all else in
 * percent. `null` when there is nothing to compare with: an unknown value, or growth from zero.
 */
export function changeOf(now: Value, before: Value, unit: ShownUnit, language: Language): Change | null {
  if (now === null || before === null) return null
  if (unit === 'ratio')
    return described((now - before) * 100, (size) => `${size}${unitSpace}${points[language]}`, language)
  if (unit === 'score') return described(now - before, (size) => size, language)
  if (before === 0) return now === 0 ? { direction: 'same', text: shortPercent(0, language) } : null
  return described((now / before - 1) * 100, (_, size) => shortPercent(size / 100, language), language)
}

function described(difference: number, withUnit: (shown: string, size: number) => string, language: Language): Change {
  // Big changes are whole ones: nobody needs the tenths of 340%.
  const size = Math.abs(difference) >= 100 ? Math.round(Math.abs(difference)) : Math.abs(difference)
  const shown = decimal(size, language, 1)
  const direction = shown === '0' ? 'same' : difference > 0 ? 'up' : 'down'
  return { direction, text: withUnit(shown, size) }
}
