import type { Unit } from '@parley/core/declare/metric.ts'
import type { Answer, Cell } from '../ask/answer.ts'
import { dimensionColumns, metricColumns, timeColumn } from '../ask/view/question.ts'
import { bucketOf, type Granularity, type LocalTime, nextBucket, wallClock } from '../ui/formats/local-time.ts'
import type { Value } from '../ui/formats/value.ts'
import { coloursInOrder, coloursOf } from '../ui/tokens/meanings.ts'
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
  /** One for each bucket; null is a gap. */
  readonly values: readonly Value[]
  /** The compared range, bucket by bucket from its start. */
  readonly before: readonly Value[] | undefined
}

export type Timeline = {
  readonly granularity: Granularity
  readonly buckets: readonly LocalTime[]
  readonly bucketsBefore: readonly LocalTime[]
  /** The bucket that is still filling, or −1. */
  readonly running: number
  readonly series: readonly Series[]
  /** How many series there are in the answer: more than are drawn. */
  readonly found: number
}

/** More lines than colours cannot be told apart. */
export const mostSeries = 8

/** An answer over time as lines on one axis of buckets: the largest first, gaps where there is no number, none in the future. */
export function timelineOf(drawing: Drawing): Timeline {
  const { answer } = drawing
  const granularity = (drawing.granularity ?? 'day') as Granularity
  const buckets = bucketsOf(answer, answer.rows, answer.range, granularity)
  const bucketsBefore =
    answer.comparison === undefined
      ? []
      : bucketsOf(answer, answer.comparison.rows, answer.comparison.range, granularity)
  const clock = wallClock(answer.as_of, answer.time_zone)
  const now = bucketOf(clock, granularity)
  const parts = partsOf(drawing)
  const drawn = parts.slice(0, mostSeries)
  const dimension = dimensionColumns(answer)[0]?.id
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
    const read = (rows: Answer['rows'], axis: readonly LocalTime[], isPast: boolean): Value[] => {
      const found = new Map<string, Value>()
      for (const row of rows) if (part.holds(row)) found.set(String(row[timeColumn(answer)]), asValue(row[part.at]))
      return axis.map((bucket) => (!isPast && bucket > now ? null : (found.get(bucket) ?? empty)))
    }
    return {
      key: part.key,
      name: dimension === undefined ? metricTitle(drawing, part.metric) : valueName(drawing, dimension, part.value ?? null),
      metric: part.metric,
      unit: part.unit,
      additive: info?.additive ?? false,
      colour: colours[position] ?? '',
      part: dimension === undefined ? undefined : { dimension, value: part.value ?? null },
      values: read(answer.rows, buckets, false),
      before: answer.comparison === undefined ? undefined : read(answer.comparison.rows, bucketsBefore, true),
    }
  })
  return { granularity, buckets, bucketsBefore, running: buckets.indexOf(now), series, found: parts.length }
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

/** Without a dimension every bucket has a row; with one, empty buckets are missing and the axis follows from the range. */
function bucketsOf(
  answer: Pick<Answer, 'columns'>,
  rows: Answer['rows'],
  range: { readonly from: string; readonly to: string } | undefined,
  granularity: Granularity,
): LocalTime[] {
  const at = timeColumn(answer)
  const present = [...new Set(rows.map((row) => String(row[at])))].sort()
  const zone = (answer as Answer).time_zone
  if (range === undefined || dimensionColumns(answer).length === 0) return present
  const buckets: LocalTime[] = []
  const end = wallClock(new Date(range.to).getTime() - 1, zone)
  for (
    let bucket = bucketOf(wallClock(range.from, zone), granularity);
    bucket <= end && buckets.length < 5000;
    bucket = nextBucket(bucket, granularity)
  ) {
    buckets.push(bucket)
  }
  return buckets
}

export const asValue = (cell: Cell | undefined): Value => (typeof cell === 'number' ? cell : null)
export const asWord = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell)
