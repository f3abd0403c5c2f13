import type { Answer, Question } from '../answer.ts'
import type { MetricInfo, TitledPanel } from '../catalogue.ts'
import { automaticGranularity, endsOf } from './range.ts'
import type { Filter, View } from './view.ts'
import { rangeOfWindow } from './window.ts'

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

/** Rows a panel asks for when it splits: enough for a table to be complete, and still one answer. */
export const mostRows = 10_000

/** The question a panel asks in a view. The same view gives the same question, however often it is asked. */
export function questionOf(panel: Asked, view: View, place: Place): Question {
  const range = panel.window === null ? view.range : rangeOfWindow(panel.window, place.zone, place.now)
  const granularity = granularityOf(panel, { ...view, range }, place)
  const dimensions = askedDimensions(panel)
  const filters = [...view.filters, ...ownFilters(panel)]
  const metrics = askableOf(metricsOf(panel, place.picked), view.filters, place.metrics)
  const first = metrics[0]
  return {
    metrics,
    range,
    time_zone: place.zone,
    ...(granularity === undefined ? {} : { granularity }),
    ...(panel.cycle === 'sum' ? {} : { cycle: panel.cycle }),
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(filters.length === 0 ? {} : { filters: filters.map(asked) }),
    ...(view.compare === 'none' || !isComparable(panel)
      ? {}
      : { compare: view.compare, ...(view.match === undefined ? {} : { compare_match: view.match }) }),
    ...(dimensions.length > 0 && granularity === undefined && first !== undefined
      ? { order: [{ by: first, desc: true }] }
      : {}),
    ...(dimensions.length > 0 ? { limit: mostRows } : {}),
  }
}

/** A map of places also says in which region and country they are: coordinates alone tell nobody where that is. */
const askedDimensions = ({ kind, dimensions }: Asked): readonly string[] =>
  kind === 'map' && dimensions.includes('place') ? ['country', 'region', 'place'] : dimensions

/** The filter that a panel has by itself. */
export const ownFilters = ({ only }: Pick<Asked, 'only'>): readonly Filter[] =>
  only === null ? [] : [{ dimension: only.dimension, op: 'in', values: only.values }]

export const asked = ({ dimension, op, values }: Filter) =>
  op === 'exists' || op === 'not_exists' ? { dimension, op } : { dimension, op, values }

/** The panel's metrics with the picked one in its place. */
export function metricsOf(panel: Pick<TitledPanel, 'metrics'>, picked: string | undefined): readonly string[] {
  return panel.metrics.flatMap((metric) => (metric === '$picked' ? (picked === undefined ? [] : [picked]) : [metric]))
}

function granularityOf(panel: Asked, view: View, { zone, now }: Place): string | undefined {
  if (!isOverTime(panel)) return panel.granularity ?? undefined
  if (view.granularity !== 'auto') return view.granularity
  return automaticGranularity(endsOf(view.range, zone, now), panel.finest)
}

/** Whether the reader chooses its buckets. A card's number is a total, but its line has a time. */
export const isOverTime = ({ kind, granularity }: Asked): boolean =>
  granularity === 'auto' || (granularity === null && (kind === 'cards' || kind === 'line'))

/** What is told beside the compared range, a pie in its tips: shares of a whole, rhythms of a week and what lasts until now are not. */
export const isComparable = ({ kind, window }: Pick<Asked, 'kind' | 'window'>): boolean =>
  window === null && (kind === 'pie' || kind === 'cards' || kind === 'line' || kind === 'bar' || kind === 'table')

/** Phrases and records are asked for in other ways, and have no file of the engine's. */
export const isAnswered = ({ kind }: Pick<Asked, 'kind'>): boolean => kind !== 'phrases' && kind !== 'records'

/** The metrics that there are and that all filters in force can be asked of: visits have no agent. */
export function askableOf(
  metrics: readonly string[],
  filters: readonly Filter[],
  known: Place['metrics'],
): readonly string[] {
  return metrics.filter((id) => {
    const dimensions = known?.get(id)?.dimensions
    if (dimensions === undefined) return known === undefined
    return filters.every(({ dimension }) => dimensions.includes(dimension))
  })
}

/** The metric columns of an answer, with where they are in a row. */
export function metricColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'metric')
}

export function dimensionColumns(answer: Pick<Answer, 'columns'>) {
  return answer.columns.map((column, at) => ({ ...column, at })).filter((column) => column.role === 'dimension')
}

export const timeColumn = (answer: Pick<Answer, 'columns'>): number =>
  answer.columns.findIndex((column) => column.role === 'time')
