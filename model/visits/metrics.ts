import { countMetric, type Metric, ratioMetric, whereBetter } from '@parley/core/declare/metric.ts'
import { sessionMetrics } from '../sessions/metrics.ts'

const visits = countMetric('visits', 'visits', undefined, ['000', '001', '004'])

/** Numbers of visits, counted when the visit began, and of chats among them. */
export const visitMetrics: readonly Metric[] = [
  visits,
  {
    id: 'visitors',
    fact: 'visits',
    unit: 'count',
    measure: { kind: 'unique', of: 'visitor_id' },
    additive: false,
    empty: 0,
    source: ['000', '004'],
  },
  countMetric('unique_contact_visits', 'contact_visits', 'counted_at <= {now}', ['003']),
  whereBetter('more', ratioMetric('engagement_ratio', sessionMetric('chats_with_agent_reply'), visits, ['000'])),
  whereBetter('less', ratioMetric('missed_ratio', sessionMetric('missed_chats'), visits, ['000'])),
]

function sessionMetric(id: string): Metric {
  const metric = sessionMetrics.find((one) => one.id === id)
  if (!metric) throw new Error(`There is no metric ${id} of sessions.`)
  return metric
}
