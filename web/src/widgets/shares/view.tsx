import { sharesSpec } from '../bar/columns-spec.ts'
import type { WidgetProps } from '../drawing.ts'
import { TimeChart } from '../line/view.tsx'

export function SharesView(props: WidgetProps) {
  return <TimeChart {...props} specOf={sharesSpec} />
}
