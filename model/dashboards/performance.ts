import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Overview → Performance (000): how well visitors are turned into chats and contacts are answered. */
export const performance: Dashboard = {
  id: 'performance',
  group: 'overview',
  filters: ['touchpoint', 'tracked_url', 'channel', 'device', 'country'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: [
        'engagement_ratio',
        'avg_response_time',
        'avg_first_response_time',
        'missed_chats',
        'avg_session_duration',
        'survey_rating',
      ],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'visits_and_chats',
      kind: 'line',
      metrics: ['visits', 'chats_with_agent_reply', 'missed_chats'],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'response_over_time',
      kind: 'line',
      metrics: ['avg_response_time', 'avg_first_response_time'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'first_response_steps',
      kind: 'histogram',
      metrics: ['first_responses'],
      dimensions: ['first_response_bucket'],
      width: 6,
    },
    {
      id: 'by_tracked_url',
      kind: 'table',
      metrics: [
        'visits',
        'chats_with_agent_reply',
        'engagement_ratio',
        'missed_chats',
        'avg_response_time',
        'avg_session_duration',
      ],
      dimensions: ['tracked_url'],
      width: 12,
    },
  ],
  source: ['000'],
}
