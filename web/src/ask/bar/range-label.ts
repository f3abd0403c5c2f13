import { dayRange, momentRange } from '../../ui/formats/bucket.ts'
import type { Language } from '../../ui/formats/language.ts'
import { addDays } from '../../ui/formats/local-time.ts'
import { endsOf, isWholeDays } from '../view/range.ts'
import type { Range } from '../view/view.ts'

/** The days a range covers, in words: `1 – 20 Nov 2026`. Named ranges that end now are told by their days too. */
export function rangeDates(range: Range, zone: string, now: number, language: Language): string {
  const ends = endsOf(range, zone, now)
  if (isWholeDays(ends)) return dayRange(ends.from.slice(0, 10), addDays(ends.to.slice(0, 10), -1), language)
  if ('group' in range) return dayRange(ends.from.slice(0, 10), ends.to.slice(0, 10), language)
  return momentRange(ends.from, ends.to, language)
}
