import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { lyingBars } from '../bar/spec.ts'
import { Chart } from '../chart/chart.tsx'
import { measureText } from '../chart/text-width.ts'
import type { WidgetProps } from '../drawing.ts'
import { histogramSpec, stepsOf } from './spec.ts'

/** The words under standing bars need so much room for each; with less the bars lie. */
const widestStep = 92
const rowHeight = 30

export function HistogramView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { ref, width } = useElementSize()
  const steps = useMemo(() => stepsOf(drawing), [drawing])
  const isShort = steps.parts.every(({ name }) => name.length <= 4)
  const isLying = !isShort && width > 0 && width / steps.parts.length < widestStep
  const spec = useMemo(
    () => (isLying ? lyingBars(drawing, steps, { width, widthOf: measureText(13) }) : histogramSpec(drawing, steps)),
    [drawing, steps, isLying, width],
  )
  return (
    <div ref={ref}>
      <Chart
        spec={spec}
        title={drawing.title}
        height={isLying ? Math.min(height, spec.places * rowHeight + 8) : height}
        onPick={onPick}
        {...(onPicture === undefined ? {} : { onPicture })}
      />
    </div>
  )
}
