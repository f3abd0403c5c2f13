import type { PanelGranularity, PanelKind } from '../declare/dashboard.ts'

/** How many of something there may be, both ends included. */
export type Span = { readonly least: number; readonly most: number }

/** What a kind of panel can draw. */
export type PanelRule = {
  readonly metrics: Span
  readonly dimensions: Span
  /** How it is cut by time, the usual way first; null is one total. */
  readonly granularities: readonly (PanelGranularity | null)[]
  /** Its numbers stand on one axis, so they are of one unit. */
  readonly hasOneUnit?: true
  /** It draws parts of a whole, so only what adds up. */
  readonly isOfParts?: true
  /** A mark is a metric or a value of a dimension: several metrics are not split. */
  readonly isSplitOrSeveral?: true
  /** It stands over something: time, or a dimension. */
  readonly needsAxis?: true
  /** Split by one of these it adds parts up as well. */
  readonly addsUpBy?: readonly string[]
  /** Its dimension has an order: a closed list of values, or numbers. */
  readonly needsOrder?: true
  /** What it shows is written or listed one by one, so only of some metrics. */
  readonly needsRows?: true
  readonly onlyMetrics?: readonly string[]
  /** What it shows has a place of its own, so only by some dimensions. */
  readonly onlyDimensions?: readonly string[]
}

const one: Span = { least: 1, most: 1 }
const none: Span = { least: 0, most: 0 }
const oneAtMost: Span = { least: 0, most: 1 }

/** The rules of every kind of panel: for the dashboards we declare and for those that people compose. */
export const panelRules: Readonly<Record<PanelKind, PanelRule>> = {
  cards: { metrics: { least: 1, most: 12 }, dimensions: none, granularities: ['auto', null] },
  line: {
    metrics: { least: 1, most: 8 },
    dimensions: oneAtMost,
    granularities: ['auto', 'month'],
    hasOneUnit: true,
    isSplitOrSeveral: true,
  },
  bar: {
    metrics: { least: 1, most: 8 },
    dimensions: oneAtMost,
    granularities: ['auto', null, 'month', 'hour_of_day', 'day_of_week'],
    hasOneUnit: true,
    isSplitOrSeveral: true,
    needsAxis: true,
  },
  shares: { metrics: one, dimensions: one, granularities: ['auto', 'month'], hasOneUnit: true, isOfParts: true },
  bars_and_line: {
    metrics: { least: 2, most: 6 },
    dimensions: none,
    granularities: ['month', 'auto'],
    hasOneUnit: true,
  },
  pie: { metrics: one, dimensions: one, granularities: [null], hasOneUnit: true, isOfParts: true },
  histogram: {
    metrics: one,
    dimensions: one,
    granularities: [null],
    hasOneUnit: true,
    isOfParts: true,
    needsOrder: true,
  },
  funnel: {
    metrics: { least: 2, most: 8 },
    dimensions: none,
    granularities: [null],
    hasOneUnit: true,
    isOfParts: true,
  },
  heat_map: { metrics: one, dimensions: none, granularities: ['hour_of_week'], hasOneUnit: true },
  map: {
    metrics: one,
    dimensions: one,
    granularities: [null],
    hasOneUnit: true,
    onlyDimensions: ['country', 'place'],
    // A country has what its places have, and what is near is seen as one.
    addsUpBy: ['place'],
  },
  phrases: {
    metrics: one,
    dimensions: none,
    granularities: [null],
    onlyMetrics: ['contact_messages', 'bot_messages', 'agent_messages'],
  },
  records: { metrics: one, dimensions: none, granularities: [null], needsRows: true },
  table: {
    metrics: { least: 1, most: 12 },
    dimensions: { least: 0, most: 3 },
    granularities: [null, 'auto', 'month'],
    needsAxis: true,
  },
}
