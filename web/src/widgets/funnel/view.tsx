import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { Chart } from '../chart/chart.tsx'
import { measureText } from '../chart/text-width.ts'
import type { WidgetProps } from '../drawing.ts'
import { funnelRowHeight, funnelSpec } from './spec.ts'

export function FunnelView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const { ref, width } = useElementSize()
  const spec = useMemo(() => funnelSpec(drawing, { width: width || 500, widthOf: measureText(13) }), [drawing, width])
  return (
    <div ref={ref}>
      <Chart
        spec={spec}
        title={drawing.title}
        height={Math.min(height, spec.places * funnelRowHeight)}
        onPick={onPick}
        {...(onPicture === undefined ? {} : { onPicture })}
      />
    </div>
  )
}
