import { factsOf } from '@parley/core/query/catalogue.ts'
import { queryLimits, type RecordsRequest } from '@parley/core/query/request.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { Asker, AskServices } from '../ask/asking.ts'
import { checkSize } from '../ask/export/xlsx/check-size.ts'
import { askRecords, type RecordColumn, type RecordsAnswer } from '../ask/records.ts'

/** A column of a file of records: where it stands in a row, and whether it holds amounts. */
export type ToldColumn = RecordColumn & { readonly at: number; readonly isAmount: boolean }

export type AllRecords = {
  readonly columns: readonly ToldColumn[]
  readonly rows: RecordsAnswer['rows']
  readonly labels: RecordsAnswer['labels']
  /** How many there are, also where fewer were asked for. */
  readonly total: number
}

/**
 * Every row behind a number, the latest first, whatever pages they come in. `told` names the columns and their order;
 * without it all of them but those that say nothing of any row, as the screen does. `most`: no page is asked for beyond as many.
 * Errors: those of records, and `too_large_for_workbook` (400).
 */
export async function allRecords(
  services: AskServices,
  asker: Asker,
  request: Omit<RecordsRequest, 'limit' | 'cursor'>,
  told: readonly string[] | undefined,
  signal: AbortSignal,
  most = Number.POSITIVE_INFINITY,
): Promise<AllRecords> {
  const limit = Math.min(queryLimits.records, most)
  const page = (cursor: string | null) => askRecords(services, asker, { ...request, limit, cursor }, signal)
  const first = await page(null)
  const rows = first.rows
  checkSize(Math.min(first.total, most), told?.length ?? first.columns.length)
  for (let { cursor } = first; cursor !== null && rows.length < most; ) {
    const more = await page(cursor)
    rows.push(...more.rows)
    cursor = more.cursor
  }
  const amounts = amountColumns(request.metric)
  const all = first.columns.map((column, at) => ({ ...column, at, isAmount: amounts.has(column.id) }))
  const columns =
    told === undefined
      ? all.filter(({ role, at }) => role !== 'value' || rows.some((row) => !saysNothing(row[at])))
      : told.flatMap((id) => all.filter((column) => column.id === id))
  return { columns, rows, labels: first.labels, total: first.total }
}

const saysNothing = (value: unknown): boolean => value === null || value === false || value === ''

/** Of the fact whose rows a metric counts. */
function amountColumns(metricId: string): ReadonlySet<string> {
  const metric = catalogue.metrics.get(metricId)
  const [fact] = metric ? factsOf(catalogue, [metric]) : []
  return new Set((fact?.columns ?? []).flatMap(({ id, type }) => (type === 'money' ? [id] : [])))
}
