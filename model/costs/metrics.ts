import { type Metric, meanAmountMetric, moneyMetric } from '@parley/core/declare/metric.ts'

/** What was spent, when what it was spent on counts. */
export const costMetrics: readonly Metric[] = [
  moneyMetric('cost', 'costs', 'price', undefined, ['002']),
  meanAmountMetric('cost_per_message', 'costs', 'price', "service = 'messages'", ['002']),
  meanAmountMetric('cost_per_notification', 'costs', 'price', "service = 'notifications'", ['002']),
  meanAmountMetric('cost_per_call', 'costs', 'price', "service = 'calls'", ['002']),
]
