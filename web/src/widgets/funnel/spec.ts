import { metricColumns } from '../../ask/view/question.ts'
import { exact, type Value } from '../../ui/formats/value.ts'
import { coloursInOrder } from '../../ui/tokens/meanings.ts'
import { tones } from '../../ui/tokens/palette.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { axisStyle, labelStyle, tooltipStyle } from '../chart/style.ts'
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

const barWidth = 18

/** Between the words above a bar and the bar. */
const wordsAbove = 18

/**
 * Lying bars from the whole down to what was left of it. The name stands above its bar on the left, its number and its
 * share of the first on the right: long names have the whole width, and nothing has to be measured before it is drawn.
 */
export function funnelSpec(drawing: Drawing): ChartSpec {
  const { language, scheme, words } = drawing
  const steps = funnelSteps(drawing)
  const axis = axisStyle(scheme)
  const tone = tones[scheme]
  const [colour = ''] = coloursInOrder(1, scheme)
  const whole = Math.max(1, ...steps.map(({ value }) => value ?? 0))
  const labelOf = ({ value, ofFirst }: FunnelStep) =>
    ofFirst === null
      ? exact(value, 'count', language)
      : `${exact(value, 'count', language)} · ${exact(ofFirst, 'ratio', language)}`
  // As long as the whole and not to be seen: it carries the words, and is pointed at where the bar itself is short.
  const wordsOf = (position: 'insideTopLeft' | 'insideTopRight', textOf: (step: FunnelStep) => string) => ({
    type: 'bar',
    barWidth,
    barGap: '-100%',
    data: steps.map(() => ({ value: whole, itemStyle: { color: 'transparent' } })),
    emphasis: { disabled: true },
    label: {
      show: true,
      position,
      distance: 0,
      offset: [0, -wordsAbove],
      ...labelStyle(tone.ink),
      fontSize: 13,
      fontWeight: position === 'insideTopLeft' ? 400 : 600,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const step = steps[dataIndex]
        return step === undefined ? '' : textOf(step)
      },
    },
  })
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
      grid: { left: 0, right: 0, top: 8, bottom: 0, outerBoundsMode: 'none' },
      tooltip: { trigger: 'item', ...tooltipStyle(scheme) },
      xAxis: { type: 'value', show: false, min: 0, max: whole },
      yAxis: {
        type: 'category',
        inverse: true,
        data: steps.map(({ name }) => name),
        ...axis,
        splitLine: { show: false },
        axisLabel: { show: false },
      },
      series: [
        {
          type: 'bar',
          barWidth,
          barMinHeight: 2,
          showBackground: true,
          backgroundStyle: { color: tone.sunken, borderRadius: 4 },
          data: steps.map(({ value }, place) => ({
            value,
            itemStyle: { color: colour, opacity: Math.max(0.55, 1 - place * 0.15), borderRadius: 4 },
          })),
          emphasis: { disabled: true },
        },
        wordsOf('insideTopLeft', ({ name }) => name),
        wordsOf('insideTopRight', labelOf),
      ],
    },
  }
}
