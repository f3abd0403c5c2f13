import { countMetric, type Metric, shareMetric, whereBetter } from '@parley/core/declare/metric.ts'

const byAgent = "initiator = 'agent'"
const byContact = "initiator = 'contact'"

/** Numbers of requests, counted when the request was made. */
export const requestMetrics: readonly Metric[] = [
  countMetric('requests', 'requests', undefined, ['001']),
  countMetric('agent_requests', 'requests', byAgent, ['001']),
  countMetric('visitor_requests', 'requests', byContact, ['001']),
  countMetric('text_requests', 'requests', "medium = 'text'", ['001']),
  countMetric('video_requests', 'requests', "medium = 'video'", ['001']),
  whereBetter('less', countMetric('unsuccessful_requests', 'requests', 'NOT is_accepted', ['001'])),
  whereBetter(
    'less',
    countMetric('unanswered_visitor_requests', 'requests', `${byContact} AND NOT is_accepted`, ['001']),
  ),
  whereBetter('more', shareMetric('agent_request_acceptance_rate', 'requests', 'is_accepted', byAgent, ['001'])),
  whereBetter('more', shareMetric('visitor_request_acceptance_rate', 'requests', 'is_accepted', byContact, ['001'])),
]
