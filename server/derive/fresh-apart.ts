import { eventColumnTypes, eventsTable } from '../store/events-table.ts'
import type { Lanes } from './lanes.ts'
import type { Touched } from './touch.ts'

/** The events of one batch in memory, for all lanes. */
export const freshTable = 'fresh_events'

/** The events of a batch as they were stored, and from how many events of new threads on they are set apart. */
export type Fresh = { readonly rows: Buffer; readonly apartFrom: number }

/**
 * Sets the events of a batch apart where most of their threads begin with them, as when the past is imported: these
 * threads are then derived from memory, without being looked for among all that is stored. Says whether it did.
 */
export async function setFreshApart(lanes: Lanes, touched: readonly Touched[], fresh: Fresh): Promise<boolean> {
  const events = touched.reduce((sum, { isNew, freshEvents }) => (isNew ? sum + freshEvents : sum), 0)
  if (events < fresh.apartFrom) return false
  await lanes.work([fresh], async (lane) => {
    await lane.command(`DROP TABLE IF EXISTS ${freshTable}`)
    await lane.command(`CREATE TABLE ${freshTable} ENGINE = Memory AS SELECT * FROM ${eventsTable} WHERE 0`)
    await lane.insertRows(freshTable, Object.keys(eventColumnTypes), fresh.rows)
  })
  return true
}

/** Lets go of the memory. */
export async function letGoOfFresh(lanes: Lanes): Promise<void> {
  await lanes.work([freshTable], (lane, table) => lane.command(`DROP TABLE IF EXISTS ${table}`))
}
