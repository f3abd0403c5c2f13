import type { AskedFact, Fact } from '@parley/core/declare/fact.ts'
import { calls } from '../calls/fact.ts'
import { messages } from '../messages/fact.ts'
import { notifications } from '../notifications/fact.ts'

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
    unites: [
      priced('messages', messages, 'channel'),
      priced('notifications', notifications, 'channel'),
      priced('calls', calls, 'medium'),
    ],
  },
}

/** The rows of a fact that have a price. */
function priced(service: (typeof services)[number], { id, time, thread }: Fact, channel: string) {
  return {
    fact: id,
    where: "currency != ''",
    columns: {
      spent_at: time,
      subject: thread.key,
      service: `toString('${service}')`,
      channel,
      touchpoint: 'touchpoint',
      price: 'price',
      currency: 'currency',
    },
  }
}
