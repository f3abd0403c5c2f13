import { countMetric, type Metric } from '@parley/core/declare/metric.ts'

/** Numbers of answered surveys, counted when they were answered. */
export const surveyMetrics: readonly Metric[] = [
  countMetric('survey_answers', 'surveys', undefined, ['001']),
  {
    id: 'survey_rating',
    fact: 'surveys',
    unit: 'rating',
    measure: { kind: 'average', of: 'rating', where: 'scale = 5' },
    additive: false,
    empty: null,
    better: 'more',
    source: ['001'],
  },
  {
    id: 'net_promoter_score',
    fact: 'surveys',
    unit: 'score',
    measure: { kind: 'net_promoter_score', of: 'rating', where: 'scale = 10' },
    additive: false,
    empty: null,
    better: 'more',
    source: ['001'],
  },
]
