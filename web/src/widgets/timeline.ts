import type { Answer, Cell } from '../ask/answer.ts'
import { dimensionColumns, metricColumns, timeColumn } from '../ask/view/question.ts'
import type { Filter } from '../ask/view/view.ts'
import type { ShownUnit } from '../ui/formats/unit.ts'
import type { Value } from '../ui/formats/value.ts'
import { coloursInOrder } from '../ui/tokens/meanings.ts'
import { otherMark } from '../ui/tokens/palette.ts'
import { axisOf, type TimeAxis } from './axis.ts'
import { type Drawing, filterOn, metricTitle, valueColours, valueName } from './drawing.ts'

/** One line: a metric, or one value of a dimension. */
export type Series = {
  readonly key: string
  readonly name: string
  readonly metric: string
  readonly unit: ShownUnit
  readonly additive: boolean
  readonly colour: string
  /** The rows it stands for, when it does not stand for the whole. */
  readonly part: Filter | undefined
  /** One for each place of the axis; null is a gap. */
  readonly values: readonly Value[]
  /** The compared range, place by place from its start. */
  readonly before: readonly Value[] | undefined
}

export type Timeline = {
  readonly axis: TimeAxis
  readonly axisBefore: TimeAxis | undefined
  readonly series: readonly Series[]
  /** How many series there are in the answer: more than are drawn. */
  readonly found: number
}

/** More lines than colours cannot be told apart. */
export const mostSeries = 8
/** Of many only the first few are drawn: a tangle of eight shows no way of any. */
const fewSeries = 5

/**
 * An answer over time as lines on one axis: the largest first, gaps where there is no number, nothing in the future.
 * `withOther`: where parts add up, those that are too many to be told apart are one, "other".
 */
export function timelineOf(drawing: Drawing, { withOther = false } = {}): Timeline {
  const { answer } = drawing
  const { comparison } = answer
  const axis = axisOf(answer, answer.rows, answer.range, drawing)
  const axisBefore = comparison ? axisOf(answer, comparison.rows, comparison.range, drawing) : undefined
  const all = partsOf(drawing)
  const parts = withOther ? withOtherOf(all, drawing) : all
  const dimension = dimensionColumns(answer)[0]?.id
  const fits = withOther || parts.length <= mostSeries ? mostSeries : fewSeries
  const drawn = dimension === undefined ? parts : parts.slice(0, fits)
  const colours =
    dimension === undefined
      ? coloursInOrder(drawn.length, drawing.scheme)
      : valueColours(
          drawing,
          dimension,
          drawn.map((part) => part.value ?? null),
        )
  const series = drawn.map((part, position): Series => {
    const info = drawing.metrics.get(part.metric)
    const empty = info?.empty ?? (part.unit === 'count' || part.unit === 'points' ? 0 : null)
    const read = (rows: Answer['rows'], places: TimeAxis, end: number): Value[] => {
      const found = readPart(part, rows, timeColumn(answer), places)
      return places.keys.map((_, place) =>
        place >= end ? null : found.has(place) ? (found.get(place) ?? null) : empty,
      )
    }
    return {
      key: part.key,
      name:
        dimension === undefined
          ? metricTitle(drawing, part.metric)
          : part.rest === undefined
            ? valueName(drawing, dimension, part.value ?? null)
            : drawing.words.other,
      metric: part.metric,
      unit: unitOf(part, dimension),
      additive: info?.additive ?? false,
      colour: part.rest === undefined ? (colours[position] ?? '') : otherMark[drawing.scheme],
      part: dimension === undefined ? undefined : filterOf(dimension, part),
      values: read(answer.rows, axis, axis.future),
      before: comparison && axisBefore ? read(comparison.rows, axisBefore, axisBefore.keys.length) : undefined,
    }
  })
  return { axis, axisBefore, series, found: parts.length }
}

/** Split by currency, each part is in its own. */
const unitOf = ({ unit, value }: Part, dimension: string | undefined): ShownUnit =>
  unit === 'money' && dimension === 'currency' && typeof value === 'string' ? `money:${value}` : unit

function filterOf(dimension: string, { value, rest }: Part): Filter {
  return rest === undefined ? filterOn(dimension, value ?? null) : { dimension, op: 'not_in', values: rest.named }
}

/**
 * The values of a part by their place. An hour that clocks repeat has the same name twice: without a dimension rows and
 * places are the same in number and order, and stay two; with one, both hours are one place and the later row is it.
 */
function readPart(part: Part, rows: Answer['rows'], time: number, { keys }: TimeAxis): ReadonlyMap<number, Value> {
  if (part.value === undefined && part.rest === undefined && rows.length === keys.length) {
    return new Map(rows.map((row, place) => [place, asValue(row[part.at])]))
  }
  const placeOf = new Map(keys.map((key, place) => [key, place]))
  const found = new Map<number, Value>()
  for (const row of rows) {
    const place = placeOf.get(String(row[time]))
    if (place === undefined || !part.holds(row)) continue
    const value = asValue(row[part.at])
    found.set(place, part.rest === undefined ? value : (found.get(place) ?? 0) + (value ?? 0))
  }
  return found
}

type Part = {
  readonly key: string
  readonly metric: string
  readonly unit: ShownUnit
  /** The column of the metric in a row. */
  readonly at: number
  readonly value: string | null | undefined
  /** Of "other", which is several: the values that are not in it. */
  readonly rest?: { readonly named: readonly (string | null)[] }
  holds(row: readonly Cell[]): boolean
}

/** What is drawn as a line of its own: each metric, or with a dimension each of its values, largest first. */
function partsOf({ answer }: Drawing): Part[] {
  const metrics = metricColumns(answer)
  const dimension = dimensionColumns(answer)[0]
  if (dimension === undefined) {
    return metrics.map(({ id, unit, at }) => ({
      key: id,
      metric: id,
      unit: unit ?? 'count',
      at,
      value: undefined,
      holds: () => true,
    }))
  }
  const metric = metrics[0]
  if (metric === undefined) return []
  const sizes = new Map<string | null, number>()
  for (const row of answer.rows) {
    const value = asWord(row[dimension.at])
    sizes.set(value, (sizes.get(value) ?? 0) + Math.abs(asValue(row[metric.at]) ?? 0))
  }
  // What counted nothing all the time is no line; if nothing counted anything, all stay.
  const some = [...sizes].filter(([, size]) => size !== 0)
  return (some.length === 0 ? [...sizes] : some)
    .sort(([, one], [, other]) => other - one)
    .map(([value]) => ({
      key: value ?? '',
      metric: metric.id,
      unit: metric.unit ?? 'count',
      at: metric.at,
      value,
      holds: (row) => asWord(row[dimension.at]) === value,
    }))
}

/** The parts that can be told apart, and one of all others; only where they may be added up. */
function withOtherOf(parts: readonly Part[], drawing: Drawing): readonly Part[] {
  const [first] = parts
  const dimension = dimensionColumns(drawing.answer)[0]
  const additive = drawing.metrics.get(first?.metric ?? '')?.additive ?? false
  if (first === undefined || dimension === undefined || !additive || parts.length <= mostSeries) return parts
  const own = parts.slice(0, mostSeries - 1)
  const named = own.map(({ value }) => value ?? null)
  const other: Part = {
    ...first,
    key: '\u0000other',
    rest: { named },
    holds: (row) => !named.includes(asWord(row[dimension.at])),
  }
  return [...own, other]
}

export const asValue = (cell: Cell | undefined): Value => (typeof cell === 'number' ? cell : null)
export const asWord = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell)
