import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per channel (004): what chats, and what came of them, are made of. */
export const chatsPerChannel: Dashboard = {
  id: 'chats_per_channel',
  group: 'chats',
  filters: ['channel', 'touchpoint', 'inbox', 'team', 'agent', 'bot'],
  picker: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
  panels: [
    { id: 'shares', kind: 'pie', metrics: ['$picked'], dimensions: ['channel'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['channel'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['channel'], granularity: 'auto', width: 12 },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
      dimensions: ['channel'],
      width: 12,
    },
  ],
  source: ['004'],
}
