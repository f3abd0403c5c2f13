import type { Value } from '../../ui/formats/value.ts'
import type { Drawing } from '../drawing.ts'
import { asValue, asWord } from '../timeline.ts'

export type PhraseLine = {
  readonly phrase: string
  readonly count: Value
  readonly share: Value
  /** Against the most frequent, 0–1. */
  readonly size: number
}

/** The rows of an answer of phrases: phrase, number, share. */
export function phrasesSpec({ answer }: Drawing): readonly PhraseLine[] {
  const most = Math.max(0, ...answer.rows.map((row) => asValue(row[1]) ?? 0))
  return answer.rows.map((row) => ({
    phrase: asWord(row[0]) ?? '',
    count: asValue(row[1]),
    share: asValue(row[2]),
    size: most === 0 ? 0 : (asValue(row[1]) ?? 0) / most,
  }))
}
