import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Website → Widget (001): who sees the widget, who clicks, and which auto messages are clicked. */
export const websiteWidget: Dashboard = {
  id: 'website_widget',
  group: 'website',
  filters: ['touchpoint', 'tracked_url', 'device', 'browser', 'country'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['widget_impression_visitors', 'widget_click_visitors', 'widget_ctr', 'auto_message_clicks'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'click_through_over_time', kind: 'line', metrics: ['widget_ctr'], granularity: 'auto', width: 12 },
    {
      id: 'seen_and_clicked_over_time',
      kind: 'line',
      metrics: ['widget_impression_visitors', 'widget_click_visitors'],
      granularity: 'auto',
      width: 8,
    },
    { id: 'by_device', kind: 'bar', metrics: ['widget_ctr'], dimensions: ['device'], width: 4 },
    { id: 'clicks_by_trigger', kind: 'bar', metrics: ['auto_message_clicks'], dimensions: ['trigger'], width: 4 },
    {
      id: 'clicks_by_message',
      kind: 'table',
      metrics: ['auto_message_clicks'],
      dimensions: ['auto_message_text', 'target_url', 'url'],
      width: 8,
    },
  ],
  source: ['001'],
}
