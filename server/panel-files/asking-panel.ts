import {
  type DashboardView,
  namedMetrics,
  type PanelPlace,
  panelQuestion,
} from '@parley/core/dashboards/panel-question.ts'
import { dimensionsOf } from '@parley/core/query/catalogue.ts'
import type { FilterRequest, QueryRequest } from '@parley/core/query/request.ts'
import { resolveRange } from '@parley/core/time/range.ts'
import { localMsAt, localRange } from '@parley/core/time/zone.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { ToldDashboard } from '../boards/told-dashboards.ts'

export type AskingPanel = {
  /** Null where nothing is left to ask. */
  readonly question: QueryRequest | null
  /** Metrics that are gone, or that the filters in force cannot be asked of: visits have no agent. */
  readonly leftOut: readonly string[]
}

/** What panels ask in a view, in a known time zone and as of an instant. */
export function askingPanels(view: DashboardView<FilterRequest>, timeZone: string, now: number) {
  const place: PanelPlace = {
    ...{ timeZone, now, today: new Date(localMsAt(now, timeZone)).toISOString().slice(0, 10) },
    localEnds: (range) => {
      const resolved = resolveRange(range, { timeZone, now })
      return resolved.ok ? localRange(resolved, timeZone) : null
    },
    isAskable: (metric) => isAskable(metric, view.filters),
  }
  return (panel: ToldDashboard['panels'][number]): AskingPanel => {
    const question = panelQuestion(panel, view, place)
    const leftOut = namedMetrics(panel, view.picked).filter((id) => !question.metrics.includes(id))
    return { question: question.metrics.length === 0 ? null : question, leftOut }
  }
}

function isAskable(id: string, filters: readonly FilterRequest[]): boolean {
  const metric = catalogue.metrics.get(id)
  if (metric === undefined) return false
  const known = new Set(dimensionsOf(catalogue, metric).map((dimension) => dimension.id))
  // One that there is not at all is left for the engine to refuse, in its words.
  return filters.every(({ dimension }) => known.has(dimension) || !catalogue.dimensions.has(dimension))
}
