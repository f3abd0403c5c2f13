import type { Thread } from '@parley/core/declare/thread.ts'
import { pricePartsSql } from '@parley/core/money/sql.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { notificationProgress } from './status.ts'

const statuses = Object.entries(notificationProgress)
const paid = pricePartsSql('price')

// What each update says of a notification; what one leaves out, an earlier one may have told.
const told = {
  campaign: 'category',
  template: "JSONExtractString(data, 'template')",
  error_code: "JSONExtractString(data, 'error_code')",
  touchpoint: 'touchpoint_id',
  contact: 'contact_id',
  currency: paid.currency,
}
const inOrder = '(time, length(id), id, source)'

/** A notification: every status it went through. */
export const notification: Thread = {
  id: 'notification',
  key: 'notification_id',
  eventTypes: ['notification.updated'],
  subjectKind: 'notification',
  namedBy: 'subject_id',
  // Template and error code stand nowhere else.
  readsData: true,
  relations: [
    {
      name: 'notification_updates',
      sql: `
  SELECT
    organization_id, subject_id AS notification_id, events.time AS time, source, id, xxHash64(source, id) AS event_key,
    channel AS told_channel, status AS told_status, number_a AS told_parts,
    ${Object.entries(told)
      .map(([name, sql]) => `${sql} AS told_${name}`)
      .join(', ')},
    ${paid.amount} AS told_price,
    transform(status, [${statuses.map(([status]) => literal(status)).join(', ')}], [${statuses.map(([, progress]) => progress).join(', ')}], 0) AS progress
  FROM {events} AS events WHERE type = 'notification.updated'`,
    },
    {
      name: 'notification_rows',
      sql: `
  SELECT
    organization_id, notification_id,
    min(time) AS first_told, argMin(event_key, ${inOrder}) AS first_key,
    argMax(told_status, (progress, time, length(id), id, source)) AS furthest,
    argMax(told_channel, ${inOrder}) AS channel,
    ifNull(argMaxIf(told_parts, ${inOrder}, told_parts IS NOT NULL), 0) AS parts,
    ${Object.keys(told)
      .map((name) => `argMaxIf(told_${name}, ${inOrder}, told_${name} != '') AS ${name}`)
      .join(', ')},
    -- A price told again replaces the one before: it is never paid twice.
    argMaxIf(told_price, ${inOrder}, told_currency != '') AS price
  FROM notification_updates GROUP BY organization_id, notification_id`,
    },
  ],
}
