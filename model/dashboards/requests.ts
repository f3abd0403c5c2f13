import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Conversations → Requests (001): who asks for a conversation, and whether the other side accepts. */
export const requests: Dashboard = {
  id: 'requests',
  group: 'conversations',
  filters: ['touchpoint', 'channel', 'agent', 'team', 'initiator', 'medium', 'tracked_url'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: [
        'agent_requests',
        'visitor_requests',
        'text_requests',
        'video_requests',
        'unsuccessful_requests',
        'unanswered_visitor_requests',
      ],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'by_initiator',
      kind: 'line',
      metrics: ['agent_requests', 'visitor_requests'],
      granularity: 'auto',
      width: 8,
    },
    { id: 'by_medium', kind: 'pie', metrics: ['requests'], dimensions: ['medium'], width: 4 },
    {
      id: 'by_medium_over_time',
      kind: 'bar',
      metrics: ['requests'],
      dimensions: ['medium'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'acceptance_over_time',
      kind: 'line',
      metrics: ['agent_request_acceptance_rate', 'visitor_request_acceptance_rate'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'by_hour',
      kind: 'bar',
      metrics: ['requests'],
      dimensions: ['medium'],
      granularity: 'hour_of_day',
      width: 6,
    },
    {
      id: 'unanswered_over_time',
      kind: 'bar',
      metrics: ['unanswered_visitor_requests'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'top_urls',
      kind: 'table',
      metrics: ['requests', 'visitor_requests', 'agent_requests', 'unsuccessful_requests'],
      dimensions: ['url'],
      width: 12,
    },
    { id: 'triggers', kind: 'bar', metrics: ['auto_message_clicks'], dimensions: ['trigger'], width: 4 },
    {
      id: 'auto_messages',
      kind: 'table',
      metrics: ['auto_message_clicks'],
      dimensions: ['auto_message_text', 'target_url'],
      width: 8,
    },
  ],
  source: ['001'],
}
