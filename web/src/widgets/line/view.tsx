import { useElementSize } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { Chart } from '../chart/chart.tsx'
import { Legend } from '../chart/legend.tsx'
import type { ChartSpec } from '../chart/spec.ts'
import type { Drawing, WidgetProps } from '../drawing.ts'
import { lineSpec, type TimeOptions } from './spec.ts'
import classes from './view.module.css'

export function LineView(props: WidgetProps) {
  return <TimeChart {...props} specOf={lineSpec} />
}

/** What the words around a chart may take of its height in pixels: a legend of three lines. With fewer the chart is higher. */
const wordsHeight = 86

/** A chart over time with its legend: which lines are shown is the reader's, how they are drawn is the spec's. */
export function TimeChart({
  drawing,
  height,
  onPick,
  onPicture,
  specOf,
}: WidgetProps & {
  specOf(drawing: Drawing, options: TimeOptions): ChartSpec
}) {
  const { ref, width } = useElementSize()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [highlighted, setHighlighted] = useState<string>()
  // Its place is there before its width is known, by which it is drawn: once, and not once more as another.
  const spec = useMemo(
    () => (width === 0 ? undefined : specOf(drawing, { width, hidden, highlighted })),
    [specOf, drawing, width, hidden, highlighted],
  )
  const toggle = (key: string) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    // Switching the last one off shows all again: an empty chart tells nothing.
    setHidden(next.size === spec?.legend.length ? new Set() : next)
  }
  return (
    <div ref={ref} className={classes.growing} style={{ minHeight: height }}>
      {spec === undefined ? null : (
        <>
          <Legend items={spec.legend} hidden={hidden} onToggle={toggle} onHighlight={setHighlighted} />
          <Chart
            spec={spec}
            title={drawing.title}
            height={height - wordsHeight}
            isGrowing
            onPick={onPick}
            {...(onPicture === undefined ? {} : { onPicture })}
          />
        </>
      )}
    </div>
  )
}
