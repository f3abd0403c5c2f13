import type { Thread } from '@parley/core/declare/thread.ts'
import { openHoursColumnTypes, openHoursRows, openHoursTable } from '@parley/core/service-hours/open-time-sql.ts'
import { dayMs, type TimeRange } from '@parley/core/time/granularity.ts'
import type { Lane } from '../store/engine.ts'
import { encodeTsvText } from '../store/tsv.ts'
import type { TouchpointSchedule } from './schedules.ts'

/**
 * Creates the table of open hours, empty. It lies in memory like the other relations that facts are derived from, and
 * holds what one derivation needs: nothing is kept that could fall out of date, or end too early.
 */
export async function prepareOpenHours(lane: Lane): Promise<void> {
  const columns = Object.entries(openHoursColumnTypes).map(([name, type]) => `${name} ${type}`)
  await lane.command(`CREATE TEMPORARY TABLE ${openHoursTable} (${columns.join(', ')}) ENGINE = Memory`)
}

/** Events that facts are being derived from, such as `chunk`, and the kind of thread they belong to. */
export type EventsInHand = { readonly relation: string; readonly thread: Pick<Thread, 'namedBy' | 'touchpoints'> }

/**
 * Fills it with the open hours of the touchpoints that occur in these events: each for the time from the first event to
 * the last of the threads it occurs in, and a day around. Every span between two events of one thread is then exact. A
 * touchpoint without service hours has no rows, which gives null.
 */
export async function fillOpenHours(
  lane: Lane,
  schedules: readonly TouchpointSchedule[],
  events: EventsInHand,
): Promise<void> {
  await emptyOpenHours(lane)
  if (schedules.length === 0) return
  const ranges = await rangesByTouchpoint(lane, events)
  const lines = schedules.flatMap(({ organizationId, touchpoint, schedule }) => {
    const range = ranges.get(organizationId)?.get(touchpoint)
    if (range === undefined) return []
    const key = `${encodeTsvText(organizationId)}\t${encodeTsvText(touchpoint)}`
    return openHoursRows(schedule, range).map((row) => `${key}\t${row.join('\t')}\n`)
  })
  if (lines.length === 0) return
  await lane.insertRows(openHoursTable, Object.keys(openHoursColumnTypes), Buffer.from(lines.join('')))
}

async function rangesByTouchpoint(
  lane: Lane,
  { relation, thread: { namedBy, touchpoints = '[touchpoint_id]' } }: EventsInHand,
): Promise<Map<string, Map<string, TimeRange>>> {
  const rows = (await lane.query(`
SELECT organization_id, touchpoint, min(first), max(last) FROM (
  SELECT organization_id, groupUniqArrayArray(${touchpoints}) AS touchpoints,
    toUnixTimestamp64Milli(min(time)) AS first, toUnixTimestamp64Milli(max(time)) AS last
  FROM ${relation} GROUP BY organization_id, ${namedBy}
) ARRAY JOIN touchpoints AS touchpoint
GROUP BY organization_id, touchpoint`)) as [string, string, number, number][]
  const ranges = new Map<string, Map<string, TimeRange>>()
  for (const [organizationId, touchpoint, first, last] of rows) {
    const known = ranges.get(organizationId) ?? new Map<string, TimeRange>()
    ranges.set(organizationId, known.set(touchpoint, { from: first - dayMs, to: last + dayMs }))
  }
  return ranges
}

/** Lets go of the memory. */
export async function emptyOpenHours(lane: Lane): Promise<void> {
  await lane.command(`TRUNCATE TABLE ${openHoursTable}`)
}
