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
  /** The compared value; undefined when nothing is compared. */
  readonly before: string | undefined
  /** What other organizations have; undefined where there is no such number. */
  readonly benchmark: string | undefined
  readonly line: readonly Value[]
  /** The place in `line` that is still filling, or −1. */
  readonly running: number
}

/** One card for each metric of an answer. */
export function cardsSpec(drawing: Drawing): readonly Card[] {
  const { answer, language } = drawing
  const timeline = timelineOf(drawing)
  return timeline.series.map((series): Card => {
    const value = answer.totals[series.metric] ?? null
    const before = answer.comparison?.totals[series.metric]
    const change = before === undefined ? null : changeOf(value, before, series.unit, language)
    return {
      metric: series.metric,
      title: metricTitle(drawing, series.metric),
      unit: series.unit,
      value: short(value, series.unit, language),
      exact: exact(value, series.unit, language),
      change,
      mood: moodOf(change, drawing.metrics.get(series.metric)?.better),
      before: before === undefined ? undefined : exact(before, series.unit, language),
      benchmark: benchmarkOf(drawing, series),
      line: series.values,
      running: timeline.axis.running,
    }
  })
}

/** Of what adds up the benchmark is the sum over organizations: beside the number of one it would say nothing. */
function benchmarkOf({ benchmark, language }: Drawing, { metric, unit, additive }: Series): string | undefined {
  const value = benchmark?.[metric]
  return additive || value === undefined || value === null ? undefined : exact(value, unit, language)
}

function moodOf(change: Change | null, better: 'more' | 'less' | null | undefined): Card['mood'] {
  if (change === null || better === undefined || better === null || change.direction === 'same') return 'plain'
  return (change.direction === 'up') === (better === 'more') ? 'good' : 'bad'
}
