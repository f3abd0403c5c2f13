import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { timeColumn } from '../../ask/view/question.ts'
import { Chart } from '../chart/chart.tsx'
import { measureText } from '../chart/text-width.ts'
import type { WidgetProps } from '../drawing.ts'
import { TimeChart } from '../line/view.tsx'
import { columnsSpec } from './columns-spec.ts'
import { barSpec } from './spec.ts'

/** Bars stand when they are about time, and lie when they are about names. */
export function BarView(props: WidgetProps) {
  return timeColumn(props.drawing.answer) === -1 ? (
    <LyingBars {...props} />
  ) : (
    <TimeChart {...props} specOf={columnsSpec} />
  )
}

function LyingBars({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { ref, width } = useElementSize()
  const spec = useMemo(
    () => barSpec(drawing, { width: width || 500, height, widthOf: measureText(13) }),
    [drawing, width, height],
  )
  // Few bars stay slim and stand at the top, instead of growing into the room there is.
  const needed = Math.min(height, spec.places * 30 + 8)
  return (
    <div ref={ref}>
      <Chart
        spec={spec}
        title={drawing.title}
        height={needed}
        onPick={onPick}
        {...(onPicture === undefined ? {} : { onPicture })}
      />
    </div>
  )
}
