import type { Fact } from '@parley/core/declare/fact.ts'
import { visitor } from '../visits/visitor.ts'

/** What visitors saw and clicked of the widget and its auto messages. */
export const widgetActions: Fact = {
  id: 'widget_actions',
  grain: 'the widget or an auto message shown to a visitor, or clicked',
  thread: visitor,
  madeBy: ['widget.shown', 'widget.clicked', 'auto_message.shown', 'auto_message.clicked'],
  time: 'acted_at',
  looks: 'session',
  columns: [
    {
      id: 'widget_action',
      type: 'word',
      holds: 'widget_shown, widget_clicked, auto_message_shown or auto_message_clicked',
    },
    { id: 'click_target', type: 'word', holds: 'of a click on the widget: launcher, notification or auto_message' },
    { id: 'auto_message', type: 'word', holds: 'the auto message it was about' },
    { id: 'trigger', type: 'word', holds: 'what made the auto message appear' },
    { id: 'auto_message_text', type: 'text', holds: 'what the auto message said' },
    { id: 'target_url', type: 'text', holds: 'where the auto message leads' },
    { id: 'url', type: 'word', holds: 'the page it happened on' },
    { id: 'touchpoint', type: 'word', holds: 'its touchpoint, or else the first of its visit' },
    { id: 'referrer', type: 'word', holds: 'the site its visit came from' },
    { id: 'device', type: 'word', holds: 'the device of its visit' },
    { id: 'browser', type: 'word', holds: 'the browser of its visit' },
    { id: 'os', type: 'word', holds: 'the operating system of its visit' },
    { id: 'country', type: 'word', holds: 'the country of its visit' },
    { id: 'region', type: 'word', holds: 'the region of its visit' },
    { id: 'place', type: 'word', holds: 'the place of its visit' },
  ],
  select: `
  SELECT
    acted.organization_id AS organization_id, fromUnixTimestamp64Milli(acted.time, 'UTC') AS acted_at,
    acted.visitor_id AS visitor_id, acted.event_key AS event_key,
    replaceOne(acted.type, '.', '_') AS widget_action, acted.target AS click_target,
    acted.reference AS auto_message, acted.trigger AS trigger, acted.text AS auto_message_text, acted.target_url AS target_url,
    acted.url AS url, if(acted.touchpoint_id != '', acted.touchpoint_id, around.touchpoint) AS touchpoint,
    around.referrer AS referrer, around.known_device AS device, around.known_browser AS browser, around.known_os AS os,
    around.known_country AS country, around.known_region AS region, around.known_place AS place
  FROM visitor_events AS acted
  INNER JOIN visit_rows AS around USING (organization_id, visitor_id, visit_number)
  WHERE acted.is_stay AND NOT acted.is_page`,
}
