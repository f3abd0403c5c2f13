import {
  countMetric,
  type Metric,
  meanAmountMetric,
  moneyMetric,
  ratioMetric,
  whereBetter,
} from '@parley/core/declare/metric.ts'

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
  whereBetter('more', countMetric('orders', 'orders', 'is_attributed', ['001'])),
  countMetric('orders_all', 'orders', undefined, ['001']),
  whereBetter('more', moneyMetric('gmv', 'orders', 'value', 'is_attributed', ['001'])),
  whereBetter('more', meanAmountMetric('aov', 'orders', 'value', 'is_attributed', ['001'])),
  buyers,
  conversationVisitors,
  whereBetter('more', ratioMetric('purchase_conversion_rate', buyers, conversationVisitors, ['001'])),
]
