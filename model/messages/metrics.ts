import { countMetric, type Metric } from '@parley/core/declare/metric.ts'

/** Numbers of messages, counted when they were sent. */
export const messageMetrics: readonly Metric[] = [
  countMetric('messages', 'messages', undefined, ['002', '004']),
  countMetric('contact_messages', 'messages', "author_kind = 'contact'", ['002']),
  countMetric('agent_messages', 'messages', "author_kind = 'agent'", ['002']),
  countMetric('bot_messages', 'messages', "author_kind = 'bot'", ['002', '004']),
]
