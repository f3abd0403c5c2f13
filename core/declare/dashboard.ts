/**
 * The kinds of panel the web app draws.
 *
 * - `cards`: a number each, with its change and its way over time.
 * - `line`: over time, one line for each metric or value of the dimension.
 * - `bar`: over time standing, parts that add up stacked; by a dimension lying, the largest first.
 * - `shares`: over time standing, the parts of each bucket as shares of it.
 * - `bars_and_line`: over time; the last metric is the line, those before it are bars, stacked.
 * - `pie`: the parts of one whole.
 * - `histogram`: the values of a closed list in the order of that list.
 * - `funnel`: each metric as a share of the first.
 * - `heat_map`: weekday by hour.
 * - `map`: by country, on a map of the world.
 * - `phrases`: what is written most, by those whose messages the metric counts.
 * - `records`: what the metric counts, one by one, the latest first.
 * - `table`: rows and columns.
 */
export const panelKinds = [
  'cards',
  'line',
  'bar',
  'shares',
  'bars_and_line',
  'pie',
  'histogram',
  'funnel',
  'heat_map',
  'map',
  'phrases',
  'records',
  'table',
] as const

export type PanelKind = (typeof panelKinds)[number]

/** A stretch of time of a panel's own, until now, whatever range the page shows. */
export const panelWindows = [
  'last_15_minutes',
  'last_30_minutes',
  'last_60_minutes',
  'today',
  'year_to_date',
  'last_12_months',
  'all_time',
] as const

export type PanelWindow = (typeof panelWindows)[number]

/** How a panel may be cut by time. `auto` follows the length of the range. */
export const panelGranularities = ['auto', 'month', 'hour_of_week', 'hour_of_day', 'day_of_week'] as const

export type PanelGranularity = (typeof panelGranularities)[number]

/** Of the twelve columns of the grid. */
export const panelWidths = [3, 4, 6, 8, 12] as const

/** In the place of a metric: the one chosen in the dashboard's picker. */
export const pickedMetric = '$picked'

export type PanelFilter = { readonly dimension: string; readonly values: readonly string[] }

/** One panel: a question to the engine and a way to draw its answer. No SQL, no numbers. */
export type Panel = {
  readonly id: string
  readonly kind: PanelKind
  /** Metric ids; `$picked` stands for the metric chosen in the dashboard's picker. */
  readonly metrics: readonly string[]
  readonly dimensions?: readonly string[]
  /** None gives one total. */
  readonly granularity?: PanelGranularity
  /** The finest buckets that `auto` gives: what is rare, split among many, says nothing by the day. */
  readonly finest?: 'week'
  /** Cyclic panels may show the mean per cycle (per week, per day) instead of the sum. */
  readonly cycle?: 'sum' | 'mean'
  /** Of which rows only, whatever the page is filtered by: the values of one dimension. */
  readonly only?: PanelFilter
  /** Of records: which of their columns are told, in this order; none: all that say something. */
  readonly columns?: readonly string[]
  /** None: the range of the page. */
  readonly window?: PanelWindow
  /** Columns of a twelve-column grid. */
  readonly width: (typeof panelWidths)[number]
}

export type Dashboard = {
  readonly id: string
  /** The navigation group (catalogue §4). */
  readonly group: string
  /** Dimensions offered as filters. */
  readonly filters: readonly string[]
  /** Metrics offered in the picker, the first chosen at the start. */
  readonly picker?: readonly string[]
  readonly panels: readonly Panel[]
  readonly source: readonly string[]
}
