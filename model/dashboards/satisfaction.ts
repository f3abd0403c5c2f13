import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Surveys → Satisfaction (001): how contacts rate their conversations, and what they say. */
export const satisfaction: Dashboard = {
  id: 'satisfaction',
  group: 'surveys',
  filters: ['agent', 'team', 'channel', 'touchpoint', 'rating'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['survey_rating', 'survey_answers', 'net_promoter_score'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'rating_over_time', kind: 'line', metrics: ['survey_rating'], granularity: 'auto', width: 8 },
    {
      id: 'distribution',
      kind: 'histogram',
      metrics: ['survey_answers'],
      dimensions: ['rating'],
      only: { dimension: 'scale', values: ['5'] },
      window: 'all_time',
      width: 4,
    },
    { id: 'by_agent', kind: 'table', metrics: ['survey_rating', 'survey_answers'], dimensions: ['agent'], width: 4 },
    {
      id: 'feedback',
      kind: 'records',
      metrics: ['survey_answers'],
      columns: ['answered_at', 'agent', 'rating', 'text', 'conversation_id'],
      width: 8,
    },
  ],
  source: ['001'],
}
