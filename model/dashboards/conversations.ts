import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Conversations → Conversations (001): how many there are, by text and by video, and how long they last. */
export const conversations: Dashboard = {
  id: 'conversations',
  group: 'conversations',
  filters: ['channel', 'touchpoint', 'agent', 'team', 'device', 'country'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['conversations', 'conversations_text', 'conversations_video', 'avg_session_duration'],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'over_time',
      kind: 'line',
      metrics: ['conversations', 'conversations_video'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'by_channel', kind: 'bar', metrics: ['conversations'], dimensions: ['channel'], width: 6 },
    { id: 'by_duration', kind: 'histogram', metrics: ['conversations'], dimensions: ['duration_bucket'], width: 6 },
  ],
  source: ['001'],
}
