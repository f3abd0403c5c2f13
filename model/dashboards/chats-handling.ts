import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Handling (002): who handles the chats, bots or agents, at what cost, and what is said. */
export const chatsHandling: Dashboard = {
  id: 'chats_handling',
  group: 'chats',
  filters: ['touchpoint', 'agent', 'channel', 'bot', 'has_contact_messages', 'team'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: [
        'chats',
        'bot_handled_chats',
        'bot_handled_share',
        'operator_handled_chats',
        'operator_handled_share',
        'cost',
      ],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'handled_over_time',
      kind: 'bar',
      metrics: ['operator_handled_chats', 'bot_handled_chats'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'cost_by_touchpoint', kind: 'bar', metrics: ['cost'], dimensions: ['touchpoint'], width: 4 },
    { id: 'cost_over_time', kind: 'bar', metrics: ['cost'], dimensions: ['channel'], granularity: 'auto', width: 8 },
    {
      id: 'contact_messages_by_channel',
      kind: 'bar',
      metrics: ['contact_messages'],
      dimensions: ['channel'],
      width: 4,
    },
    {
      id: 'contact_messages_over_time',
      kind: 'bar',
      metrics: ['contact_messages'],
      dimensions: ['channel'],
      granularity: 'auto',
      width: 8,
    },
    { id: 'agent_messages_over_time', kind: 'bar', metrics: ['agent_messages'], granularity: 'auto', width: 6 },
    { id: 'bot_messages_over_time', kind: 'bar', metrics: ['bot_messages'], granularity: 'auto', width: 6 },
    { id: 'contact_phrases', kind: 'phrases', metrics: ['contact_messages'], width: 6 },
    { id: 'bot_phrases', kind: 'phrases', metrics: ['bot_messages'], width: 6 },
    {
      id: 'dialogues_by_agent',
      kind: 'table',
      metrics: ['written_dialogs', 'active_dialogs', 'skipped_dialogs'],
      dimensions: ['agent'],
      width: 6,
    },
    {
      id: 'presence_by_agent',
      kind: 'table',
      metrics: ['online_seconds', 'paused_seconds'],
      dimensions: ['agent'],
      width: 6,
    },
    { id: 'chats_by_country', kind: 'map', metrics: ['chats'], dimensions: ['place'], width: 12 },
  ],
  source: ['002'],
}
