import type { WidgetProps } from '../drawing.ts'
import { TimeChart } from '../line/view.tsx'
import { barsAndLineSpec } from './spec.ts'

export function BarsAndLineView(props: WidgetProps) {
  return <TimeChart {...props} specOf={barsAndLineSpec} />
}
