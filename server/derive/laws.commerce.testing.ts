import { amountText } from '@parley/core/money/amount.ts'
import type { CommerceFacts } from '@parley/fixtures/oracle/commerce-facts.ts'
import type { Money } from '@parley/fixtures/oracle/money.ts'

const at = (column: string) => `toUnixTimestamp64Milli(${column})`

/** Table → the columns that a test compares, of what is sent, called and bought. */
export const commerceCompared = {
  notifications: `notification_id, ${at('notified_at')}, channel, status, short_status, is_read, campaign, template,
    touchpoint, contact, error_code, parts, price, currency`,
  calls: `call_id, ${at('called_at')}, status, medium, direction, trunk, touchpoint, agent, bot, bot_evaluation, conversation_id, contact,
    is_connected, ${at('connected_at')}, ${at('ended_at')}, talk, handling, price, currency`,
  orders: `order_id, ${at('placed_at')}, visitor, contact, total, value, is_refunded, currency`,
  identifications: `visitor_id, ${at('identified_at')}, contact`,
} as const

/** What the oracle finds of it, as the store writes it. */
export function expectedCommerce(
  { notifications, calls, orders, identifications }: CommerceFacts,
  sorted: (rows: unknown[]) => string[],
): Record<keyof typeof commerceCompared, string[]> {
  const none = (value: string | null) => value ?? ''
  const money = (value: Money | null) => (value === null ? '0' : amountText(BigInt(value.units), null))
  return {
    notifications: sorted(
      notifications.map((one) => [
        ...[one.notification_id, one.time, one.channel, one.status, one.short_status, Number(one.is_read)],
        ...[one.campaign, one.template, one.touchpoint, one.contact, one.error_code].map(none),
        ...[one.parts, money(one.price), none(one.currency)],
      ]),
    ),
    calls: sorted(
      calls.map((one) => [
        ...[one.call_id, one.time, one.status, one.medium],
        ...[
          one.direction,
          one.trunk,
          one.touchpoint,
          one.agent,
          one.bot,
          one.bot_evaluation,
          one.conversation_id,
          one.contact,
        ].map(none),
        ...[Number(one.is_connected), one.connected_at, one.ended_at, one.talk_ms, one.handling_ms],
        ...[money(one.price), none(one.currency)],
      ]),
    ),
    orders: sorted(
      orders.map((one) => [
        ...[one.order_id, one.time, none(one.visitor), none(one.contact)],
        ...[money(one.total), money(one.value), Number(one.is_refunded), one.currency],
      ]),
    ),
    identifications: sorted(identifications.map((one) => [one.visitor_id, one.time, one.contact])),
  }
}
