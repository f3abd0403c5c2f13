import { type ComponentType, lazy } from 'react'
import type { TitledPanel, WidgetKind } from '../ask/catalogue.ts'
import { BarView } from './bar/view.tsx'
import { CardsView } from './cards/view.tsx'
import type { WidgetProps } from './drawing.ts'
import { HeatMapView } from './heat-map/view.tsx'
import { LineView } from './line/view.tsx'
import { PieView } from './pie/view.tsx'

// Tables bring their own library, and the first sight of a page is seldom one.
const TableView = lazy(() => import('./table/view.tsx').then((table) => ({ default: table.TableView })))

export type Kind = {
  readonly View: ComponentType<WidgetProps>
  /** Its height in pixels, known before there is an answer, so that nothing jumps. */
  heightOf(panel: Pick<TitledPanel, 'width' | 'metrics'>): number
  /** Whether it is a picture, which can be opened as a table and kept as an image. */
  readonly isChart: boolean
}

/** Every kind of panel that can be drawn. A new kind is a folder beside these and a line here. */
export const kinds: Readonly<Record<WidgetKind, Kind>> = {
  cards: { View: CardsView, heightOf: ({ metrics }) => (metrics.length === 1 ? 48 : 156), isChart: false },
  line: { View: LineView, heightOf: ({ width }) => (width >= 12 ? 300 : 260), isChart: true },
  bar: { View: BarView, heightOf: () => 260, isChart: true },
  pie: { View: PieView, heightOf: () => 260, isChart: true },
  heat_map: { View: HeatMapView, heightOf: () => 640, isChart: true },
  table: { View: TableView, heightOf: () => 340, isChart: false },
}
