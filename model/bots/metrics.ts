import { countMetric, type Metric } from '@parley/core/declare/metric.ts'

/** What bots began and what they left to people, counted when they did. */
export const botMetrics: readonly Metric[] = [
  countMetric('bot_starts', 'bot_turns', 'NOT is_handover', ['004']),
  countMetric('bot_handovers', 'bot_turns', 'is_handover', ['004']),
]
