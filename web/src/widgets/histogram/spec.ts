import { exact, onAxis } from '../../ui/formats/value.ts'
import { coloursInOrder } from '../../ui/tokens/meanings.ts'
import { neutralMark, tones } from '../../ui/tokens/palette.ts'
import { pickOfPart, tableOf, tipOfPart } from '../bar/spec.ts'
import { scaleOf } from '../chart/scale.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { axisStyle, labelStyle, tooltipStyle } from '../chart/style.ts'
import type { Drawing } from '../drawing.ts'
import { type Part, type Parts, partsOf } from '../parts.ts'

/** No closed list is longer. */
const most = 60

/**
 * How numbers lie along a closed list, such as steps of duration: every step in its place, the empty ones too. Rows of
 * none come last, and only where there are any.
 */
export function stepsOf(drawing: Drawing): Parts {
  const parts = partsOf(drawing, most, { withOther: false })
  const empty = drawing.metrics.get(parts.metric)?.empty ?? null
  const [colour = ''] = coloursInOrder(1, drawing.scheme)
  const found = new Map(parts.parts.map((part) => [part.word, part]))
  const known = drawing.dimensions.get(parts.dimension)?.values ?? []
  const steps = known.map(({ value, title }): Part => {
    const part = found.get(value)
    return part === undefined
      ? { name: title, colour, value: empty, before: undefined, share: null, word: value }
      : { ...part, name: title, colour }
  })
  const unlisted = parts.parts.filter(({ word, value }) => value !== 0 && known.every((step) => step.value !== word))
  // A list that is open: its values in their own order, numbers by size.
  const rest = [...unlisted]
    .sort((one, other) => compareWords(one.word, other.word))
    .map((part) => ({
      ...part,
      colour: part.word === null ? neutralMark[drawing.scheme] : colour,
    }))
  return { ...parts, parts: [...steps, ...rest] }
}

const compareWords = (one: Part['word'], other: Part['word']): number => {
  if (one === other) return 0
  if (one === null || one === undefined) return 1
  if (other === null || other === undefined) return -1
  return one.localeCompare(other, undefined, { numeric: true })
}

/** Standing bars side by side, with their numbers on top. */
export function histogramSpec(drawing: Drawing, parts: Parts = stepsOf(drawing)): ChartSpec {
  const { language, scheme } = drawing
  const axis = axisStyle(scheme)
  const tone = tones[scheme]
  const scale = scaleOf(
    parts.parts.map(({ value }) => value),
    parts.unit,
  )
  return {
    kind: 'items',
    places: parts.parts.length,
    legend: [],
    table: tableOf(drawing, parts),
    tipAt: (place) => tipOfPart(drawing, parts, parts.parts[place]),
    pickAt: (place) => pickOfPart(drawing, parts, parts.parts[place]),
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      grid: { left: 2, right: 4, top: 22, bottom: 4, outerBoundsMode: 'same' },
      tooltip: { trigger: 'item', ...tooltipStyle(scheme) },
      xAxis: {
        type: 'category',
        data: parts.parts.map(({ name }) => name),
        ...axis,
        splitLine: { show: false },
        axisLabel: { ...axis.axisLabel, interval: 0, hideOverlap: false, width: 78, overflow: 'break', lineHeight: 15 },
      },
      yAxis: {
        type: 'value',
        ...axis,
        ...scale,
        axisLabel: { ...axis.axisLabel, formatter: (value: number) => onAxis(value, parts.unit, language, scale.max) },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 64,
          barCategoryGap: '18%',
          barMinHeight: 1,
          data: parts.parts.map(({ value, colour }) => ({
            value,
            itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] },
          })),
          emphasis: { itemStyle: { opacity: 0.85 } },
          label: {
            show: true,
            position: 'top',
            ...labelStyle(tone.ink_soft),
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              exact(parts.parts[dataIndex]?.value, parts.unit, language),
          },
        },
      ],
    },
  }
}
