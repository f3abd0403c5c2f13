import type { ServiceHours } from '@parley/core/service-hours/schedule.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { serviceHours } from '@parley/model/events/service-hours.ts'
import { inOrder } from '@parley/model/updates/told.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'

/** What `entity.described` said last of a touchpoint, each by itself, since what is absent stays as it was. Null: nothing. */
export type DescribedTouchpoint = {
  readonly organizationId: string
  readonly touchpoint: string
  readonly name: string | null
  readonly channel: string | null
  readonly hours: ServiceHours | null
  readonly zone: string | null
}

/** The touchpoints that these organizations (all when absent) have described, in order. */
export async function readDescribedTouchpoints(
  engine: Engine,
  organizationIds?: readonly string[],
): Promise<DescribedTouchpoint[]> {
  const among = organizationIds === undefined ? '' : `organization_id IN ${literal(organizationIds)} AND `
  const rows = await engine.query(`
SELECT organization_id, JSONExtractString(data, 'id') AS touchpoint,
  argMaxIf(JSONExtractString(data, 'name') AS name, ${inOrder}, name != ''),
  argMaxIf(channel, ${inOrder}, channel != ''),
  argMaxIf(JSONExtractRaw(data, 'service_hours') AS hours, ${inOrder}, hours != ''),
  argMaxIf(JSONExtractString(data, 'time_zone') AS zone, ${inOrder}, zone != '')
FROM ${eventsTable}
WHERE ${among}subject_kind = 'entity' AND type = 'entity.described' AND reference = 'touchpoint'
GROUP BY organization_id, touchpoint
ORDER BY organization_id, touchpoint`)
  return (rows as [string, string, string, string, string, string][]).map(
    ([organizationId, touchpoint, name, channel, hours, zone]) => ({
      organizationId,
      touchpoint,
      name: name || null,
      channel: channel || null,
      hours: hours === '' ? null : serviceHours.parse(JSON.parse(hours)),
      zone: zone || null,
    }),
  )
}

/** The touchpoints where something happened, described or not. */
export async function readVisitedTouchpoints(engine: Engine, organizationId: string): Promise<string[]> {
  const rows = await engine.query(
    `SELECT DISTINCT touchpoint_id FROM ${eventsTable} WHERE organization_id = ${literal(organizationId)} AND touchpoint_id != '' ORDER BY touchpoint_id`,
  )
  return (rows as [string][]).map(([touchpoint]) => touchpoint)
}
