import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per user (004): what chats, and what came of them, are made of. */
export const chatsPerUser: Dashboard = {
  id: 'chats_per_user',
  group: 'chats',
  filters: ['agent', 'team', 'inbox', 'channel', 'touchpoint'],
  picker: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
  panels: [
    { id: 'shares', kind: 'pie', metrics: ['$picked'], dimensions: ['agent'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['agent'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['agent'], granularity: 'auto', width: 12 },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
      dimensions: ['agent'],
      width: 12,
    },
  ],
  source: ['004'],
}
