import { nothing, percent } from '../../ui/formats/number.ts'
import { exact, onAxis, type Value } from '../../ui/formats/value.ts'
import { tones } from '../../ui/tokens/palette.ts'
import { lineScaleOf } from '../chart/scale.ts'
import type { ChartSpec, LegendItem, TextTable, Tip, TipRow } from '../chart/spec.ts'
import { axisStyle, faint, labelStyle, tooltipStyle } from '../chart/style.ts'
import { type Drawing, metricTitle, type Picked } from '../drawing.ts'
import { type Series, type Timeline, timelineOf } from '../timeline.ts'

/** Up to so many lines carry their name at their end; more get a legend. */
const mostDirectLabels = 4
/** Beyond so many lines their pasts are told in the tip, but no more drawn. */
const mostBeforeLines = 3
const narrow = 440
/** Longer names break into lines. */
const labelWidth = 116
/** Names of more than two lines take the room of what they name: then all stand in a legend. */
const longestLabel = 32

/** What the reader and the screen add to a drawing. */
export type TimeOptions = {
  /** Decides what fits. */
  readonly width: number
  /** Keys of series that are switched off. */
  readonly hidden: ReadonlySet<string>
  /** The key of the series that stands out now. */
  readonly highlighted?: string | undefined
}

/** Lines over time. */
export function lineSpec(
  drawing: Drawing,
  { width, hidden, highlighted }: TimeOptions,
  timeline: Timeline = timelineOf(drawing),
): ChartSpec {
  const shown = timeline.series.filter((series) => !hidden.has(series.key))
  const unit = timeline.series[0]?.unit ?? 'count'
  const hasLabels =
    timeline.series.length > 1 &&
    timeline.series.length <= mostDirectLabels &&
    width >= narrow &&
    timeline.series.every(({ name }) => name.length <= longestLabel)
  const scale = lineScaleOf(
    shown.flatMap((series) => [...series.values, ...(series.before ?? [])]),
    unit,
  )
  const axis = axisStyle(drawing.scheme)
  return {
    kind: 'axis',
    places: timeline.axis.keys.length,
    legend: timeline.series.length > 1 && !hasLabels ? timeline.series.map(legendItem) : [],
    table: tableOf(drawing, timeline),
    ...(timeline.found > timeline.series.length ? { cut: { shown: timeline.series.length, all: timeline.found } } : {}),
    tipAt: (place) => tipAt(drawing, timeline, shown, place),
    pickAt: (place, value) => pickAt(drawing, timeline, shown, place, value),
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      grid: { left: 2, right: hasLabels ? labelRoom(shown) : 4, top: 10, bottom: 4, outerBoundsMode: 'same' },
      tooltip: { trigger: 'axis', ...tooltipStyle(drawing.scheme) },
      xAxis: placeAxis(timeline, drawing, width),
      yAxis: {
        type: 'value',
        ...axis,
        ...scale,
        axisLabel: {
          ...axis.axisLabel,
          formatter: (value: number) => onAxis(value, unit, drawing.language, scale.max),
        },
      },
      series: [
        ...(shown.length > mostBeforeLines ? [] : shown).flatMap((series) =>
          series.before === undefined ? [] : [beforeLine(series, timeline)],
        ),
        ...shown.flatMap((series) =>
          lines(series, timeline, {
            hasLabel: hasLabels,
            isAlone: shown.length === 1,
            isFaint: highlighted !== undefined && highlighted !== series.key,
          }),
        ),
      ],
    },
  }
}

/** The names under a chart over time. */
export function placeAxis(timeline: Timeline, drawing: Drawing, width: number) {
  const { axis } = timeline
  const { scheme } = drawing
  const style = axisStyle(scheme)
  const ticks = axis.ticks(Math.floor(width / 96))
  const firstTick = Math.min(...ticks)
  return {
    type: 'category',
    data: axis.keys,
    ...style,
    splitLine: { show: false },
    splitArea: weekendAreas(timeline, drawing),
    axisLabel: {
      ...style.axisLabel,
      margin: 12,
      interval: (place: number) => ticks.has(place),
      formatter: (_: string, place: number) => axis.shortNameOf(place, place === firstTick),
    },
  }
}

export const legendItem = ({ key, name, colour }: Series): LegendItem => ({ key, name, colour })

const labelRoom = (series: readonly Series[]): number =>
  Math.min(labelWidth + 12, 20 + 7 * Math.max(0, ...series.map(({ name }) => name.length)))

/** Weekends are shaded on day charts, so that their valleys explain themselves. */
function weekendAreas({ axis }: Timeline, { scheme }: Drawing) {
  if (!axis.hasWeekends) return { show: false }
  const shade = faint(tones[scheme].ink_faint, scheme === 'light' ? 0.07 : 0.1)
  return {
    show: true,
    interval: 0,
    areaStyle: { color: axis.keys.map((_, place) => (axis.isShaded(place) ? shade : 'transparent')) },
  }
}

/** The compared range: the same hue, lighter, laid over the axis from its own start. */
function beforeLine(series: Series, { axis }: Timeline) {
  return {
    type: 'line',
    name: `${series.key}\u0000before`,
    data: axis.keys.map((_, place) => series.before?.[place] ?? null),
    color: series.colour,
    lineStyle: { color: series.colour, width: 1.5, opacity: 0.38 },
    showSymbol: false,
    symbol: 'none',
    silent: true,
    z: 1,
  }
}

function lines(
  series: Series,
  { axis: { running } }: Timeline,
  { hasLabel, isAlone, isFaint }: { hasLabel: boolean; isAlone: boolean; isFaint: boolean },
) {
  const { key, name, colour, values } = series
  // The bucket that still fills is drawn on its own, dashed, from the last full one.
  const isRunning = running > 0 && values[running] !== null && values[running] !== undefined
  const full = isRunning ? values.map((value, place) => (place < running ? value : null)) : values
  const filling = values.map((value, place) => (place === running || place === running - 1 ? value : null))
  const common = {
    type: 'line',
    color: colour,
    emphasis: { lineStyle: { width: 2 } },
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: false,
  }
  const stroke = { color: colour, width: 2, opacity: isFaint ? 0.18 : 1 }
  const label = {
    endLabel: {
      show: hasLabel,
      formatter: () => name,
      distance: 8,
      width: labelWidth,
      overflow: 'break',
      lineHeight: 15,
      ...labelStyle(colour),
    },
    labelLayout: { moveOverlap: 'shiftY' },
  }
  const area = isAlone
    ? { areaStyle: { color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: fade(colour) } } }
    : {}
  return [
    { ...common, name: key, data: full, lineStyle: stroke, z: 3, ...area, ...(isRunning ? {} : label) },
    ...(isRunning
      ? [
          {
            ...common,
            name: key,
            data: filling,
            lineStyle: { ...stroke, type: [4, 4] },
            z: 3,
            ...label,
          },
        ]
      : []),
    ...lonePoints(values, colour, key),
  ]
}

const fade = (colour: string) => [
  { offset: 0, color: faint(colour, 0.14) },
  { offset: 1, color: faint(colour, 0.0) },
]

/** A value between two gaps has no line to lie on: it is a dot. */
function lonePoints(values: readonly Value[], colour: string, key: string) {
  const lone = values.map((value, place) =>
    value !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null ? value : null,
  )
  if (lone.every((value) => value === null)) return []
  return [
    {
      type: 'line',
      name: key,
      data: lone,
      color: colour,
      symbol: 'circle',
      symbolSize: 6,
      showSymbol: true,
      showAllSymbol: true,
      lineStyle: { opacity: 0 },
      silent: true,
      z: 4,
    },
  ]
}

function tipAt(drawing: Drawing, timeline: Timeline, shown: readonly Series[], place: number): Tip {
  const { language, words } = drawing
  const name = timeline.axis.nameOf(place)
  const present = shown.filter((series) => series.values[place] !== undefined)
  const sum = present.reduce((total, series) => total + (series.values[place] ?? 0), 0)
  const hasShare =
    present.length > 1 && sum > 0 && present.every((series) => series.part !== undefined && series.additive)
  const rows = [...present]
    .sort((one, other) => (other.values[place] ?? -1) - (one.values[place] ?? -1))
    .map((series): TipRow => {
      const value = series.values[place] ?? null
      return {
        name: series.name,
        colour: series.colour,
        value: exact(value, series.unit, language),
        ...(hasShare && value !== null ? { extra: percent(value / sum, language, 0) } : {}),
      }
    })
  const before = present.flatMap((series): TipRow[] => {
    const value = series.before?.[place]
    if (value === undefined || timeline.axisBefore === undefined) return []
    const when = timeline.axisBefore.nameOf(place)
    return [
      {
        name: present.length === 1 ? when : `${series.name}, ${when}`,
        colour: series.colour,
        isBefore: true,
        value: exact(value, series.unit, language),
      },
    ]
  })
  return {
    title: place === timeline.axis.running ? `${name} (${words.running})` : name,
    rows: [...rows, ...before.slice(0, mostDirectLabels)],
  }
}

/** What a place stands for: at a value the line nearest to it, else the whole. */
export function pickAt(
  drawing: Drawing,
  timeline: Timeline,
  shown: readonly Series[],
  place: number,
  value: number | undefined,
): Picked | undefined {
  const series = value === undefined ? shown[0] : nearest(shown, place, value)
  if (timeline.axis.keys[place] === undefined || series === undefined) return undefined
  // The keyboard stands on a place, not on a line: it opens the whole.
  const part = value === undefined ? undefined : series.part
  return {
    metric: series.metric,
    title: [
      metricTitle(drawing, series.metric),
      ...(part === undefined ? [] : [series.name]),
      timeline.axis.nameOf(place),
    ].join(', '),
    ...timeline.axis.placeOf(place),
    filters: part === undefined ? [] : [part],
  }
}

function nearest(shown: readonly Series[], place: number, value: number): Series | undefined {
  const distance = (series: Series) => Math.abs((series.values[place] ?? Number.POSITIVE_INFINITY) - value)
  return [...shown].sort((one, other) => distance(one) - distance(other))[0]
}

function tableOf(drawing: Drawing, timeline: Timeline): TextTable {
  const { language } = drawing
  return {
    head: [drawing.words.time, ...timeline.series.map(({ name }) => name)],
    rows: timeline.axis.keys.map((_, place) => [
      timeline.axis.nameOf(place),
      ...timeline.series.map(({ values, unit }) =>
        values[place] === undefined ? nothing : exact(values[place], unit, language),
      ),
    ]),
  }
}
