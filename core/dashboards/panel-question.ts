import { type Panel, pickedMetric } from '../declare/dashboard.ts'
import { type Catalogue, dimensionsOf } from '../query/catalogue.ts'
import type { FilterRequest, QueryRequest } from '../query/request.ts'
import { automaticGranularity } from '../time/automatic.ts'
import { dayMs } from '../time/granularity.ts'
import { type RangeInput, resolveRange } from '../time/range.ts'
import { windowRange } from './window-range.ts'

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

/** What a reader chose for a whole dashboard. */
export type DashboardView = Pick<QueryRequest, 'compare' | 'compare_match'> & {
  readonly range: RangeInput
  readonly filters: readonly FilterRequest[]
  readonly granularity: Exclude<QueryRequest['granularity'], null | undefined>
  /** The metric of the picker. */
  readonly picked: string | undefined
}

export type PanelQuestion = {
  /** Null where nothing is left to ask. */
  readonly question: QueryRequest | null
  /** Metrics that are gone, or that the filters in force cannot be asked of: visits have no agent. */
  readonly leftOut: readonly string[]
}

/** Rows a panel asks for when it splits: enough for a table to be complete, and still one answer. */
const mostRows = 10_000

/**
 * The question that a panel asks in a view, as the app asks it; but cards are asked for their numbers alone, without the
 * way of each over time.
 */
export function panelQuestion(
  panel: AskedPanel,
  view: DashboardView,
  { catalogue, timeZone, now }: { readonly catalogue: Catalogue; readonly timeZone: string; readonly now: number },
): PanelQuestion {
  const named = (panel.metrics ?? []).flatMap((id) => (id === pickedMetric ? (view.picked ?? []) : [id]))
  const metrics = named.filter((id) => isAskable(id, view.filters, catalogue))
  const leftOut = named.filter((id) => !metrics.includes(id))
  const first = metrics[0]
  if (first === undefined) return { question: null, leftOut }
  const range = panel.window === null ? view.range : windowRange(panel.window, timeZone, now)
  const granularity = granularityOf(panel, view.granularity, range, { timeZone, now })
  const dimensions = askedDimensions(panel)
  const own = panel.only ? [{ dimension: panel.only.dimension, op: 'in' as const, values: [...panel.only.values] }] : []
  const question: QueryRequest = {
    metrics,
    range,
    time_zone: timeZone,
    filters: [...view.filters, ...own],
    ...(granularity === null ? {} : { granularity }),
    ...(panel.cycle === 'mean' ? { cycle: 'mean' } : {}),
    ...(view.compare && isComparable(panel) ? { compare: view.compare, compare_match: view.compare_match } : {}),
    ...(dimensions.length === 0 ? {} : { dimensions, limit: mostRows }),
    ...(dimensions.length > 0 && granularity === null ? { order: [{ by: first, desc: true }] } : {}),
  }
  return { question, leftOut }
}

/** A map of places also says in which region and country they are: coordinates alone tell nobody where that is. */
function askedDimensions({ kind, dimensions }: AskedPanel): string[] {
  const own = [...(dimensions ?? [])]
  return kind === 'map' && own.includes('place') ? ['country', 'region', 'place'] : own
}

function isAskable(id: string, filters: readonly FilterRequest[], catalogue: Catalogue): boolean {
  const metric = catalogue.metrics.get(id)
  if (metric === undefined) return false
  const known = new Set(dimensionsOf(catalogue, metric).map((dimension) => dimension.id))
  // One that there is not at all is left for the engine to refuse, in its words.
  return filters.every(({ dimension }) => known.has(dimension) || !catalogue.dimensions.has(dimension))
}

/** What is told beside the compared range: shares of a whole, rhythms of a week and what lasts until now are not. */
const isComparable = ({ kind, window }: AskedPanel): boolean =>
  window === null && ['pie', 'cards', 'line', 'bar', 'table'].includes(kind ?? '')

function granularityOf(
  { kind, granularity, finest }: AskedPanel,
  chosen: DashboardView['granularity'],
  range: RangeInput,
  at: { readonly timeZone: string; readonly now: number },
): NonNullable<QueryRequest['granularity']> | null {
  if (kind === 'cards') return null
  const isChosen = granularity === 'auto' || (granularity === null && kind === 'line')
  if (!isChosen) return granularity
  if (chosen !== 'auto' || finest === null) return chosen
  const resolved = resolveRange(range, at)
  if (!resolved.ok) return chosen
  const automatic = automaticGranularity(resolved, at.timeZone)
  return automatic === 'day' && resolved.to - resolved.from > 21 * dayMs ? 'week' : automatic
}
