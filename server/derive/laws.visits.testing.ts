import type { VisitFacts } from '@parley/fixtures/oracle/visits.ts'
import { visitTimeoutMs } from '@parley/model/visits/visit-timeout.ts'

const at = (column: string) => `toUnixTimestamp64Milli(${column})`

/** Table → the columns that a test compares, of what visitors do on a site. */
export const visitsCompared = {
  visits: `visitor_id, ${at('visited_at')}, ${at('last_event_at')}, ${at('closes_at')}, duration, pages, contact, is_identified,
    touchpoint, url, referrer, device, browser, os, country, region, place, saw_widget, clicked_widget`,
  widget_actions: `visitor_id, ${at('acted_at')}, widget_action, click_target, auto_message, trigger, auto_message_text, target_url, url,
    touchpoint, referrer, device, browser, os, country, region, place`,
} as const

/** What the oracle finds of it, as the store writes it. */
export function expectedVisits(
  { visits, widget_actions }: VisitFacts,
  sorted: (rows: unknown[]) => string[],
): Record<keyof typeof visitsCompared, string[]> {
  const none = (value: string | null) => value ?? ''
  return {
    visits: sorted(
      visits.map((one) => [
        ...[one.visitor, one.time, one.ended_at, one.ended_at + visitTimeoutMs, one.ended_at - one.time, one.pages],
        ...[none(one.contact), Number(one.contact !== null)],
        ...[one.touchpoint, one.url, one.referrer, one.device, one.browser, one.os].map(none),
        ...[one.country, one.region, one.place].map(none),
        ...[one.saw_widget, one.clicked_widget].map(Number),
      ]),
    ),
    widget_actions: sorted(
      widget_actions.map((one) => [
        ...[one.visitor, one.time, one.action],
        ...[one.target, one.auto_message, one.trigger, one.auto_message_text, one.target_url, one.url].map(none),
        ...[one.touchpoint, one.referrer, one.device, one.browser, one.os, one.country, one.region, one.place].map(
          none,
        ),
      ]),
    ),
  }
}
