import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

// Only what is drawn: the whole library is three times as large.
use([BarChart, CanvasRenderer, GridComponent, LabelLayout, LineChart, PieChart, TooltipComponent])

export type { ECharts } from 'echarts/core'
export { init }
