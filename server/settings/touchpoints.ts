import type { ServiceHours } from '@parley/core/service-hours/schedule.ts'
import { serviceHours } from '@parley/model/events/service-hours.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../account/audit.ts'
import { timeZoneText } from '../account/organizations.ts'
import type { Tables, TouchpointSettingRow } from '../account/tables.ts'
import type { Clock } from '../clock.ts'

/**
 * What an organization decided itself about a touchpoint. It goes before what events say, whenever they say it, until it
 * is taken back: neither overwrites the other.
 */
export type TouchpointDecision = {
  /** Null: as the events say. */
  readonly service_hours: ServiceHours | null
  readonly time_zone: string | null
}

/** Organization → touchpoint → what was decided about it. */
export type TouchpointDecisions = ReadonlyMap<string, ReadonlyMap<string, TouchpointDecision>>

export const touchpointChanges = z.strictObject({
  service_hours: serviceHours
    .nullable()
    .optional()
    .meta({ description: 'In place of those that events say; null: as the events say.' }),
  time_zone: timeZoneText
    .nullable()
    .optional()
    .meta({ description: 'In place of the one that events say; null: as the events say.' }),
})
export type TouchpointChanges = z.output<typeof touchpointChanges>

export type Touchpoints = {
  /** Of these organizations, of all when absent. */
  decisions(organizationIds?: readonly string[]): Promise<TouchpointDecisions>
  /** Changes what is named and leaves the rest; with an entry in the audit where anything is another one than before. */
  change(organizationId: string, touchpoint: string, changes: TouchpointChanges, actor: string): Promise<void>
}

export type TouchpointsParts = {
  readonly db: Kysely<Tables>
  readonly clock: Clock
  /** Told, after a change is stored, that facts were derived with what held before. */
  readonly onFactsStale: () => void
}

export function createTouchpoints({ db, clock, onFactsStale }: TouchpointsParts): Touchpoints {
  return {
    async decisions(organizationIds) {
      if (organizationIds?.length === 0) return new Map()
      const all = db.selectFrom('touchpoint_settings').selectAll()
      const rows = await (organizationIds ? all.where('organization_id', 'in', organizationIds) : all).execute()
      const found = new Map<string, Map<string, TouchpointDecision>>()
      for (const row of rows) {
        const ofOne = found.get(row.organization_id) ?? new Map<string, TouchpointDecision>()
        found.set(row.organization_id, ofOne.set(row.touchpoint_id, fromRow(row)))
      }
      return found
    },
    async change(organizationId, touchpoint, changes, actor) {
      const isChanged = await db.transaction().execute(async (transaction) => {
        const stored = await transaction
          .selectFrom('touchpoint_settings')
          .selectAll()
          .where('organization_id', '=', organizationId)
          .where('touchpoint_id', '=', touchpoint)
          .executeTakeFirst()
        const from = stored ? fromRow(stored) : nothingDecided
        const to = {
          service_hours: changes.service_hours === undefined ? from.service_hours : changes.service_hours,
          time_zone: changes.time_zone === undefined ? from.time_zone : changes.time_zone,
        }
        if (JSON.stringify(from) === JSON.stringify(to)) return false
        await transaction
          .deleteFrom('touchpoint_settings')
          .where('organization_id', '=', organizationId)
          .where('touchpoint_id', '=', touchpoint)
          .execute()
        if (to.service_hours !== null || to.time_zone !== null)
          await transaction
            .insertInto('touchpoint_settings')
            .values({
              organization_id: organizationId,
              touchpoint_id: touchpoint,
              service_hours: to.service_hours === null ? null : JSON.stringify(to.service_hours),
              time_zone: to.time_zone,
              changed_at: clock.now(),
            })
            .execute()
        await recordAudit(transaction, clock, {
          organizationId,
          actor,
          action: 'touchpoint.changed',
          target: touchpoint,
          detail: { from, to },
        })
        return true
      })
      if (isChanged) onFactsStale()
    },
  }
}

const nothingDecided: TouchpointDecision = { service_hours: null, time_zone: null }

function fromRow({ service_hours, time_zone }: TouchpointSettingRow): TouchpointDecision {
  return { service_hours: service_hours === null ? null : serviceHours.parse(JSON.parse(service_hours)), time_zone }
}
