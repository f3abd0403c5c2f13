import type { Fact } from '@parley/core/declare/fact.ts'
import { microUnitDigits } from '@parley/core/money/amount.ts'
import { order } from './order.ts'

const nothing = `toDecimal128(0, ${microUnitDigits})`

/** Orders, each counted once, when it was first placed; what came before it is found when it is asked for. */
export const orders: Fact = {
  id: 'orders',
  grain: 'an order, with what it is worth by now',
  thread: order,
  madeBy: 'order.placed',
  time: 'placed_at',
  looks: 'session',
  columns: [
    { id: 'visitor', type: 'id', holds: 'the visitor who bought' },
    { id: 'contact', type: 'id', holds: 'the contact who bought' },
    { id: 'total', type: 'money', holds: 'what was paid, with shipping and tax, the discount taken off' },
    { id: 'value', type: 'money', holds: 'the total without shipping, tax and refunds; never below zero' },
    { id: 'is_refunded', type: 'flag', holds: 'some of it was paid back' },
    { id: 'currency', type: 'word', holds: 'its currency' },
  ],
  select: `
  SELECT
    organization_id, first_placed AS placed_at, order_id, first_key AS event_key, visitor, contact, total,
    -- A refund may have shipping and tax in it: an order that went back whole is worth nothing, not less.
    toDecimal64(greatest(full_value - refunded, ${nothing}), ${microUnitDigits}) AS value,
    refunded > 0 AS is_refunded, currency
  FROM order_rows`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, time AS placed_at, order_id, event_key FROM order_events
  WHERE is_placed AND (organization_id, order_id, event_key) NOT IN (SELECT organization_id, order_id, first_key FROM order_rows)`,
  },
}
