import { onAxis } from '../../ui/formats/value.ts'
import { tones } from '../../ui/tokens/palette.ts'
import { columns, sumAt } from '../bar/columns-spec.ts'
import { scaleOf } from '../chart/scale.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { axisStyle, tooltipStyle } from '../chart/style.ts'
import type { Drawing } from '../drawing.ts'
import { legendItem, lineSpec, placeAxis, type TimeOptions } from '../line/spec.ts'
import { type Series, timelineOf } from '../timeline.ts'

/**
 * What was against what could be: the last metric is the line, those before it are bars, on one another where they add up.
 * One scale for all: a gap between bar and line is a difference of numbers.
 */
export function barsAndLineSpec(drawing: Drawing, { width, hidden, highlighted }: TimeOptions): ChartSpec {
  const timeline = timelineOf(drawing)
  const last = timeline.series.length - 1
  const shown = timeline.series.filter((series) => !hidden.has(series.key))
  const bars = timeline.series.slice(0, last).filter((series) => shown.includes(series))
  const line = timeline.series[last]
  const unit = line?.unit ?? 'count'
  const axis = axisStyle(drawing.scheme)
  const isStacked = bars.length > 1
  const isFaint = ({ key }: Series) => highlighted !== undefined && highlighted !== key
  const heights = timeline.axis.keys.map((_, place) => sumAt(bars, place))
  const scale = scaleOf([...heights, ...(line?.values ?? [])], unit)
  return {
    ...lineSpec(drawing, { width, hidden }, timeline),
    legend: timeline.series.map(legendItem),
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
      series: [
        ...bars.map((series) =>
          columns(series, { isStacked, running: timeline.axis.running, isFaint: isFaint(series) }),
        ),
        ...(line === undefined || !shown.includes(line) ? [] : [lineOver(line, isFaint(line), drawing)]),
      ],
    },
  }
}

/** Its points have a rim in the colour of the ground, so that they stand out before a bar. */
function lineOver({ key, values, colour }: Series, isFaint: boolean, { scheme }: Drawing) {
  return {
    type: 'line',
    name: key,
    data: values,
    color: colour,
    symbol: 'circle',
    symbolSize: 9,
    showSymbol: true,
    itemStyle: { color: colour, borderColor: tones[scheme].surface, borderWidth: 2, opacity: isFaint ? 0.2 : 1 },
    lineStyle: { color: colour, width: 2.5, opacity: isFaint ? 0.2 : 1 },
    z: 4,
  }
}
