import type { Thread } from '@parley/core/declare/thread.ts'
import { hostSql } from './host.ts'
import { visitTimeoutMs } from './visit-timeout.ts'

/*
 * Order: by time; at the same instant who the visitor is comes before the page, and the page before what happened on it;
 * then the shorter id first, the id and the source, as in a conversation.
 */
const oneVisitor = 'PARTITION BY visitor_hash, organization_id, visitor_id'
const inOrder = 'ORDER BY time, rank, id_length, id, source'
const sofar = `(${oneVisitor} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
const before = `(${oneVisitor} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
const allAlong = `(${oneVisitor} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`
const sofarByPosition = `(${oneVisitor} ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`

const eventTypes = [
  'page.viewed',
  'widget.shown',
  'widget.clicked',
  'auto_message.shown',
  'auto_message.clicked',
  'contact.identified',
] as const

/**
 * One row per event of a visitor who is no bot. Only `is_stay` belongs to visits: identifying somebody makes none and
 * prolongs none. `begins`: the first event of a visit. Visits are numbered from 1.
 */
const visitorEvents = `
  SELECT *, sum(begins) OVER ${sofarByPosition} AS visit_number
  FROM (
    SELECT *,
      row_number() OVER ${sofar} AS position,
      -- In retrospect too: what was told last of who this is holds for everything before.
      anyLastIf(contact_id, contact_id != '') OVER ${allAlong} AS contact,
      is_stay AND (countIf(is_stay) OVER ${before} = 0 OR time - maxIf(time, is_stay) OVER ${before} > ${visitTimeoutMs}) AS begins
    FROM (
      SELECT
        organization_id, visitor_id, cityHash64(organization_id, visitor_id) AS visitor_hash,
        toUnixTimestamp64Milli(events.time) AS time, source, id, type, xxHash64(source, id) AS event_key, length(id) AS id_length,
        type != 'contact.identified' AS is_stay,
        type = 'page.viewed' AS is_page,
        multiIf(is_page, 1, is_stay, 2, 0) AS rank,
        contact_id, touchpoint_id, url, reference, country, region, place, browser, os, device,
        JSONExtract(data, 'Tuple(referrer String, target String, trigger String, text String, target_url String)') AS told,
        -- Looking for hosts is most of the work here: only where there is something to find.
        if(told.referrer = '', '', ${hostSql('told.referrer')}) AS referring_host,
        -- A page of the same site is not where a visitor came from.
        if(referring_host = '' OR referring_host = ${hostSql('url')}, '', referring_host) AS came_from,
        told.target AS target, told.trigger AS trigger, told.text AS text, told.target_url AS target_url
      FROM {events} AS events
      WHERE visitor_id != '' AND type IN (${eventTypes.map((type) => `'${type}'`).join(', ')})
    )
  )`

/** What is known of each visit when it is over. */
const visitRows = `
  SELECT
    organization_id, visitor_id, visit_number,
    min(time) AS started, max(time) AS ended,
    anyIf(event_key, begins) AS first_key,
    any(contact) AS known_contact,
    argMinIf(touchpoint_id, position, touchpoint_id != '') AS touchpoint,
    argMin(url, position) AS first_url,
    argMinIf(came_from, position, is_page) AS referrer,
    argMinIf(device, position, device != '') AS known_device,
    argMinIf(browser, position, browser != '') AS known_browser,
    argMinIf(os, position, os != '') AS known_os,
    argMinIf(country, position, country != '') AS known_country,
    argMinIf(region, position, region != '') AS known_region,
    argMinIf(place, position, place != '') AS known_place,
    countIf(is_page) AS pages,
    countIf(type = 'widget.shown') > 0 AS saw_widget,
    countIf(type IN ('widget.clicked', 'auto_message.clicked')) > 0 AS clicked_widget
  FROM visitor_events WHERE is_stay
  GROUP BY organization_id, visitor_id, visit_number`

/** A browser: the pages it saw, what it did with the widget, and who it turned out to be. */
export const visitor: Thread = {
  id: 'visitor',
  key: 'visitor_id',
  eventTypes,
  subjectKind: 'visitor',
  except: { column: 'device', is: 'bot' },
  namedBy: 'subject_id',
  apart: { ms: visitTimeoutMs, joinedBy: 'contact_id' },
  relations: [
    { name: 'visitor_events', sql: visitorEvents },
    { name: 'visit_rows', sql: visitRows },
  ],
  sessionFrom: `
  SELECT organization_id, visitor_id,
    -- Another name for the visitor changes all visits, also those long before it.
    if(arrayExists(one -> one != called_before, called_since), 0, running_since) AS session_from
  FROM (
    SELECT visitor_events.organization_id AS organization_id, visitor_events.visitor_id AS visitor_id,
      argMaxIf(visitor_events.contact_id, visitor_events.position, visitor_events.contact_id != '' AND visitor_events.time < touched.changed_from) AS called_before,
      groupUniqArrayIf(visitor_events.contact_id, visitor_events.contact_id != '' AND visitor_events.time >= touched.changed_from) AS called_since,
      maxIf(visitor_events.time, visitor_events.begins AND visitor_events.time < touched.changed_from) AS running_since
    FROM visitor_events INNER JOIN touched
      ON visitor_events.organization_id = touched.touched_organization AND visitor_events.visitor_id = touched.touched_key
    GROUP BY organization_id, visitor_id
  )`,
}
