import { compileRecords, type RecordsCursor, type RecordsOrder } from '@parley/core/compile/records.ts'
import type { Column } from '@parley/core/declare/fact.ts'
import { AppError } from '@parley/core/errors/app-error.ts'
import { amountText, microUnits } from '@parley/core/money/amount.ts'
import { factsOf } from '@parley/core/query/catalogue.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import type { RecordsRequest } from '@parley/core/query/request.ts'
import { resolveRecords } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { orRefuse } from './ask.ts'
import type { Asker, AskServices } from './asking.ts'
import { readSettings } from './read-settings.ts'

export type RecordColumn = {
  readonly id: string
  readonly role: 'time' | 'conversation' | 'value'
  readonly unit?: 'seconds'
}

export type RecordsAnswer = {
  readonly columns: RecordColumn[]
  readonly rows: (string | number | boolean | null)[][]
  /** Leads to the next page; null on the last. */
  readonly cursor: string | null
  /** How many rows there are in all. */
  readonly total: number
  /** Column → value → name. */
  readonly labels: Record<string, Record<string, string>>
}

/** The rows behind one number, the latest first. Errors: `invalid_query`, `invalid_cursor` (400), those of the engine. */
export async function askRecords(
  services: AskServices,
  asker: Asker,
  request: RecordsRequest,
  signal?: AbortSignal,
  order: RecordsOrder = {},
): Promise<RecordsAnswer> {
  const timeZone = await services.timeZoneOf(asker.organizationId)
  const query = orRefuse(resolveRecords(request, catalogue, { now: services.asOf(), timeZone }))
  const scope = organizationScope(await services.scopeOf(asker.organizationId))
  const needed = lookupsNeeded(
    [query.metric],
    query.filters.map(({ dimension }) => dimension),
    factsOf(catalogue, [query.metric]),
  )
  const sight = { scope, lookups: await services.lookUp(scope.organizationIds, needed) }
  const sql = compileRecords(query, catalogue, sight, request.cursor ? readCursor(request.cursor) : null, order)
  const engine = services.engine()
  const options = { ...(signal && { signal }), settings: readSettings }
  const [found, counted] = await Promise.all([engine.query(sql.rows, options), engine.query(sql.count, options)])
  const fact = catalogue.facts.get(query.metric.fact)
  if (!fact) throw new Error(`There is no fact ${query.metric.fact}.`)
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const texts = await textsOf(engine, scope.organizationIds, page)
  const currencyAt = 4 + fact.columns.findIndex(({ id }) => id === 'currency')
  return {
    columns: [
      { id: fact.time, role: 'time' },
      { id: fact.thread.key, role: fact.thread.id === 'conversation' ? 'conversation' : 'value' },
      ...fact.columns.map(recordColumn),
      // On every page, also where nothing was written: all pages have the same columns.
      { id: 'text', role: 'value' },
    ],
    rows: page.map((row) => [
      new Date(row[0] as number).toISOString(),
      row[1] as string,
      ...fact.columns.map(({ type }, index) =>
        type === 'money' ? recordAmount(row[index + 4], row[currencyAt]) : recordValue(row[index + 4], type),
      ),
      texts.get(`${row[3]} ${row[2]}`) ?? null,
    ]),
    cursor:
      found.length > query.limit && last && order.earliestBy === undefined ? `${last[0]}.${last[2]}.${last[3]}` : null,
    total: (counted[0]?.[0] as number | undefined) ?? 0,
    labels: await labelsOf(services, scope.organizationIds, fact.columns),
  }
}

function recordColumn({ id, type }: Column): RecordColumn {
  if (isDuration(type)) return { id, role: 'value', unit: 'seconds' }
  if (id === 'conversation_id') return { id, role: 'conversation' }
  return { id, role: type === 'time' || type === 'time?' ? 'time' : 'value' }
}

/** An amount with the currency it is in beside it; where there is no currency nothing was paid. */
function recordAmount(amount: unknown, currency: unknown): string | null {
  return currency === '' ? null : amountText(microUnits(amount as string), currency as string)
}

function isDuration(type: Column['type']): boolean {
  return type === 'duration' || type === 'duration?'
}

function recordValue(value: unknown, type: Column['type']): string | number | boolean | null {
  if (value === null || value === '' || value === undefined) return null
  if (type === 'flag') return value === 1
  if (type === 'time' || type === 'time?') return new Date(value as number).toISOString()
  if (isDuration(type)) return (value as number) / 1000
  return value as string | number
}

function readCursor(cursor: string): RecordsCursor {
  const match = /^(\d{1,15})\.(\d{1,20})\.([0-9A-Za-z-]{1,64})$/.exec(cursor)
  if (match?.[1] && match[2] && match[3])
    return { timeMs: Number(match[1]), eventKey: match[2], organizationId: match[3] }
  throw new AppError(
    'invalid_cursor',
    400,
    'This cursor is not one of ours. Send the `cursor` of the page before, or none for the first page.',
  )
}

/** What was written in the events that made these rows, by organization and event key. */
async function textsOf(
  engine: Engine,
  organizationIds: readonly string[],
  page: readonly unknown[][],
): Promise<Map<string, string>> {
  if (page.length === 0) return new Map()
  const conversations = [...new Set(page.map((row) => row[1] as string))]
  const times = page.map((row) => row[0] as number)
  const rows =
    await engine.query(`SELECT organization_id, toString(xxHash64(source, id) AS event_key), if(type = 'survey.answered', JSONExtractString(data, 'feedback'), JSONExtractString(data, 'text')) AS said
FROM ${eventsTable}
WHERE organization_id IN ${literal(organizationIds)} AND subject_kind = 'conversation' AND subject_id IN ${literal(conversations)}
  AND time >= fromUnixTimestamp64Milli(${Math.min(...times)}, 'UTC') AND time <= fromUnixTimestamp64Milli(${Math.max(...times)}, 'UTC')
  AND event_key IN (${page.map((row) => BigInt(row[2] as string)).join(', ')}) AND said != ''`)
  return new Map(rows.map(([organization, key, said]) => [`${organization} ${key}`, said as string]))
}

async function labelsOf(
  services: AskServices,
  organizationIds: readonly string[],
  columns: readonly Column[],
): Promise<Record<string, Record<string, string>>> {
  const names = await services.namesOf(organizationIds)
  const labels: Record<string, Record<string, string>> = {}
  for (const dimension of catalogue.dimensions.values()) {
    if (dimension.entity === undefined || !columns.some(({ id }) => id === dimension.id)) continue
    labels[dimension.id] = Object.fromEntries(names.get(dimension.entity) ?? [])
  }
  return labels
}
