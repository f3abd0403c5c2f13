import { exact } from '../../ui/formats/value.ts'
import { neutralMark, tones } from '../../ui/tokens/palette.ts'
import { fitNames } from '../chart/fit-names.ts'
import { scaleOf } from '../chart/scale.ts'
import type { ChartSpec, Tip } from '../chart/spec.ts'
import { axisStyle, labelStyle, tooltipStyle } from '../chart/style.ts'
import type { WidthOf } from '../chart/text-width.ts'
import { type Drawing, filterOn, metricTitle, type Picked } from '../drawing.ts'
import { type Part, type Parts, partsOf } from '../parts.ts'

/** The height one bar needs, name and air included. */
const rowHeight = 30

const nameSize = 13
/** Names have at most so much of the room; longer ones are shortened, and are told whole in the tip. */
const widestName = 280
const widestShare = 0.45

export const barsThatFit = (height: number): number => Math.max(3, Math.floor((height - 8) / rowHeight))

/** Lying bars, largest first, each with its name before and its value after it. They start at zero. */
export function barSpec(
  drawing: Drawing,
  { width, height, widthOf }: { readonly width: number; readonly height: number; readonly widthOf: WidthOf },
): ChartSpec {
  return lyingBars(drawing, partsOf(drawing, barsThatFit(height), { withOther: false }), { width, widthOf })
}

/** Bars for parts in the order they come in. */
export function lyingBars(
  drawing: Drawing,
  parts: Parts,
  { width, widthOf }: { readonly width: number; readonly widthOf: WidthOf },
): ChartSpec {
  const tone = tones[drawing.scheme]
  const axis = axisStyle(drawing.scheme)
  const hasBefore = parts.parts.some((part) => part.before !== undefined)
  const scale = scaleOf(
    parts.parts.flatMap((part) => [part.value, part.before]),
    parts.unit,
  )
  const nameRoom = Math.ceil(
    Math.min(widestName, width * widestShare, Math.max(0, ...parts.parts.map(({ name }) => widthOf(name))) + 2),
  )
  const valueRoom = Math.ceil(
    Math.max(24, ...parts.parts.map(({ value }) => widthOf(exact(value, parts.unit, drawing.language)))) + 14,
  )
  return {
    kind: 'items',
    places: parts.parts.length,
    legend: [],
    table: tableOf(drawing, parts),
    ...(parts.found > parts.parts.length ? { cut: { shown: parts.parts.length, all: parts.found } } : {}),
    tipAt: (place) => tipOfPart(drawing, parts, parts.parts[place]),
    pickAt: (place) => pickOfPart(drawing, parts, parts.parts[place]),
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      grid: { left: nameRoom + 14, right: valueRoom, top: 0, bottom: 0, outerBoundsMode: 'none' },
      tooltip: { trigger: 'item', ...tooltipStyle(drawing.scheme) },
      xAxis: {
        type: 'value',
        show: false,
        min: scale.min,
        max: Math.max(0, ...parts.parts.map((part) => Math.max(part.value ?? 0, part.before ?? 0))) || 1,
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: fitNames(
          parts.parts.map(({ name }) => name),
          nameRoom,
          widthOf,
        ),
        ...axis,
        splitLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          color: tone.ink,
          fontSize: nameSize,
          align: 'left',
          margin: nameRoom + 12,
          width: nameRoom,
          interval: 0,
          hideOverlap: false,
        },
      },
      series: [
        ...(hasBefore ? [beforeBars(parts)] : []),
        {
          type: 'bar',
          name: parts.metric,
          barWidth: hasBefore ? 10 : 16,
          barMinHeight: 2,
          barGap: '20%',
          data: parts.parts.map((part) => ({
            value: part.value,
            itemStyle: {
              // The least length is for what is small, not for what is nothing. Its number is told all the same.
              color: part.value === 0 ? 'transparent' : part.word === null ? neutralMark[drawing.scheme] : part.colour,
              borderRadius: [2, 4, 4, 2],
            },
          })),
          emphasis: { itemStyle: { opacity: 0.85 } },
          label: {
            show: true,
            position: 'right',
            distance: 8,
            // Clear of the bar above, which may be longer.
            offset: [0, hasBefore ? 2 : 0],
            ...labelStyle(tone.ink),
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              exact(parts.parts[dataIndex]?.value, parts.unit, drawing.language),
          },
        },
      ],
    },
  }
}

function beforeBars(parts: Parts) {
  return {
    type: 'bar',
    name: 'before',
    silent: true,
    barWidth: 6,
    data: parts.parts.map((part) => ({
      value: part.before ?? null,
      itemStyle: { color: part.colour, opacity: 0.38, borderRadius: [2, 3, 3, 2] },
    })),
  }
}

export function tipOfPart(drawing: Drawing, parts: Parts, part: Part | undefined): Tip {
  if (part === undefined) return { title: '', rows: [] }
  const { language, words } = drawing
  return {
    title: part.name,
    rows: [
      {
        name: metricTitle(drawing, parts.metric),
        colour: part.colour,
        value: exact(part.value, parts.unit, language),
        ...(part.share === null ? {} : { extra: exact(part.share, 'ratio', language) }),
      },
      ...(part.before === undefined
        ? []
        : [
            {
              name: words.before,
              colour: part.colour,
              isBefore: true,
              value: exact(part.before, parts.unit, language),
            },
          ]),
    ],
  }
}

export function pickOfPart(drawing: Drawing, parts: Parts, part: Part | undefined): Picked | undefined {
  if (part === undefined) return undefined
  const title = `${metricTitle(drawing, parts.metric)}, ${part.name}`
  const { dimension } = parts
  if (part.word === undefined) {
    const named = parts.parts.flatMap(({ word }) => (word === undefined ? [] : [word]))
    return { metric: parts.metric, title, filters: [{ dimension, op: 'not_in', values: named }] }
  }
  return { metric: parts.metric, title, filters: [filterOn(dimension, part.word)] }
}

export function tableOf(drawing: Drawing, parts: Parts) {
  return {
    head: [drawing.dimensions.get(parts.dimension)?.title ?? parts.dimension, metricTitle(drawing, parts.metric)],
    rows: parts.parts.map((part) => [part.name, exact(part.value, parts.unit, drawing.language)]),
  }
}
