import type { AskedFact } from '@parley/core/declare/fact.ts'
import { orders } from './fact.ts'

/**
 * Orders with what led to them (catalogue §2, Attribution): the latest two-way session of the same person that started
 * before, no longer ago than the organization's window. Found while a question is answered: a visitor may turn out to be
 * a contact later, a session may be told late, and a changed window holds for the past at once.
 */
export const attributedOrders: AskedFact = {
  ...orders,
  columns: [
    ...orders.columns,
    { id: 'is_attributed', type: 'flag', holds: 'a conversation led to it' },
    { id: 'conversation_id', type: 'id', holds: 'the conversation that led to it' },
    { id: 'session_number', type: 'count', holds: 'the session of it that did' },
    { id: 'person', type: 'id', holds: 'who bought: the contact of that session, or else its visitor' },
    { id: 'agent', type: 'word', holds: 'the agent of that session' },
    { id: 'team', type: 'word', holds: 'the team of that session' },
    { id: 'channel', type: 'word', holds: 'the channel of that session' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint of that session' },
    { id: 'country', type: 'word', holds: 'the country of that session' },
    { id: 'region', type: 'word', holds: 'the region of that session' },
    { id: 'place', type: 'word', holds: 'the place of that session' },
  ],
  made: {
    isShared: true,
    sql: `
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM {rows:identifications ever} AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM {rows:identifications ever} AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM {rows:orders} AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM {rows:sessions back attribution_window_days} AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay({setting:attribution_window_days})
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM {rows:orders} AS placed
LEFT JOIN led USING (organization_id, order_id)`,
  },
}
