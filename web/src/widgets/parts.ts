import { dimensionColumns, metricColumns } from '../ask/view/question.ts'
import type { ShownUnit } from '../ui/formats/unit.ts'
import type { Value } from '../ui/formats/value.ts'
import { neutralMark, otherMark } from '../ui/tokens/palette.ts'
import { type Drawing, valueColours, valueName } from './drawing.ts'
import { asValue, asWord } from './timeline.ts'

/** One part of a whole: a value of the dimension with its number. */
export type Part = {
  readonly name: string
  readonly colour: string
  readonly value: Value
  readonly before: Value | undefined
  /** Its share of the total, where parts add up. */
  readonly share: Value
  /** The value of the dimension; undefined for "other", which is several. */
  readonly word: string | null | undefined
}

export type Parts = {
  readonly dimension: string
  readonly metric: string
  readonly unit: ShownUnit
  readonly additive: boolean
  readonly total: Value
  readonly parts: readonly Part[]
  /** How many values the answer has. */
  readonly found: number
}

/** An answer by one dimension, largest first. At most `most` parts; for additive metrics the rest is one part, "other". */
export function partsOf(drawing: Drawing, most: number, { withOther }: { withOther: boolean }): Parts {
  const { answer, scheme } = drawing
  const dimension = dimensionColumns(answer)[0]
  const metric = metricColumns(answer)[0]
  const info = drawing.metrics.get(metric?.id ?? '')
  const additive = info?.additive ?? false
  const before = new Map(
    answer.comparison?.rows.map((row) => [asWord(row[dimension?.at ?? -1]), asValue(row[metric?.at ?? -1])]),
  )
  const rows = answer.rows
    .map((row) => ({ word: asWord(row[dimension?.at ?? -1]), value: asValue(row[metric?.at ?? -1]) }))
    .sort((one, other) => (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY))
  // What counted nothing, now and before, is no part; a list of nothing but such parts stays as it is.
  const some = rows.filter(({ value, word }) => value !== 0 || (before.get(word) ?? 0) !== 0)
  const all = some.length === 0 ? rows : some
  const total = answer.totals[metric?.id ?? ''] ?? null
  const shareOf = (value: Value): Value =>
    additive && value !== null && total !== null && total > 0 ? value / total : null
  const needsOther = withOther && additive && all.length > most + 1
  const own = all.slice(0, needsOther || !withOther ? most : most + 1)
  const rest = needsOther ? all.slice(most) : []
  const id = dimension?.id ?? ''
  const colours = valueColours(
    drawing,
    id,
    own.map(({ word }) => word),
  )
  const parts: Part[] = own.map(({ word, value }, position) => ({
    name: valueName(drawing, id, word),
    colour: colours[position] ?? neutralMark[scheme],
    value,
    before: answer.comparison ? (before.get(word) ?? info?.empty ?? null) : undefined,
    share: shareOf(value),
    word,
  }))
  if (rest.length > 0) {
    const value = rest.reduce((sum, part) => sum + (part.value ?? 0), 0)
    const name = drawing.words.other
    parts.push({ name, colour: otherMark[scheme], value, before: undefined, share: shareOf(value), word: undefined })
  }
  return {
    dimension: id,
    metric: metric?.id ?? '',
    unit: metric?.unit ?? 'count',
    additive,
    total,
    parts,
    found: all.length,
  }
}
