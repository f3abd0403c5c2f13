import { useMemo } from 'react'
import { Chart } from '../chart/chart.tsx'
import type { WidgetProps } from '../drawing.ts'
import { funnelRowHeight, funnelSpec } from './spec.ts'

export function FunnelView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const spec = useMemo(() => funnelSpec(drawing), [drawing])
  return (
    <Chart
      spec={spec}
      title={drawing.title}
      height={Math.min(height, spec.places * funnelRowHeight)}
      onPick={onPick}
      {...(onPicture === undefined ? {} : { onPicture })}
    />
  )
}
