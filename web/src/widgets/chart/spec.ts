import type { ECBasicOption } from 'echarts/types/dist/shared'
import type { Picked } from '../drawing.ts'

/** What is told at one place of a chart. */
export type Tip = {
  readonly title: string
  readonly rows: readonly TipRow[]
}

export type TipRow = {
  readonly name: string
  readonly value: string
  readonly extra?: string
  /** None for a row that stands for nothing drawn, such as a total. */
  readonly colour?: string
  /** Drawn lighter: the compared range. */
  readonly isBefore?: boolean
}

export type LegendItem = { readonly key: string; readonly name: string; readonly colour: string }

/** The chart in words and numbers: for screen readers, and for who prefers a table. */
export type TextTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart as data: what to draw, what to tell at each place, whose records each place opens. A pure function of its drawing. */
export type ChartSpec = {
  readonly option: ECBasicOption
  /** `axis`: places lie along the horizontal axis; `items`: each bar or slice is a place. */
  readonly kind: 'axis' | 'items'
  /** How many places there are to stand on. */
  readonly places: number
  tipAt(place: number): Tip
  /** On an axis the value under the pointer decides which of several lines was meant. */
  pickAt(place: number, value?: number): Picked | undefined
  readonly legend: readonly LegendItem[]
  /** Told when there was more than could be drawn. */
  readonly cut?: { readonly shown: number; readonly all: number }
  readonly table: TextTable
}
