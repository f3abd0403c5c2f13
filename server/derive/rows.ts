import type { Fact } from '@parley/core/declare/fact.ts'
import type { Thread } from '@parley/core/declare/thread.ts'
import { openTimeSql } from '@parley/core/service-hours/open-time-sql.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { factColumns } from '../store/fact-table.ts'

/**
 * The statements that bring one fact up to date from the relations made of the touched threads. `reach` says where the
 * rows to replace begin in each: see {@link reachSql}.
 */
export function replaceRows(fact: Fact, version: number, isAnyLate: boolean, hasHours: boolean): string[] {
  const columns = factColumns(fact).join(', ')
  const insert = `INSERT INTO ${fact.id} (${columns}, version, is_withdrawn)
SELECT ${columns}, ${version} AS version, 0 AS is_withdrawn FROM (${rowsSql(fact, hasHours)}
) AS derived ${joinReach(fact, 'derived')}
WHERE toUnixTimestamp64Milli(${fact.time}) >= reach.${replacedFrom(fact)}${untilChanged(fact)}`
  const { withdrawn } = fact
  return withdrawn && (withdrawn.when === 'always' || isAnyLate)
    ? [insert, withdraw(fact, withdrawn, version)]
    : [insert]
}

/** Withdraws the rows that stand in the table though their event makes none now. Looks up by key, so it reads little. */
function withdraw(fact: Fact, withdrawn: NonNullable<Fact['withdrawn']>, version: number): string {
  const key = `organization_id, ${fact.time}, ${fact.thread.key}, event_key`
  const late = withdrawn.when === 'after_late_events' ? `${joinReach(fact, 'gone')} WHERE reach.is_late` : ''
  const gone = `SELECT ${key} FROM (${withdrawn.select}
) AS gone ${late}`
  return `INSERT INTO ${fact.id} (${key}, version, is_withdrawn)
SELECT ${key}, ${version} AS version, 1 AS is_withdrawn FROM ${fact.id} FINAL
WHERE (organization_id, ${fact.time}) IN (SELECT organization_id, ${fact.time} FROM (${gone}))
  AND (${key}) IN (${gone})`
}

function joinReach(fact: Fact, rows: string): string {
  const reach =
    typeof fact.looks === 'string' ? 'reach' : `(${reachUntilSql(fact.thread, fact.looks.until)}\n) AS reach`
  return `INNER JOIN ${reach} ON ${rows}.organization_id = reach.reach_organization AND ${rows}.${fact.thread.key} = reach.reach_key`
}

/** What comes after the last new event of a chain, or far from those of what may be apart, does not change, and of it not all that it depends on was read. */
function untilChanged({ thread, time }: Fact): string {
  if (thread.isChain !== true && thread.apart === undefined) return ''
  return ` AND toUnixTimestamp64Milli(${time}) <= reach.${thread.isChain === true ? 'changed_to' : 'within_to'}`
}

/** The column of the reach that says where the rows to replace begin. */
function replacedFrom({ looks }: Fact): string {
  if (typeof looks !== 'string') return 'until_from'
  return looks === 'session' ? 'session_from' : 'changed_from'
}

/** The reach of facts that look ahead: `until_from` (ms) is the last event of the type before `changed_from`, 0 without one. */
function reachUntilSql(thread: Thread, until: string): string {
  const time = 'toUnixTimestamp64Milli(chunk.time)'
  return `
  SELECT touched_organization AS reach_organization, touched_key AS reach_key, max(is_late) AS is_late, max(touched.changed_to) AS changed_to,
    maxIf(${time}, chunk.type = ${literal(until)} AND ${time} < changed_from) AS until_from
  FROM touched LEFT JOIN chunk ON chunk.organization_id = touched_organization AND chunk.${thread.namedBy} = touched_key
  GROUP BY touched_organization, touched_key`
}

/** The statement that fills a fact's new table from the relations of all threads, for a rebuild. */
export function fillRows(fact: Fact, table: string, version: number, hasHours: boolean): string {
  const columns = factColumns(fact).join(', ')
  return `INSERT INTO ${table} (${columns}, version, is_withdrawn)
SELECT ${columns}, ${version} AS version, 0 AS is_withdrawn FROM (${rowsSql(fact, hasHours)}
) AS derived`
}

/** The rows of a fact with what they last in service hours; null throughout where no touchpoint has any. */
function rowsSql({ select, inServiceHours }: Fact, hasHours: boolean): string {
  if (inServiceHours === undefined) return select
  if (hasHours) return openTimeSql(`(${select})`, inServiceHours)
  return `SELECT spanned.*, ${inServiceHours.map(({ id }) => `NULL AS ${id}`).join(', ')} FROM (${select}) AS spanned`
}

/**
 * Where the rows to replace begin in each touched thread: `changed_from`, `changed_to` (ms: the earliest and the latest event that is new), `is_late`
 * (it came before something already known), `within_from`, `within_to` (ms: rows outside of these do not change), `session_from` (ms: where the session running at `changed_from` began).
 */
export function reachSql({ key, sessionFrom }: Thread): string {
  const columns =
    'touched_organization AS reach_organization, touched_key AS reach_key, changed_from, changed_to, is_late, within_from, within_to'
  if (sessionFrom === undefined) return `SELECT ${columns}, toInt64(0) AS session_from FROM touched`
  return `SELECT ${columns}, greatest(within_from, known.session_from) AS session_from FROM touched LEFT JOIN (${sessionFrom}
) AS known ON touched_organization = known.organization_id AND touched_key = known.${key}`
}
