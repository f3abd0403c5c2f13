import { literal } from '@parley/core/sql/literal.ts'
import type { Stretch } from './generate.ts'

/** Pages of a mean visit. */
export const pagesPerVisit = 4

/**
 * An INSERT of the pages of visits into the events table, made in the engine: 1 to 7 pages each, seconds to minutes apart,
 * on one of 2,000 addresses, some with the widget on screen and clicked. A visitor comes back three times or so.
 */
export function generateVisitsSql(stretch: Stretch): string {
  return `INSERT INTO events (organization_id, source, id, subject_kind, subject_id, time, type, received_at, touchpoint_id, visitor_id, url,
  country, browser, os, device, data)
SELECT
  organization_id, '/site' AS source, concat('p', toString(number * 16 + step * 2 + kind)) AS id,
  'visitor' AS subject_kind, visitor AS subject_id,
  fromUnixTimestamp64Milli(at, 'UTC') AS time,
  if(kind = 0, 'page.viewed', 'widget.shown') AS type,
  fromUnixTimestamp64Milli(at + 30, 'UTC') AS received_at,
  concat('w', toString(seed % 12)) AS touchpoint_id, visitor AS visitor_id,
  concat('https://www.example.com/', ['', 'prices', 'bikes/', 'bikes/city/', 'help'][1 + cityHash64(seed, step) % 5], if(seed % 3 = 0, toString(cityHash64(step, seed) % 500), '')) AS url,
  ['NL', 'NL', 'NL', 'BE', 'DE', 'FR', 'GB', ''][1 + intDiv(seed, 41) % 8] AS country,
  ['Chrome', 'Chrome', 'Safari', 'Firefox', 'Edge'][1 + intDiv(seed, 43) % 5] AS browser,
  ['Windows', 'Android', 'iOS', 'macOS'][1 + intDiv(seed, 47) % 4] AS os,
  ['desktop', 'mobile', 'mobile', 'tablet'][1 + intDiv(seed, 53) % 4] AS device,
  if(kind = 0 AND step = 0 AND seed % 2 = 0, '{"referrer":"https://www.google.com/"}', '{}') AS data
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
      if(seed % 4 = 0, [(toUInt8(1), toUInt16(0), toInt64(began + 1500))], []))) AS item,
    item.1 AS kind, item.2 AS step, item.3 AS at
  FROM numbers(${stretch.first}, ${stretch.end - stretch.first})
)`
}
