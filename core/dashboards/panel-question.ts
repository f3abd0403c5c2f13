import { type Panel, type PanelFilter, pickedMetric } from '../declare/dashboard.ts'
import type { QueryRequest } from '../query/request.ts'
import { automaticGranularity } from '../time/automatic.ts'
import type { TimeRange } from '../time/granularity.ts'
import type { RangeInput } from '../time/range.ts'
import { windowRange } from './window-range.ts'

/*
 * What a panel asks, said once for the app, the workbook and the bench. The app takes this file along: it must stay small
 * and know no time zones and no catalogue. Those are different on either side and are given (`PanelPlace`).
 */

/** Of a panel what decides its question. */
export type AskedPanel = {
  readonly [Field in
    | 'kind'
    | 'metrics'
    | 'dimensions'
    | 'granularity'
    | 'finest'
    | 'cycle'
    | 'window'
    | 'only']-?: Exclude<Panel[Field], undefined> | null
}

type Granularity = NonNullable<QueryRequest['granularity']>

/** What a reader chose for a whole dashboard. */
export type DashboardView<Filter> = Pick<QueryRequest, 'compare' | 'compare_match'> & {
  readonly range: RangeInput
  readonly filters: readonly Filter[]
  readonly granularity: Granularity
  /** The metric of the picker. */
  readonly picked: string | undefined
}

/** Where and when a view is read. */
export type PanelPlace = {
  readonly timeZone: string
  /** UTC milliseconds. */
  readonly now: number
  /** The local day of `now`, `2026-03-01`. */
  readonly today: string
  /** What the wall shows at the ends of a range, as milliseconds; null where it is no range. */
  readonly localEnds: (range: RangeInput) => TimeRange | null
  /** Whether there is a metric, and the filters in force can be asked of it: visits have no agent. */
  readonly isAskable: (metric: string) => boolean
}

/** What `POST /v1/query` is asked; without metrics nothing is left to ask. */
export type PanelQuestion<Filter> = {
  metrics: string[]
  range: RangeInput
  time_zone: string
  granularity?: Granularity
  cycle?: 'mean'
  dimensions?: string[]
  filters?: (Filter | OwnFilter)[]
  compare?: NonNullable<QueryRequest['compare']>
  compare_match?: NonNullable<QueryRequest['compare_match']>
  order?: { by: string; desc: boolean }[]
  limit?: number
}

type OwnFilter = { dimension: string; op: 'in'; values: string[] }

/** Rows a panel asks for when it splits: enough for a table to be complete, and still one answer. */
export const mostRows = 10_000

/** The question that a panel asks in a view. The same view gives the same question, however often it is asked. */
export function panelQuestion<Filter>(
  panel: AskedPanel,
  view: DashboardView<Filter>,
  { timeZone, now, today, localEnds, isAskable }: PanelPlace,
): PanelQuestion<Filter> {
  const metrics = namedMetrics(panel, view.picked).filter(isAskable)
  const [first] = metrics
  const range = panel.window === null ? view.range : windowRange(panel.window, now, today)
  const granularity = granularityOf(panel, view.granularity, range, localEnds)
  const dimensions = askedDimensions(panel)
  const filters = [...view.filters, ...ownFilters(panel)]
  return {
    metrics,
    range,
    time_zone: timeZone,
    ...(granularity === null ? {} : { granularity }),
    ...(panel.cycle === 'mean' ? { cycle: 'mean' } : {}),
    ...(dimensions.length === 0 ? {} : { dimensions, limit: mostRows }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(view.compare && isComparable(panel)
      ? { compare: view.compare, ...(view.compare_match ? { compare_match: view.compare_match } : {}) }
      : {}),
    ...(dimensions.length > 0 && granularity === null && first !== undefined
      ? { order: [{ by: first, desc: true }] }
      : {}),
  }
}

/** The panel's metrics with the picked one in its place. */
export const namedMetrics = ({ metrics }: Pick<AskedPanel, 'metrics'>, picked: string | undefined): string[] =>
  (metrics ?? []).flatMap((id) => (id === pickedMetric ? (picked ?? []) : [id]))

/** The filter that a panel has by itself. */
export const ownFilters = ({ only }: { readonly only: PanelFilter | null }): OwnFilter[] =>
  only === null ? [] : [{ dimension: only.dimension, op: 'in', values: [...only.values] }]

/** What is told beside the compared range, a pie in its tips: shares of a whole, rhythms of a week and what lasts until now are not. */
export const isComparable = ({ kind, window }: Pick<AskedPanel, 'kind' | 'window'>): boolean =>
  window === null && (kind === 'pie' || kind === 'cards' || kind === 'line' || kind === 'bar' || kind === 'table')

/** Whether the reader chooses its buckets. A card's number is a total, but its line has a time. */
export const isOverTime = ({ kind, granularity }: Pick<AskedPanel, 'kind' | 'granularity'>): boolean =>
  granularity === 'auto' || (granularity === null && (kind === 'cards' || kind === 'line'))

/** A map of places also says in which region and country they are: coordinates alone tell nobody where that is. */
const askedDimensions = ({ kind, dimensions }: AskedPanel): string[] =>
  kind === 'map' && dimensions?.includes('place') ? ['country', 'region', 'place'] : [...(dimensions ?? [])]

/** What is automatic is named, unless the range is none: that is the engine's to refuse, in its words. */
function granularityOf(
  panel: AskedPanel,
  chosen: Granularity,
  range: RangeInput,
  localEnds: PanelPlace['localEnds'],
): Granularity | null {
  if (!isOverTime(panel)) return panel.granularity
  const ends = chosen === 'auto' ? localEnds(range) : null
  return ends === null ? chosen : automaticGranularity(ends, panel.finest)
}
