import { type Metric, monthlyMetric } from '@parley/core/declare/metric.ts'

/**
 * What could be, for each calendar month, from the settings of the organization as they are when they are asked for. A
 * range has the sum of the months it touches; a day has none.
 */
export const potentialMetrics: readonly Metric[] = [
  monthlyMetric('potential_visitors', ['001', '004']),
  monthlyMetric('potential_agents', ['004']),
  monthlyMetric('potential_contacts', ['004']),
  monthlyMetric('expected_chats', ['004']),
]
