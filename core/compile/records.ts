import type { Catalogue } from '../query/catalogue.ts'
import type { ResolvedRecords } from '../query/resolve.ts'
import type { OrganizationScope } from '../query/scope.ts'
import { recordsCondition } from './measure.ts'
import { whereSql } from './where.ts'

/** Where a page of records ended: the time (UTC milliseconds) and key of its last row. */
export type RecordsCursor = { readonly timeMs: number; readonly eventKey: string }

/**
 * The rows behind a number, the latest first, as SQL. `rows` gives the time in UTC milliseconds, `conversation_id`,
 * `event_key` as text and the fact's columns; `count` how many there are in all.
 */
export function compileRecords(
  query: ResolvedRecords,
  catalogue: Catalogue,
  scope: OrganizationScope,
  cursor: RecordsCursor | null,
): { rows: string; count: string } {
  const fact = catalogue.facts.get(query.metric.fact)
  if (!fact) throw new Error(`There is no fact ${query.metric.fact}.`)
  const counted = recordsCondition(query.metric, query.now)
  const where = `${whereSql(fact, scope, query.range, query.filters)}${counted === undefined ? '' : ` AND ${counted}`}`
  const after =
    cursor === null
      ? ''
      : ` AND (toUnixTimestamp64Milli(${fact.time}), event_key) < (${cursor.timeMs}, ${BigInt(cursor.eventKey)})`
  const columns = fact.columns.map(({ id, type }) => (type === 'time' ? `toUnixTimestamp64Milli(${id})` : id))
  return {
    rows: `SELECT toUnixTimestamp64Milli(${fact.time}), conversation_id, toString(event_key), ${columns.join(', ')}
FROM ${fact.id} FINAL
WHERE ${where}${after}
ORDER BY ${fact.time} DESC, event_key DESC
LIMIT ${query.limit + 1}`,
    count: `SELECT count()\nFROM ${fact.id} FINAL\nWHERE ${where}`,
  }
}
