import { onAxis } from '../../ui/formats/value.ts'
import { scaleOf } from '../chart/scale.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { axisStyle, tooltipStyle } from '../chart/style.ts'
import type { Drawing } from '../drawing.ts'
import { legendItem, lineSpec, pickAt, placeAxis, type TimeOptions } from '../line/spec.ts'
import { type Series, timelineOf } from '../timeline.ts'

/** Standing bars over time; parts that add up are stacked, others stand beside each other. */
export const columnsSpec = (drawing: Drawing, options: TimeOptions): ChartSpec =>
  standingBars(drawing, options, { asShares: false })

/** Standing bars over time, each bucket a whole of its own: what parts it is made of, whatever its size. */
export const sharesSpec = (drawing: Drawing, options: TimeOptions): ChartSpec =>
  standingBars(drawing, options, { asShares: true })

function standingBars(
  drawing: Drawing,
  { width, hidden, highlighted }: TimeOptions,
  { asShares }: { readonly asShares: boolean },
): ChartSpec {
  const timeline = timelineOf(drawing, { withOther: true })
  const shown = timeline.series.filter((series) => !hidden.has(series.key))
  const unit = asShares ? 'ratio' : (timeline.series[0]?.unit ?? 'count')
  const isStacked = asShares || (shown.length > 1 && shown.every((series) => series.additive))
  const heights = asShares
    ? [1]
    : isStacked
      ? timeline.axis.keys.map((_, place) => sumAt(shown, place))
      : shown.flatMap(({ values, before = [] }) => [...values, ...before])
  const axis = axisStyle(drawing.scheme)
  // What is told at a bucket, and whose records it opens, is the same as for lines.
  const told = lineSpec(drawing, { width, hidden }, timeline)
  const drawn = asShares ? shown.map((series) => sharesOf(series, shown)) : shown
  const scale = scaleOf(heights, unit)
  return {
    ...told,
    pickAt: (place, value) => {
      const segment = isStacked && value !== undefined ? segmentAt(drawn, place, value) : undefined
      if (segment !== undefined) return pickAt(drawing, timeline, [segment], place, value)
      return told.pickAt(place, isStacked ? undefined : value)
    },
    legend: timeline.series.length > 1 ? timeline.series.map(legendItem) : [],
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      grid: { left: 2, right: 4, top: 10, bottom: 4, outerBoundsMode: 'same' },
      tooltip: { trigger: 'axis', ...tooltipStyle(drawing.scheme), axisPointer: { type: 'shadow' } },
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
      series: drawn.flatMap((series) => [
        ...(series.before === undefined || isStacked ? [] : [beforeColumns(series)]),
        columns(series, {
          isStacked,
          running: timeline.axis.running,
          isFaint: highlighted !== undefined && highlighted !== series.key,
        }),
      ]),
    },
  }
}

/** The segment of a stack that a value lies in; above the stack there is none. */
function segmentAt(stack: readonly Series[], place: number, value: number): Series | undefined {
  let top = 0
  return stack.find((series) => {
    top += series.values[place] ?? 0
    return value <= top
  })
}

/** Wide enough to be seen, never so wide that seven of them look like a wall. */
const widths = { barMaxWidth: 36, barCategoryGap: '28%', barGap: '8%' }

export function columns(
  series: Series,
  { isStacked, running, isFaint }: { isStacked: boolean; running: number; isFaint: boolean },
) {
  return {
    type: 'bar',
    name: series.key,
    ...(isStacked ? { stack: 'whole' } : {}),
    ...widths,
    // The bucket that still fills is paler than those that are full.
    data: series.values.map((value, place) => (place === running ? { value, itemStyle: { opacity: 0.55 } } : value)),
    itemStyle: { color: series.colour, opacity: isFaint ? 0.2 : 1, borderRadius: isStacked ? 0 : [3, 3, 0, 0] },
  }
}

/** The compared range: the same hue, lighter, at the left, because it was before. */
function beforeColumns(series: Series) {
  return {
    type: 'bar',
    name: `${series.key}\u0000before`,
    ...widths,
    silent: true,
    data: series.before,
    itemStyle: { color: series.colour, opacity: 0.32, borderRadius: [3, 3, 0, 0] },
  }
}

/** A series as its shares of what is shown; of nothing there are none. */
function sharesOf(series: Series, shown: readonly Series[]): Series {
  return {
    ...series,
    values: series.values.map((value, place) => {
      const sum = sumAt(shown, place)
      return value === null || sum === 0 ? null : value / sum
    }),
  }
}

export const sumAt = (shown: readonly Series[], place: number): number =>
  shown.reduce((sum, series) => sum + (series.values[place] ?? 0), 0)
