import { countMetric, durationMetrics, type Metric, shareMetric, whereBetter } from '@parley/core/declare/metric.ts'

/** Numbers of calls, counted at their first status; what was talked counts when it was talked. */
export const callMetrics: readonly Metric[] = [
  countMetric('calls', 'calls', undefined, ['002']),
  countMetric('calls_connected', 'calls', 'is_connected', ['002']),
  whereBetter('more', shareMetric('contact_volume', 'calls', 'is_connected', '1', ['002'])),
  {
    id: 'peak_calls_per_second',
    fact: 'calls',
    unit: 'count',
    measure: { kind: 'per_second', statistic: 'peak', of: 'called_at' },
    additive: false,
    empty: 0,
    source: ['002'],
  },
  {
    id: 'avg_calls_per_second',
    fact: 'calls',
    unit: 'count',
    measure: { kind: 'per_second', statistic: 'average', of: 'called_at' },
    additive: false,
    empty: null,
    source: ['002'],
  },
  ...durationMetrics({
    id: 'handling_time',
    fact: 'calls',
    of: 'handling',
    where: 'handling IS NOT NULL',
    inServiceHours: true,
    source: ['002'],
  }),
  {
    id: 'talk_seconds',
    fact: 'talks',
    unit: 'seconds',
    measure: { kind: 'time', where: '1' },
    additive: true,
    empty: 0,
    source: ['002'],
  },
]
