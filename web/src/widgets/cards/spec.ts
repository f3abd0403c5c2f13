import type { Benchmark, Spread } from '../../ask/use-benchmark.ts'
import { type Change, changeOf } from '../../ui/formats/change.ts'
import type { ShownUnit } from '../../ui/formats/unit.ts'
import { exact, short, type Value } from '../../ui/formats/value.ts'
import { type Drawing, metricTitle } from '../drawing.ts'
import { type Series, timelineOf } from '../timeline.ts'

export type Card = {
  readonly metric: string
  readonly title: string
  readonly unit: ShownUnit
  /** Short, for the card; `exact` for the hover. */
  readonly value: string
  readonly exact: string
  readonly change: Change | null
  /** Whether the change is welcome, where the metric says which way is good. */
  readonly mood: 'good' | 'bad' | 'plain'
  /** Whether it is compared: then the change has its place, also while the answer is an older one without it. */
  readonly isCompared: boolean
  /** The compared value; undefined when nothing is compared. */
  readonly before: string | undefined
  /** What other organizations have; undefined where there is no such number. */
  readonly benchmark: CardBenchmark | undefined
  readonly line: readonly Value[]
  /** The place in `line` that is still filling, or −1. */
  readonly running: number
}

/** What organizations have that are set beside one's own. */
export type CardBenchmark = {
  /** Their mean; of what adds up, where a sum over all says nothing beside one's own, that of the one in the middle. */
  readonly kind: 'mean' | 'median'
  readonly value: string
  /** From what to what the middle half of them has, where that is known. */
  readonly middle: { readonly from: string; readonly to: string } | undefined
  readonly band: Band | undefined
}

/** Places on a line, 0–1: the middle half, the tick of the benchmark and one's own number. */
export type Band = { readonly from: number; readonly to: number; readonly tick: number; readonly own: number | null }

/** One card for each metric of an answer. */
export function cardsSpec(drawing: Drawing): readonly Card[] {
  const { answer, language, isCompared } = drawing
  const timeline = timelineOf(drawing)
  return timeline.series.map((series): Card => {
    const value = answer.totals[series.metric] ?? null
    const before = isCompared ? answer.comparison?.totals[series.metric] : undefined
    const change = before === undefined ? null : changeOf(value, before, series.unit, language)
    return {
      metric: series.metric,
      title: metricTitle(drawing, series.metric),
      unit: series.unit,
      value: short(value, series.unit, language),
      exact: exact(value, series.unit, language),
      change,
      mood: moodOf(change, drawing.metrics.get(series.metric)?.better),
      isCompared,
      before: before === undefined ? undefined : exact(before, series.unit, language),
      benchmark: benchmarkOf(drawing, series, value),
      line: series.values,
      running: timeline.axis.running,
    }
  })
}

/** What is set beside a number of one's own; null where there is no such number. */
function figureOf(benchmark: Benchmark[string] | undefined, additive: boolean): Value {
  return (additive ? benchmark?.spread?.median : benchmark?.value) ?? null
}

/** What a card will tell of others, known before its own number is; undefined where it tells nothing of them. */
export function placeOfBenchmark(
  benchmark: Benchmark[string] | undefined,
  additive: boolean,
): { readonly hasBand: boolean } | undefined {
  const { spread } = benchmark ?? {}
  return figureOf(benchmark, additive) === null ? undefined : { hasBand: spread !== null && spread !== undefined }
}

function benchmarkOf(
  { benchmark, language }: Drawing,
  { metric, unit, additive }: Series,
  own: Value,
): CardBenchmark | undefined {
  const spread = benchmark?.[metric]?.spread ?? null
  const value = figureOf(benchmark?.[metric], additive)
  if (value === null) return undefined
  const text = (one: number) => exact(one, unit, language)
  return {
    kind: additive ? 'median' : 'mean',
    value: text(value),
    middle: spread === null ? undefined : { from: text(spread.p25), to: text(spread.p75) },
    band: spread === null ? undefined : bandOf(spread, value, own),
  }
}

/** The line is as long as what stands on it, with some room at both ends. */
function bandOf({ p25, p75 }: Spread, tick: number, own: Value): Band | undefined {
  const all = [p25, p75, tick, ...(own === null ? [] : [own])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  if (least === most) return undefined
  const place = (value: number) => 0.04 + (0.92 * (value - least)) / (most - least)
  return { from: place(p25), to: place(p75), tick: place(tick), own: own === null ? null : place(own) }
}

function moodOf(change: Change | null, better: 'more' | 'less' | null | undefined): Card['mood'] {
  if (change === null || better === undefined || better === null || change.direction === 'same') return 'plain'
  return (change.direction === 'up') === (better === 'more') ? 'good' : 'bad'
}
