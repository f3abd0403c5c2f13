import type { Unit } from '@parley/core/declare/metric.ts'
import type { Answer, Cell } from '../ask/answer.ts'
import { dimensionColumns, metricColumns, timeColumn } from '../ask/view/question.ts'
import type { Value } from '../ui/formats/value.ts'
import { coloursInOrder, coloursOf } from '../ui/tokens/meanings.ts'
import { axisOf, type TimeAxis } from './axis.ts'
import { type Drawing, metricTitle, valueName } from './drawing.ts'

/** One line: a metric, or one value of a dimension. */
export type Series = {
  readonly key: string
  readonly name: string
  readonly metric: string
  readonly unit: Unit
  readonly additive: boolean
  readonly colour: string
  /** The dimension's value it stands for; undefined when it stands for the whole. */
  readonly part: { readonly dimension: string; readonly value: string | null } | undefined
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

/** An answer over time as lines on one axis: the largest first, gaps where there is no number, nothing in the future. */
export function timelineOf(drawing: Drawing): Timeline {
  const { answer } = drawing
  const { comparison } = answer
  const axis = axisOf(answer, answer.rows, answer.range, drawing)
  const axisBefore = comparison ? axisOf(answer, comparison.rows, comparison.range, drawing) : undefined
  const parts = partsOf(drawing)
  const dimension = dimensionColumns(answer)[0]?.id
  const drawn = dimension === undefined ? parts : parts.slice(0, mostSeries)
  const colours =
    dimension === undefined
      ? coloursInOrder(drawn.length, drawing.scheme)
      : coloursOf(
          dimension,
          drawn.map((part) => part.value ?? null),
          drawing.scheme,
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
        dimension === undefined ? metricTitle(drawing, part.metric) : valueName(drawing, dimension, part.value ?? null),
      metric: part.metric,
      unit: part.unit,
      additive: info?.additive ?? false,
      colour: colours[position] ?? '',
      part: dimension === undefined ? undefined : { dimension, value: part.value ?? null },
      values: read(answer.rows, axis, axis.future),
      before: comparison && axisBefore ? read(comparison.rows, axisBefore, axisBefore.keys.length) : undefined,
    }
  })
  return { axis, axisBefore, series, found: parts.length }
}

/**
 * The values of a part by their place. An hour that clocks repeat has the same name twice: without a dimension rows and
 * places are the same in number and order, and stay two; with one, both hours are one place and the later row is it.
 */
function readPart(part: Part, rows: Answer['rows'], time: number, { keys }: TimeAxis): ReadonlyMap<number, Value> {
  if (part.value === undefined && rows.length === keys.length) {
    return new Map(rows.map((row, place) => [place, asValue(row[part.at])]))
  }
  const placeOf = new Map(keys.map((key, place) => [key, place]))
  const found = new Map<number, Value>()
  for (const row of rows) {
    const place = placeOf.get(String(row[time]))
    if (place !== undefined && part.holds(row)) found.set(place, asValue(row[part.at]))
  }
  return found
}

type Part = {
  readonly key: string
  readonly metric: string
  readonly unit: Unit
  /** The column of the metric in a row. */
  readonly at: number
  readonly value: string | null | undefined
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
  return [...sizes]
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

export const asValue = (cell: Cell | undefined): Value => (typeof cell === 'number' ? cell : null)
export const asWord = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell)
