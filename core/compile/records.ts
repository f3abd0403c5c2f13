import type { AskedFact } from '../declare/fact.ts'
import type { Metric } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import type { ResolvedRecords } from '../query/resolve.ts'
import { literal } from '../sql/literal.ts'
import { recordsCondition } from './measure.ts'
import { relationSql } from './relation.ts'
import { whereSql } from './where.ts'

/**
 * Where a page of records ended: the time (UTC milliseconds), key and organization of its last row. The same event may
 * have been sent to several organizations.
 */
export type RecordsCursor = { readonly timeMs: number; readonly eventKey: string; readonly organizationId: string }

/** A column of times of the fact to order by, the earliest first, in the place of the latest first; such rows have no pages. */
export type RecordsOrder = { readonly earliestBy?: string }

/**
 * The rows behind a number, the latest first, as SQL. `rows` gives the time in UTC milliseconds, the thread's key,
 * `event_key` as text, `organization_id` and the fact's columns; `count` how many there are in all.
 */
export function compileRecords(
  query: ResolvedRecords,
  catalogue: Catalogue,
  sight: Sight,
  cursor: RecordsCursor | null,
  { earliestBy }: RecordsOrder = {},
): { rows: string; count: string } {
  const fact = catalogue.facts.get(query.metric.fact)
  if (!fact) throw new Error(`There is no fact ${query.metric.fact}.`)
  const counted = recordsCondition(query.metric, { now: query.now, sight })
  const conditions = [whereSql(fact, sight, query.range, query.filters), counted, presentSql(query.metric, fact)]
  const where = conditions.filter((condition) => condition !== undefined).join(' AND ')
  const after =
    cursor === null
      ? ''
      : ` AND (toUnixTimestamp64Milli(${fact.time}), event_key, organization_id) < (${cursor.timeMs}, ${BigInt(cursor.eventKey)}, ${literal(cursor.organizationId)})`
  const relation = relationSql(fact, catalogue, sight, query.range)
  const columns = fact.columns.map(({ id, type }) =>
    type === 'time' || type === 'time?' ? `toUnixTimestamp64Milli(${id})` : id,
  )
  return {
    rows: `SELECT toUnixTimestamp64Milli(${fact.time}), ${fact.thread.key}, toString(event_key), organization_id, ${columns.join(', ')}
FROM ${relation}
WHERE ${where}${after}
ORDER BY ${earliestBy === undefined ? '' : `${earliestBy}, `}${fact.time} DESC, event_key DESC, organization_id DESC
LIMIT ${query.limit + 1}`,
    count: `SELECT count()\nFROM ${relation}\nWHERE ${where}`,
  }
}

/** A row without the value that is averaged is not behind the average. */
function presentSql({ measure }: Metric, fact: Pick<AskedFact, 'columns'>): string | undefined {
  if (!('of' in measure)) return undefined
  const isNullable = fact.columns.find(({ id }) => id === measure.of)?.type.endsWith('?') ?? false
  return isNullable ? `${measure.of} IS NOT NULL` : undefined
}
