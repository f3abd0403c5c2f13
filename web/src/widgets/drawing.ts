import type { PanelKind } from '@parley/core/declare/dashboard.ts'
import type { Answer, Question, TimeValue } from '../ask/answer.ts'
import type { DimensionInfo, MetricInfo } from '../ask/catalogue.ts'
import { nameOfValue } from '../ask/name-of-value.ts'
import type { Benchmark } from '../ask/use-benchmark.ts'
import type { Filter } from '../ask/view/view.ts'
import type { Language } from '../ui/formats/language.ts'
import type { GivenColours } from '../ui/tokens/page-colours.ts'
import type { Scheme } from '../ui/tokens/palette.ts'

/** The few words of the app a drawing writes by itself; all others come with the answer. */
export type Words = {
  readonly none: string
  readonly other: string
  readonly total: string
  readonly before: string
  readonly running: string
  readonly time: string
  readonly description: string
  readonly hour: string
}

/** Everything a drawing is a function of. */
export type Drawing = {
  readonly kind: PanelKind
  readonly title: string
  readonly answer: Answer
  /** What was asked, because an answer need not repeat it. */
  readonly granularity: string | undefined
  readonly cycle: 'sum' | 'mean' | undefined
  /** Whether it was asked beside another range. */
  readonly isCompared: boolean
  /** Whether it shows a stretch of time of its own, not the range of the page. */
  readonly hasOwnWindow: boolean
  /** What other organizations have, by metric. */
  readonly benchmark?: Benchmark | undefined
  readonly metrics: ReadonlyMap<string, MetricInfo>
  readonly dimensions: ReadonlyMap<string, DimensionInfo>
  readonly language: Language
  readonly scheme: Scheme
  /** The colours of the page, also of values without one of their own. */
  readonly given: GivenColours
  readonly words: Words
}

/** A point, bar, slice or cell somebody opened: whose records, in words and as a question. */
export type Picked = {
  readonly metric: string
  readonly title: string
  /** None is the whole range of the view. */
  readonly range?: Question['range']
  readonly filters: readonly Filter[]
  readonly cycle?: { readonly granularity: string; readonly value: TimeValue }
}

/** How something was opened: by itself, beside what is chosen already (Ctrl or ⌘), or for its records (Shift). */
export type Gesture = 'only' | 'also' | 'records'

export const gestureOf = (event: {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): Gesture => (event.shiftKey ? 'records' : event.ctrlKey || event.metaKey ? 'also' : 'only')

/** The filters a pick stands for on a page that offers some; undefined where it only stands for records. */
export function filtersOfPick(
  { range, cycle, filters }: Picked,
  offered: readonly string[],
): readonly Filter[] | undefined {
  if (range !== undefined || cycle !== undefined || filters.length === 0) return undefined
  return filters.every(({ dimension }) => offered.includes(dimension)) ? filters : undefined
}

/** What a widget of any kind gets. */
export type WidgetProps = {
  readonly drawing: Drawing
  readonly height: number
  onPick(pick: Picked, gesture: Gesture): void
  /** Tells how to make a picture of what is drawn, for the download; undefined when it is gone. */
  onPicture?(picture: Picture | undefined): void
}

/** Draws what is on the screen, with its background, twice as dense as the screen. */
export type Picture = () => { readonly canvas: HTMLCanvasElement; readonly width: number; readonly height: number }

/** The name of a value of a dimension: of the thing it names, of the catalogue, or itself. */
export function valueName(drawing: Drawing, dimension: string, value: string | null): string {
  if (value === null || value === '') return drawing.words.none
  return (
    drawing.answer.labels?.[dimension]?.[value] ??
    nameOfValue(drawing.dimensions.get(dimension), value, drawing.language)
  )
}

/** The colours of values of a dimension that are drawn together: those that name the same thing share them, agent and first agent. */
export const valueColours = (
  drawing: Drawing,
  dimension: string,
  values: readonly (string | null)[],
): readonly string[] => drawing.given(drawing.dimensions.get(dimension)?.entity ?? dimension, values, drawing.scheme)

export const metricTitle = (drawing: Drawing, id: string): string => drawing.metrics.get(id)?.title ?? id

/** The filter that leaves one value of a dimension; `null` is "none". */
export const filterOn = (dimension: string, value: string | null): Filter =>
  value === null ? { dimension, op: 'not_exists', values: [] } : { dimension, op: 'in', values: [value] }
