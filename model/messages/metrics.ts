import { countMetric, durationMetrics, type Metric } from '@parley/core/declare/metric.ts'

/** Numbers of messages, counted when they were sent. */
export const messageMetrics: readonly Metric[] = [
  countMetric('messages', 'messages', undefined, ['002', '004']),
  countMetric('contact_messages', 'messages', "author_kind = 'contact'", ['002']),
  countMetric('agent_messages', 'messages', "author_kind = 'agent'", ['002']),
  countMetric('bot_messages', 'messages', "author_kind = 'bot'", ['002', '004']),
  countMetric('written_dialogs', 'messages', 'is_first_word', ['002']),
  ...durationMetrics({
    id: 'waiting_time',
    fact: 'messages',
    of: 'waiting',
    where: 'waiting IS NOT NULL',
    inServiceHours: true,
    better: 'less',
    source: [],
  }),
]
