import type { Fact } from '@parley/core/declare/fact.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { notification } from './notification.ts'
import { shortStatuses } from './status.ts'

const short = Object.entries(shortStatuses).map(
  ([name, statuses]) => `status IN ${literal(statuses)}, ${literal(name)}`,
)

/** Notifications, each counted once, when its first status was told (catalogue §2). */
export const notifications: Fact = {
  id: 'notifications',
  grain: 'a notification, with the furthest status it reached',
  thread: notification,
  madeBy: 'notification.updated',
  time: 'notified_at',
  looks: 'session',
  columns: [
    { id: 'channel', type: 'word', holds: 'the channel it was sent through' },
    { id: 'status', type: 'word', holds: 'the furthest status it reached; one that was read is delivered' },
    { id: 'short_status', type: 'word', holds: 'in progress, delivered or not delivered' },
    { id: 'is_read', type: 'flag', holds: 'somebody saw it' },
    { id: 'campaign', type: 'word', holds: 'its campaign' },
    { id: 'template', type: 'word', holds: 'the template it was made from' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint it was sent from' },
    { id: 'contact', type: 'id', holds: 'whom it was sent to' },
    { id: 'error_code', type: 'word', holds: 'why it failed, in the words of its gateway' },
    { id: 'parts', type: 'count', holds: 'how many parts it was sent in' },
    { id: 'price', type: 'money', holds: 'its price as it was told last; zero if never' },
    { id: 'currency', type: 'word', holds: 'the currency of its price; none without one' },
  ],
  select: `
  SELECT
    organization_id, first_told AS notified_at, notification_id, first_key AS event_key,
    channel, if(furthest = 'read', 'delivered', furthest) AS status, multiIf(${short.join(', ')}, '') AS short_status,
    furthest = 'read' AS is_read, campaign, template, touchpoint, contact, error_code,
    toUInt32(parts) AS parts, price, currency
  FROM notification_rows`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, time AS notified_at, notification_id, event_key FROM notification_updates
  WHERE (organization_id, notification_id, event_key) NOT IN (SELECT organization_id, notification_id, first_key FROM notification_rows)`,
  },
}
