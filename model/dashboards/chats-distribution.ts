import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Distribution (004): at which hours of the week it is busy. */
export const chatsDistribution: Dashboard = {
  id: 'chats_distribution',
  group: 'chats',
  filters: ['channel', 'touchpoint', 'inbox', 'team', 'agent', 'bot'],
  picker: ['chats', 'effective_chats', 'leads', 'chatpoints', 'messages'],
  panels: [
    {
      id: 'hours_of_week',
      kind: 'heat_map',
      metrics: ['$picked'],
      granularity: 'hour_of_week',
      cycle: 'mean',
      width: 12,
    },
    { id: 'hours_of_day', kind: 'bar', metrics: ['$picked'], granularity: 'hour_of_day', cycle: 'mean', width: 6 },
    { id: 'days_of_week', kind: 'bar', metrics: ['$picked'], granularity: 'day_of_week', cycle: 'mean', width: 6 },
  ],
  source: ['004'],
}
