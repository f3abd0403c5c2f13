import { countMetric, type Metric, meanAmountMetric, moneyMetric, ratioMetric } from '@parley/core/declare/metric.ts'

const buyers: Metric = {
  id: 'buyers',
  fact: 'orders',
  unit: 'count',
  measure: { kind: 'unique', of: 'person', where: "is_attributed AND person != ''" },
  additive: false,
  empty: 0,
  source: ['001'],
}

const conversationVisitors: Metric = {
  id: 'conversation_visitors',
  fact: 'sessions',
  unit: 'count',
  measure: { kind: 'unique', of: 'contact', where: "is_two_way AND contact != ''" },
  additive: false,
  empty: 0,
  source: ['001'],
}

/** Numbers of orders, counted when they were placed. */
export const orderMetrics: readonly Metric[] = [
  countMetric('orders', 'orders', 'is_attributed', ['001']),
  countMetric('orders_all', 'orders', undefined, ['001']),
  moneyMetric('gmv', 'orders', 'value', 'is_attributed', ['001']),
  meanAmountMetric('aov', 'orders', 'value', 'is_attributed', ['001']),
  buyers,
  conversationVisitors,
  ratioMetric('purchase_conversion_rate', buyers, conversationVisitors, ['001']),
]
