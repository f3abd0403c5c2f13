import type { PanelKind } from '@parley/core/declare/dashboard.ts'
import type { ComponentType } from 'react'
import type { TitledPanel } from '../ask/catalogue.ts'
import { late } from '../ui/parts/late.tsx'
import { BarView } from './bar/view.tsx'
import { BarsAndLineView } from './bars-and-line/view.tsx'
import { CardsView, isHeadline } from './cards/view.tsx'
import type { WidgetProps } from './drawing.ts'
import { FunnelView } from './funnel/view.tsx'
import { HeatMapView } from './heat-map/view.tsx'
import { HistogramView } from './histogram/view.tsx'
import { LineView } from './line/view.tsx'
import { PhrasesView } from './phrases/view.tsx'
import { PieView } from './pie/view.tsx'
import { SharesView } from './shares/view.tsx'

// Tables bring their own library, and the first sight of a page is seldom one.
const TableView = late(async () => ({ default: (await import('./table/view.tsx')).TableView }))

// So do the shapes of countries.
const MapView = late(async () => ({ default: (await import('./map/view.tsx')).MapView }))

export type Kind = {
  readonly View: ComponentType<WidgetProps>
  /** Its height in pixels, known before there is an answer, so that nothing jumps. `about`: the metric whose own page it stands on. */
  heightOf(panel: Pick<TitledPanel, 'width' | 'metrics'>, about: string | undefined): number
  /** Whether it is a list that ends earlier where it has few rows; others keep their height. */
  readonly isList?: boolean
  /** Whether it is a picture, which can be opened as a table and kept as an image. */
  readonly isChart: boolean
}

/** Every kind of panel that can be drawn. A new kind is a folder beside these and a line here. */
export const kinds: Readonly<Record<PanelKind, Kind>> = {
  cards: { View: CardsView, heightOf: ({ metrics }, about) => (isHeadline(metrics, about) ? 48 : 156), isChart: false },
  line: { View: LineView, heightOf: ({ width }) => (width >= 12 ? 300 : 260), isChart: true },
  bar: { View: BarView, heightOf: () => 260, isChart: true },
  shares: { View: SharesView, heightOf: () => 280, isChart: true },
  bars_and_line: { View: BarsAndLineView, heightOf: ({ width }) => (width >= 12 ? 300 : 280), isChart: true },
  histogram: { View: HistogramView, heightOf: () => 260, isChart: true },
  funnel: { View: FunnelView, heightOf: ({ metrics }) => metrics.length * 56, isChart: true },
  phrases: { View: PhrasesView, heightOf: () => 340, isChart: false, isList: true },
  // Drawn by the panel itself: records are pages, not one answer.
  records: { View: () => null, heightOf: () => 340, isChart: false },
  // In a narrow panel the names stand below the ring.
  pie: { View: PieView, heightOf: ({ width }) => (width <= 4 ? 340 : 260), isChart: true },
  heat_map: { View: HeatMapView, heightOf: () => 640, isChart: true },
  map: { View: MapView, heightOf: ({ width }) => (width >= 12 ? 500 : 340), isChart: true },
  table: { View: TableView, heightOf: () => 340, isChart: false, isList: true },
}
