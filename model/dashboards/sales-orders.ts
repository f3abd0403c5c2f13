import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Sales → Orders (001): what conversations bring in. */
export const salesOrders: Dashboard = {
  id: 'sales_orders',
  group: 'sales',
  filters: ['agent', 'channel', 'touchpoint', 'country', 'currency'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['purchase_conversion_rate', 'orders', 'gmv', 'aov'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'gmv_over_time', kind: 'line', metrics: ['gmv'], dimensions: ['currency'], granularity: 'auto', width: 8 },
    { id: 'orders_by_channel', kind: 'bar', metrics: ['orders'], dimensions: ['channel'], width: 4 },
    { id: 'orders_over_time', kind: 'line', metrics: ['orders'], granularity: 'auto', width: 6 },
    { id: 'conversion_over_time', kind: 'line', metrics: ['purchase_conversion_rate'], granularity: 'auto', width: 6 },
    { id: 'by_agent', kind: 'table', metrics: ['orders', 'gmv', 'aov'], dimensions: ['agent'], width: 6 },
    { id: 'by_currency', kind: 'table', metrics: ['orders', 'gmv', 'aov'], dimensions: ['currency'], width: 6 },
  ],
  source: ['001'],
}
