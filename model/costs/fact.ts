import type { AskedFact } from '@parley/core/declare/fact.ts'
import { messages } from '../messages/fact.ts'

/** What money is spent on. */
export const services = ['messages', 'notifications', 'calls'] as const

/**
 * Everything that has a price, once, when it counts: a message when it was sent, a notification and a call at its first
 * status. Their prices are kept with them, so that a price told again is not paid twice.
 */
export const costs: AskedFact = {
  id: 'costs',
  grain: 'a message, a notification or a call that has a price',
  thread: { id: 'cost', key: 'subject' },
  time: 'spent_at',
  columns: [
    { id: 'service', type: 'word', holds: 'what was paid for: messages, notifications or calls' },
    { id: 'channel', type: 'word', holds: 'its channel; of a call, whether voice or video' },
    { id: 'touchpoint', type: 'word', holds: 'its touchpoint; of a call that names none its trunk' },
    { id: 'price', type: 'money', holds: 'its price' },
    { id: 'currency', type: 'word', holds: 'the currency of its price' },
  ],
  made: {
    sql: `
SELECT organization_id, sent_at AS spent_at, ${messages.thread.key} AS subject, event_key,
  toString('messages') AS service, channel, touchpoint, price, currency
FROM {rows:messages} AS sent WHERE currency != ''
UNION ALL
SELECT organization_id, notified_at AS spent_at, notification_id AS subject, event_key,
  'notifications' AS service, channel, touchpoint, price, currency
FROM {rows:notifications} AS notified WHERE currency != ''
UNION ALL
SELECT organization_id, called_at AS spent_at, call_id AS subject, event_key,
  'calls' AS service, medium AS channel, touchpoint, price, currency
FROM {rows:calls} AS called WHERE currency != ''`,
  },
}
