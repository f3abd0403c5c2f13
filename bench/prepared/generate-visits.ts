import { literal } from '@parley/core/sql/literal.ts'
import type { Stretch } from './generate.ts'

/** Pages of a mean visit. */
export const pagesPerVisit = 4

/**
 * An INSERT of the pages of visits into the events table, made in the engine: 1 to 7 pages each, seconds to minutes apart,
 * on one of 2,000 addresses, some with the widget on screen and clicked, with auto messages and with a visitor who tells a name. A visitor comes back three times or so.
 */
export function generateVisitsSql(stretch: Stretch): string {
  return `INSERT INTO events (organization_id, source, id, subject_kind, subject_id, time, type, received_at, touchpoint_id, visitor_id, url,
  country, browser, os, device, reference, contact_id, data)
SELECT
  organization_id, '/site' AS source, concat('p', toString(number * 64 + step * 8 + kind)) AS id,
  'visitor' AS subject_kind, visitor AS subject_id,
  fromUnixTimestamp64Milli(at, 'UTC') AS time,
  ['page.viewed', 'widget.shown', 'widget.clicked', 'auto_message.shown', 'auto_message.clicked', 'contact.identified'][kind + 1] AS type,
  fromUnixTimestamp64Milli(at + 30, 'UTC') AS received_at,
  concat('w', toString(seed % 12)) AS touchpoint_id, visitor AS visitor_id,
  concat('https://www.example.com/', ['', 'prices', 'bikes/', 'bikes/city/', 'help'][1 + cityHash64(seed, step) % 5], if(seed % 3 = 0, toString(cityHash64(step, seed) % 500), '')) AS url,
  ['NL', 'NL', 'NL', 'BE', 'DE', 'FR', 'GB', ''][1 + intDiv(seed, 41) % 8] AS country,
  ['Chrome', 'Chrome', 'Safari', 'Firefox', 'Edge'][1 + intDiv(seed, 43) % 5] AS browser,
  ['Windows', 'Android', 'iOS', 'macOS'][1 + intDiv(seed, 47) % 4] AS os,
  ['desktop', 'mobile', 'mobile', 'tablet'][1 + intDiv(seed, 53) % 4] AS device,
  if(kind IN (3, 4), concat('auto-', toString(seed % 8)), '') AS reference,
  if(kind = 5, concat('p-', visitor), '') AS contact_id,
  multiIf(
    kind = 0 AND step = 0 AND seed % 2 = 0, '{"referrer":"https://www.google.com/"}',
    kind = 2, '{"target":"launcher"}',
    kind IN (3, 4), concat('{"trigger":"trigger-', toString(seed % 5), '","text":"Can we help with ', toString(seed % 8), '?"}'),
    '{}') AS data
FROM (
  SELECT
    number, cityHash64(number, 'visit') AS seed,
    splitByChar(' ', ${literal(stretch.organizationIds.join(' '))})[if(seed % 100 < 60, 1, 2 + intDiv(seed, 100) % ${stretch.organizationIds.length - 1})] AS organization_id,
    concat('v-', substring(lower(hex(cityHash64(intDiv(number, 3), 'visitor'))), 1, 12)) AS visitor,
    ${stretch.fromMs} + intDiv(seed, 61) % ${stretch.toMs - stretch.fromMs} AS began,
    range(1 + intDiv(seed, 59) % ${2 * pagesPerVisit - 1}) AS steps,
    arrayCumSum(arrayMap(step -> if(step = 0, 0, 3000 + cityHash64(step, seed) % 120000), steps)) AS pauses,
    arrayJoin(arrayConcat(
      arrayMap((step, pause) -> (toUInt8(0), toUInt16(step), toInt64(began + pause)), steps, pauses),
      arrayMap(around -> (toUInt8(around.1), toUInt16(0), toInt64(began + around.2)), arrayFilter(around -> around.3, [
        (1, 1500, seed % 4 = 0), (2, 4000, seed % 8 = 0), (3, 5000, seed % 6 = 0), (4, 8000, seed % 12 = 0), (5, 9000, seed % 10 = 0)])))) AS item,
    item.1 AS kind, item.2 AS step, item.3 AS at
  FROM numbers(${stretch.first}, ${stretch.end - stretch.first})
)`
}
