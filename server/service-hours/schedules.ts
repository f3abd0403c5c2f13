import { createHash } from 'node:crypto'
import { createSchedule, type Schedule } from '@parley/core/service-hours/schedule.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { serviceHours } from '@parley/model/events/service-hours.ts'
import { inOrder } from '@parley/model/updates/told.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'

/** The service hours of one touchpoint, as they hold now and therefore for all of the past. */
export type TouchpointSchedule = {
  readonly organizationId: string
  readonly touchpoint: string
  readonly schedule: Schedule
  /** Differs whenever hours or zone do. */
  readonly fingerprint: string
}

/**
 * The touchpoints of these organizations (of all when absent) that have service hours: what `entity.described` said last
 * of the hours and of the zone, each by itself, since what is absent stays as it was. Where no zone was ever given it is
 * the organization's.
 */
export async function readSchedules(
  engine: Engine,
  timeZoneOf: (organizationId: string) => Promise<string>,
  organizationIds?: readonly string[],
): Promise<TouchpointSchedule[]> {
  const among = organizationIds === undefined ? '' : `organization_id IN ${literal(organizationIds)} AND `
  const rows = await engine.query(`
SELECT organization_id, JSONExtractString(data, 'id') AS touchpoint,
  argMaxIf(JSONExtractRaw(data, 'service_hours') AS hours, ${inOrder}, hours != ''),
  argMaxIf(JSONExtractString(data, 'time_zone') AS zone, ${inOrder}, zone != '')
FROM ${eventsTable}
WHERE ${among}subject_kind = 'entity' AND type = 'entity.described' AND reference = 'touchpoint'
GROUP BY organization_id, touchpoint HAVING max(hours) != ''
ORDER BY organization_id, touchpoint`)
  return Promise.all(
    (rows as [string, string, string, string][]).map(async ([organizationId, touchpoint, hours, zone]) => {
      const timeZone = zone || (await timeZoneOf(organizationId))
      const written = serviceHours.parse(JSON.parse(hours))
      return {
        organizationId,
        touchpoint,
        schedule: createSchedule(written, timeZone),
        fingerprint: fingerprintOf([timeZone, written.weekly, written.exceptions ?? []]),
      }
    }),
  )
}

function fingerprintOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
