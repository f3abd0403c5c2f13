/** The kinds of panel the web app draws. */
export type PanelKind = 'cards' | 'line' | 'bar' | 'heat_map' | 'table'

/** One panel: a question to the engine and a way to draw its answer. No SQL, no numbers. */
export type Panel = {
  readonly id: string
  readonly kind: PanelKind
  /** Metric ids; `$picked` stands for the metric chosen in the dashboard's picker. */
  readonly metrics: readonly string[]
  readonly dimensions?: readonly string[]
  /** `auto` follows the length of the range; none gives one total. */
  readonly granularity?: 'auto' | 'hour_of_week' | 'hour_of_day' | 'day_of_week'
  /** Cyclic panels may show the mean per cycle (per week, per day) instead of the sum. */
  readonly cycle?: 'sum' | 'mean'
  /** Columns of a twelve-column grid. */
  readonly width: 3 | 4 | 6 | 8 | 12
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
