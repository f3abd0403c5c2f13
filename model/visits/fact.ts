import type { Fact } from '@parley/core/declare/fact.ts'
import { visitTimeoutMs } from './visit-timeout.ts'
import { visitor } from './visitor.ts'

/** Visits (catalogue §2): counted when they begin, with a page or with the widget. Those of bots are none. */
export const visits: Fact = {
  id: 'visits',
  grain: 'a visitor’s stay on the site: pages and widget events no more than 30 minutes apart',
  thread: visitor,
  time: 'visited_at',
  looks: 'session',
  hashed: ['visitor_id'],
  columns: [
    { id: 'last_event_at', type: 'time', holds: 'the last page or widget event' },
    { id: 'closes_at', type: 'time', holds: 'when nothing can belong to it any more' },
    { id: 'duration', type: 'duration', holds: 'from the first page or widget event to the last' },
    { id: 'pages', type: 'count', holds: 'pages seen' },
    {
      id: 'contact',
      type: 'id',
      holds: 'the contact the visitor turned out to be, as told last, also after the visit',
    },
    { id: 'is_identified', type: 'flag', holds: 'it is known which contact the visitor is' },
    { id: 'touchpoint', type: 'word', holds: 'the first touchpoint of its pages and widget events' },
    { id: 'url', type: 'word', holds: 'the page on which it began' },
    { id: 'referrer', type: 'word', holds: 'the site its first page was reached from, by host; none when directly' },
    { id: 'device', type: 'word', holds: 'desktop, mobile, tablet or tv' },
    { id: 'browser', type: 'word', holds: 'the browser, without its version' },
    { id: 'os', type: 'word', holds: 'the operating system, without its version' },
    { id: 'country', type: 'word', holds: 'the country, as ISO 3166 has it' },
    { id: 'region', type: 'word', holds: 'the region, where a file of cities is set' },
    {
      id: 'place',
      type: 'word',
      holds: 'the coordinates of the city to a tenth of a degree, where a file of cities is set',
    },
    { id: 'saw_widget', type: 'flag', holds: 'the widget was on screen' },
    { id: 'clicked_widget', type: 'flag', holds: 'the launcher, a notification or an auto message was clicked' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(started, 'UTC') AS visited_at, visitor_id, first_key AS event_key,
    fromUnixTimestamp64Milli(ended, 'UTC') AS last_event_at, fromUnixTimestamp64Milli(ended + ${visitTimeoutMs}, 'UTC') AS closes_at,
    ended - started AS duration, pages, known_contact AS contact, known_contact != '' AS is_identified,
    touchpoint, first_url AS url, referrer, known_device AS device, known_browser AS browser, known_os AS os,
    known_country AS country, known_region AS region, known_place AS place, saw_widget, clicked_widget
  FROM visit_rows`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS visited_at, visitor_id, event_key
  FROM visitor_events WHERE is_stay AND NOT begins`,
  },
}
