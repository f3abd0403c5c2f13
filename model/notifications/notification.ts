import type { Thread } from '@parley/core/declare/thread.ts'
import { pricePartsSql } from '@parley/core/money/sql.ts'
import { inOrder, progressSql, toldLastSql, toldSql } from '../updates/told.ts'
import { notificationProgress } from './status.ts'

const paid = pricePartsSql('price')

// What each update says of a notification.
const told = {
  campaign: 'category',
  template: "JSONExtractString(data, 'template')",
  error_code: "JSONExtractString(data, 'error_code')",
  touchpoint: 'touchpoint_id',
  contact: 'contact_id',
  currency: paid.currency,
}

/** A notification: every status it went through. */
export const notification: Thread = {
  id: 'notification',
  key: 'notification_id',
  eventTypes: ['notification.updated'],
  subjectKind: 'notification',
  namedBy: 'subject_id',
  relations: [
    {
      name: 'notification_updates',
      sql: `
  SELECT
    organization_id, subject_id AS notification_id, events.time AS time, source, id, xxHash64(source, id) AS event_key,
    channel AS told_channel, status AS told_status, number_a AS told_parts,
    ${toldSql(told)},
    ${paid.amount} AS told_price,
    ${progressSql(notificationProgress)} AS progress
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
    ${toldLastSql(told)},
    -- A price told again replaces the one before: it is never paid twice.
    argMaxIf(told_price, ${inOrder}, told_currency != '') AS price
  FROM notification_updates GROUP BY organization_id, notification_id`,
    },
  ],
}
