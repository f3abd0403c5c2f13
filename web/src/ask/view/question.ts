import type { Answer, Question } from '../answer.ts'
import type { TitledPanel } from '../catalogue.ts'
import { automaticGranularity, endsOf } from './range.ts'
import type { Filter, View } from './view.ts'

/** Of a panel only what decides its question. */
export type Asked = Pick<TitledPanel, 'kind' | 'metrics' | 'dimensions' | 'granularity' | 'cycle'>

/** Where and when a view is read, for what depends on it. */
export type Place = { readonly zone: string; readonly now: number; readonly picked: string | undefined }

/** Rows a panel asks for when it splits: enough for a table to be complete, and still one answer. */
const mostRows = 10_000

/** The question a panel asks in a view. The same view gives the same question, however often it is asked. */
export function questionOf(panel: Asked, view: View, place: Place): Question {
  const granularity = granularityOf(panel, view, place)
  const { dimensions } = panel
  const metrics = metricsOf(panel, place.picked)
  const first = metrics[0]
  return {
    metrics,
    range: view.range,
    time_zone: place.zone,
    ...(granularity === undefined ? {} : { granularity }),
    ...(panel.cycle === 'sum' ? {} : { cycle: panel.cycle }),
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(view.filters.length === 0 ? {} : { filters: view.filters.map(asked) }),
    ...(view.compare === 'none' || !isComparable(panel) ? {} : { compare: view.compare }),
    ...(dimensions.length > 0 && granularity === undefined && first !== undefined
      ? { order: [{ by: first, desc: true }] }
      : {}),
    ...(dimensions.length > 0 ? { limit: mostRows } : {}),
  }
}

export const asked = ({ dimension, op, values }: Filter) =>
  op === 'exists' || op === 'not_exists' ? { dimension, op } : { dimension, op, values }

/** The panel's metrics with the picked one in its place. */
export function metricsOf(panel: Pick<TitledPanel, 'metrics'>, picked: string | undefined): readonly string[] {
  return panel.metrics.flatMap((metric) => (metric === '$picked' ? (picked === undefined ? [] : [picked]) : [metric]))
}

function granularityOf(panel: Asked, view: View, { zone, now }: Place): string | undefined {
  if (!isOverTime(panel)) return panel.granularity ?? undefined
  return view.granularity === 'auto' ? automaticGranularity(endsOf(view.range, zone, now)) : view.granularity
}

/** Whether the reader chooses its buckets. A card's number is a total, but its line has a time. */
export const isOverTime = ({ kind, granularity }: Asked): boolean =>
  granularity === 'auto' || (granularity === null && (kind === 'cards' || kind === 'line'))

/** Shares of a whole and rhythms of a week are not drawn beside others. */
export const isComparable = ({ kind }: Asked): boolean => kind !== 'heat_map' && kind !== 'pie'

/** The metric columns of an answer, with where they are in a row. */
export function metricColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'metric')
}

export function dimensionColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'dimension')
}

export const timeColumn = (answer: Pick<Answer, 'columns'>): number =>
  answer.columns.findIndex((column) => column.role === 'time')
