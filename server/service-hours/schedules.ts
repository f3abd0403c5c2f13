import { createHash } from 'node:crypto'
import { createSchedule, type Schedule, type ServiceHours } from '@parley/core/service-hours/schedule.ts'
import type { TouchpointDecisions } from '../settings/touchpoints.ts'
import type { Engine } from '../store/engine.ts'
import { type DescribedTouchpoint, readDescribedTouchpoints } from './described-touchpoints.ts'

/** The service hours of one touchpoint, as they hold now and therefore for all of the past. */
export type TouchpointSchedule = {
  readonly organizationId: string
  readonly touchpoint: string
  readonly schedule: Schedule
  /** Differs whenever hours or zone do. */
  readonly fingerprint: string
}

/**
 * The touchpoints of these organizations (of all when absent) that have service hours: those that the organization
 * decided itself, else what `entity.described` said last of the hours and of the zone. Where no zone was ever given it is
 * the organization's.
 */
export async function readSchedules(
  engine: Engine,
  timeZoneOf: (organizationId: string) => Promise<string>,
  organizationIds?: readonly string[],
  decided: TouchpointDecisions = new Map(),
): Promise<TouchpointSchedule[]> {
  const described = await readDescribedTouchpoints(engine, organizationIds)
  const all = [...described, ...undescribed(decided, described)]
  const schedules = await Promise.all(
    all.map(async ({ organizationId, touchpoint, hours, zone }) => {
      const decision = decided.get(organizationId)?.get(touchpoint)
      const written = decision?.service_hours ?? hours
      if (written === null) return null
      const timeZone = decision?.time_zone ?? zone ?? (await timeZoneOf(organizationId))
      return scheduleOf(organizationId, touchpoint, written, timeZone)
    }),
  )
  return schedules.filter((one) => one !== null)
}

/** Those that something was decided about before they were ever described. */
function undescribed(
  decided: TouchpointDecisions,
  described: readonly DescribedTouchpoint[],
): Pick<DescribedTouchpoint, 'organizationId' | 'touchpoint' | 'hours' | 'zone'>[] {
  const known = new Set(described.map(({ organizationId, touchpoint }) => `${organizationId}\t${touchpoint}`))
  return [...decided].flatMap(([organizationId, ofOne]) =>
    [...ofOne.keys()]
      .filter((touchpoint) => !known.has(`${organizationId}\t${touchpoint}`))
      .map((touchpoint) => ({ organizationId, touchpoint, hours: null, zone: null })),
  )
}

function scheduleOf(
  organizationId: string,
  touchpoint: string,
  written: ServiceHours,
  timeZone: string,
): TouchpointSchedule {
  return {
    organizationId,
    touchpoint,
    schedule: createSchedule(written, timeZone),
    fingerprint: fingerprintOf([timeZone, written.weekly, written.exceptions ?? []]),
  }
}

function fingerprintOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
