import type { Thread } from '@parley/core/declare/thread.ts'
import { amountSql, wideAmountSql } from '@parley/core/money/sql.ts'
import { inOrder } from '../updates/told.ts'

const amountOf = (field: string) => `JSONExtractString(data, '${field}', 'amount')`
const lastPlaced = (column: string) => `argMaxIf(${column}, ${inOrder}, is_placed)`

/** An order: placed, perhaps told again with other amounts, and refunded. */
export const order: Thread = {
  id: 'order',
  key: 'order_id',
  eventTypes: ['order.placed', 'order.refunded'],
  subjectKind: 'order',
  namedBy: 'subject_id',
  relations: [
    {
      name: 'order_events',
      sql: `
  SELECT
    organization_id, subject_id AS order_id, events.time AS time, source, id, xxHash64(source, id) AS event_key,
    type = 'order.placed' AS is_placed, visitor_id, contact_id,
    ${amountSql(amountOf('total'))} AS placed_total,
    ${wideAmountSql(amountOf('total'))} - ${wideAmountSql(amountOf('shipping'))} - ${wideAmountSql(amountOf('tax'))} AS placed_value,
    ${wideAmountSql(amountOf('amount'))} AS refund,
    JSONExtractString(data, if(is_placed, 'total', 'amount'), 'currency') AS told_currency
  FROM {events} AS events WHERE type IN ('order.placed', 'order.refunded')`,
    },
    {
      name: 'order_rows',
      // Told again, an order is as it was told last, and counts when it was told first.
      sql: `
  SELECT
    organization_id, order_id,
    minIf(time, is_placed) AS first_placed, argMinIf(event_key, ${inOrder}, is_placed) AS first_key,
    ${lastPlaced('placed_total')} AS total, ${lastPlaced('placed_value')} AS full_value, ${lastPlaced('told_currency')} AS currency,
    argMaxIf(visitor_id, ${inOrder}, visitor_id != '') AS visitor,
    argMaxIf(contact_id, ${inOrder}, contact_id != '') AS contact,
    -- Money of another currency cannot be taken off.
    arraySum(arrayMap(one -> one.2, arrayFilter(one -> one.1 = currency, groupArrayIf((told_currency, refund), NOT is_placed)))) AS refunded
  FROM order_events GROUP BY organization_id, order_id
  HAVING countIf(is_placed) > 0`,
    },
  ],
}
