import { countMetric, type Metric, whereBetter } from '@parley/core/declare/metric.ts'

/** What agents were offered and let pass: at the first offer, or the first time, in a session. */
export const offerMetrics: readonly Metric[] = [
  countMetric('offered_dialogs', 'offers', 'NOT is_skip AND is_first', ['002']),
  whereBetter('less', countMetric('skipped_dialogs', 'offers', 'is_skip AND is_first', ['002'])),
]
