import { metricColumns } from '../../ask/view/question.ts'
import { exact, type Value } from '../../ui/formats/value.ts'
import { coloursInOrder } from '../../ui/tokens/meanings.ts'
import { tones } from '../../ui/tokens/palette.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { axisStyle, labelStyle, tooltipStyle } from '../chart/style.ts'
import type { WidthOf } from '../chart/text-width.ts'
import { type Drawing, metricTitle } from '../drawing.ts'

export type FunnelStep = {
  readonly metric: string
  readonly name: string
  readonly value: Value
  /** Of the first step; null over nothing. */
  readonly ofFirst: Value
  /** Of the step before; null at the first. */
  readonly ofBefore: Value
}

/** How far what began came, step by step, in the order in which the metrics are declared. */
export function funnelSteps(drawing: Drawing): readonly FunnelStep[] {
  const { answer } = drawing
  const values = metricColumns(answer).map(({ id }) => ({ id, value: answer.totals[id] ?? null }))
  const share = (value: Value, of: Value | undefined): Value =>
    value === null || of === null || of === undefined || of === 0 ? null : value / of
  return values.map(({ id, value }, at) => ({
    metric: id,
    name: metricTitle(drawing, id),
    value,
    ofFirst: share(value, values[0]?.value),
    ofBefore: at === 0 ? null : share(value, values[at - 1]?.value),
  }))
}

export const funnelRowHeight = 56

/** Lying bars from the whole down to what was left of it, each with its number and its share of the first. */
export function funnelSpec(
  drawing: Drawing,
  { width, widthOf }: { readonly width: number; readonly widthOf: WidthOf },
): ChartSpec {
  const { language, scheme, words } = drawing
  const steps = funnelSteps(drawing)
  const axis = axisStyle(scheme)
  const tone = tones[scheme]
  const [colour = ''] = coloursInOrder(1, scheme)
  const nameWidths = steps.map(({ name }) => widthOf(name))
  const nameRoom = Math.ceil(Math.min(width * 0.42, Math.max(0, ...nameWidths) + 2))
  const labelOf = ({ value, ofFirst }: FunnelStep) =>
    ofFirst === null
      ? exact(value, 'count', language)
      : `${exact(value, 'count', language)} · ${exact(ofFirst, 'ratio', language)}`
  const labelRoom = Math.ceil(Math.max(0, ...steps.map((step) => widthOf(labelOf(step)))) + 16)
  return {
    kind: 'items',
    places: steps.length,
    legend: [],
    table: {
      head: ['', metricTitle(drawing, steps[0]?.metric ?? ''), '%'],
      rows: steps.map(({ name, value, ofFirst }) => [
        name,
        exact(value, 'count', language),
        exact(ofFirst, 'ratio', language),
      ]),
    },
    tipAt: (place) => {
      const step = steps[place]
      if (step === undefined) return { title: '', rows: [] }
      const before = steps[place - 1]
      return {
        title: step.name,
        rows: [
          { name: words.total, value: exact(step.value, 'count', language), colour },
          ...(before === undefined
            ? []
            : [
                { name: steps[0]?.name ?? '', value: exact(step.ofFirst, 'ratio', language) },
                ...(place < 2 ? [] : [{ name: before.name, value: exact(step.ofBefore, 'ratio', language) }]),
              ]),
        ],
      }
    },
    pickAt: (place) => {
      const step = steps[place]
      return step === undefined ? undefined : { metric: step.metric, title: step.name, filters: [] }
    },
    option: {
      animationDuration: 300,
      animationDurationUpdate: 150,
      grid: { left: nameRoom + 14, right: labelRoom, top: 0, bottom: 0, outerBoundsMode: 'none' },
      tooltip: { trigger: 'item', ...tooltipStyle(scheme) },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...steps.map(({ value }) => value ?? 0)) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: steps.map(({ name }) => name),
        ...axis,
        splitLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          color: tone.ink,
          fontSize: 13,
          lineHeight: 16,
          align: 'left',
          margin: nameRoom + 12,
          width: nameRoom,
          overflow: 'break',
          interval: 0,
          hideOverlap: false,
        },
      },
      series: [
        {
          type: 'bar',
          barWidth: 30,
          barMinHeight: 2,
          showBackground: true,
          backgroundStyle: { color: tone.sunken, borderRadius: 4 },
          data: steps.map(({ value }, place) => ({
            value,
            itemStyle: { color: colour, opacity: Math.max(0.55, 1 - place * 0.15), borderRadius: 4 },
          })),
          emphasis: { disabled: true },
          label: {
            show: true,
            position: 'right',
            distance: 8,
            ...labelStyle(tone.ink),
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const step = steps[dataIndex]
              return step === undefined ? '' : labelOf(step)
            },
          },
        },
      ],
    },
  }
}
