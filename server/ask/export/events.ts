import type { OrganizationScope } from '@parley/core/query/scope.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import { dataColumns, decodeEventData } from '../../ingest/event-row.ts'
import { eventsTable } from '../../store/events-table.ts'
import type { AskServices } from '../asking.ts'
import { readSettings } from '../read-settings.ts'
import { type ExportParts, planSlices, readPages, type Source } from './pages.ts'

const source: Source = {
  counted: eventsTable,
  rowsOf: () => eventsTable,
  time: 'time',
  key: ['organization_id', 'source', 'id'],
  select: `SELECT toUnixTimestamp64Milli(time), organization_id, source, id, type, toUnixTimestamp64Milli(received_at), ${dataColumns.join(', ')}`,
}

/**
 * Events as CloudEvents, one a line, the way `parley import` takes them. The attributes `organizationid` (whose it is)
 * and `recordedtime` (when it came in, a known extension of CloudEvents) are for the reader: the import decides both anew.
 */
export async function exportEvents(
  services: AskServices,
  scope: OrganizationScope,
  range: TimeRange,
  signal: AbortSignal,
): Promise<ExportParts> {
  const engine = services.engine()
  const options = { signal, settings: readSettings }
  const { slices, mostRows } = await planSlices(engine, source, scope, range, options)
  async function* pages() {
    for await (const rows of readPages(engine, source, scope, slices, options)) yield rows.map(toLine)
  }
  return { columns: [], mostRows, pages: pages() }
}

function toLine([time, organizationId, from, id, type, receivedAt, ...columns]: unknown[]): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: from,
    type,
    time: new Date(time as number).toISOString(),
    organizationid: organizationId,
    recordedtime: new Date(receivedAt as number).toISOString(),
    data: decodeEventData(columns),
  })
}
