import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Team → Leaderboard (001): what each agent achieves, side by side. */
export const leaderboard: Dashboard = {
  id: 'leaderboard',
  group: 'team',
  filters: ['agent', 'team', 'channel', 'touchpoint'],
  panels: [
    {
      id: 'leaderboard',
      kind: 'table',
      metrics: ['conversations', 'survey_rating', 'agent_requests', 'agent_request_acceptance_rate', 'orders', 'gmv'],
      dimensions: ['agent'],
      width: 12,
    },
    {
      id: 'rating_over_time',
      kind: 'line',
      metrics: ['survey_rating'],
      dimensions: ['agent'],
      granularity: 'auto',
      finest: 'week',
      width: 6,
    },
    {
      id: 'conversations_over_time',
      kind: 'line',
      metrics: ['conversations'],
      dimensions: ['agent'],
      granularity: 'auto',
      finest: 'week',
      width: 6,
    },
    {
      id: 'requests_over_time',
      kind: 'line',
      metrics: ['agent_requests'],
      dimensions: ['agent'],
      granularity: 'auto',
      finest: 'week',
      width: 6,
    },
    {
      id: 'acceptance_over_time',
      kind: 'line',
      metrics: ['agent_request_acceptance_rate'],
      dimensions: ['agent'],
      granularity: 'auto',
      finest: 'week',
      width: 6,
    },
    {
      id: 'orders_over_time',
      kind: 'bar',
      metrics: ['orders'],
      dimensions: ['agent'],
      granularity: 'auto',
      width: 12,
    },
  ],
  source: ['001'],
}
