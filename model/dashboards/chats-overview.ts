import type { Dashboard } from '@parley/core/declare/dashboard.ts'

const filters = ['channel', 'touchpoint', 'inbox', 'team', 'agent', 'bot', 'category', 'initiator']

/** Chats → Overview (004): how many chats there are, and how well they are answered. */
export const chatsOverview: Dashboard = {
  id: 'chats_overview',
  group: 'chats',
  filters,
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: [
        'chats',
        'missed_chats',
        'median_first_response_time',
        'median_response_time',
        'avg_session_duration',
        'effective_chats',
      ],
      granularity: 'auto',
      width: 12,
    },
    { id: 'chats_over_time', kind: 'line', metrics: ['chats'], granularity: 'auto', width: 12 },
    {
      id: 'answered_over_time',
      kind: 'line',
      metrics: ['chats_with_agent_reply', 'missed_chats'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'response_over_time',
      kind: 'line',
      metrics: ['median_response_time', 'p90_response_time'],
      granularity: 'auto',
      width: 6,
    },
    { id: 'chats_by_channel', kind: 'bar', metrics: ['chats'], dimensions: ['channel'], width: 4 },
    {
      id: 'chats_by_agent',
      kind: 'table',
      metrics: [
        'chats',
        'chats_with_agent_reply',
        'effective_chats',
        'median_first_response_time',
        'median_response_time',
      ],
      dimensions: ['first_agent'],
      width: 8,
    },
  ],
  source: ['004', '000'],
}
