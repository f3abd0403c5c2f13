import { panelQuestion } from '@parley/core/dashboards/panel-question.ts'
import { bucketOf, wallClock } from '../../ui/formats/local-time.ts'
import type { Answer, Question } from '../answer.ts'
import type { MetricInfo, TitledPanel } from '../catalogue.ts'
import { endsOf, msOf } from './range.ts'
import type { Filter, Range, View } from './view.ts'

/** Of a panel only what decides its question. */
export type Asked = Pick<
  TitledPanel,
  'kind' | 'metrics' | 'dimensions' | 'granularity' | 'finest' | 'cycle' | 'window' | 'only'
>

/** Where and when a view is read, for what depends on it. */
export type Place = {
  readonly zone: string
  readonly now: number
  readonly picked: string | undefined
  /** To leave out what the filters in force cannot be asked of; without it nothing is left out. */
  readonly metrics?: ReadonlyMap<string, Pick<MetricInfo, 'dimensions'>>
}

/** The question a panel asks in a view. */
export function questionOf(panel: Asked, view: View, { zone, now, picked, metrics }: Place): Question {
  const { range, granularity, compare, match } = view
  const chosen = {
    ...{ range, granularity, picked, filters: view.filters.map(asked) },
    ...(compare === 'none' ? {} : { compare, compare_match: match }),
  }
  return panelQuestion(panel, chosen, {
    ...{ timeZone: zone, now, today: bucketOf(wallClock(now, zone), 'day') },
    // Named ranges come from the view and from windows: they are among those that the app knows.
    localEnds: (one) => msOf(endsOf(one as Range, zone, now)),
    isAskable: (metric) => {
      const dimensions = metrics?.get(metric)?.dimensions
      if (dimensions === undefined) return metrics === undefined
      return view.filters.every(({ dimension }) => dimensions.includes(dimension))
    },
  })
}

export const asked = ({ dimension, op, values }: Filter) =>
  op === 'exists' || op === 'not_exists' ? { dimension, op } : { dimension, op, values }

/** Phrases and records are asked for in other ways, and have no file of the engine's. */
export const isAnswered = ({ kind }: Pick<Asked, 'kind'>): boolean => kind !== 'phrases' && kind !== 'records'

/** The metric columns of an answer, with where they are in a row. */
export function metricColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'metric')
}

export function dimensionColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'dimension')
}

export const timeColumn = (answer: Pick<Answer, 'columns'>): number =>
  answer.columns.findIndex((column) => column.role === 'time')
