import type { Fact } from '@parley/core/declare/fact.ts'
import { factColumns } from '../store/fact-table.ts'

/**
 * The statements that bring one fact up to date from the relations made of the touched conversations. `touched` has
 * `organization_id`, `conversation_id`, `changed_from` (ms: the earliest event that is new), `is_late` (it came before
 * something already known) and `session_from` (ms: where the session running at `changed_from` began).
 */
export function replaceRows(fact: Fact, version: number, isAnyLate: boolean): string[] {
  const columns = factColumns(fact).join(', ')
  const from = fact.looks === 'session' ? 'session_from' : 'changed_from'
  const insert = `INSERT INTO ${fact.id} (${columns}, version, is_withdrawn)
SELECT ${columns}, ${version} AS version, 0 AS is_withdrawn FROM (${fact.select}
) AS derived INNER JOIN reach USING (organization_id, conversation_id)
WHERE toUnixTimestamp64Milli(${fact.time}) >= reach.${from}`
  const { withdrawn } = fact
  return withdrawn && (withdrawn.when === 'always' || isAnyLate)
    ? [insert, withdraw(fact, withdrawn, version)]
    : [insert]
}

/** Withdraws the rows that stand in the table though their event makes none now. Looks up by key, so it reads little. */
function withdraw(fact: Fact, withdrawn: NonNullable<Fact['withdrawn']>, version: number): string {
  const key = `organization_id, ${fact.time}, conversation_id, event_key`
  const late =
    withdrawn.when === 'after_late_events'
      ? 'INNER JOIN reach USING (organization_id, conversation_id) WHERE reach.is_late'
      : ''
  const gone = `SELECT ${key} FROM (${withdrawn.select}
) AS gone ${late}`
  return `INSERT INTO ${fact.id} (${key}, version, is_withdrawn)
SELECT ${key}, ${version} AS version, 1 AS is_withdrawn FROM ${fact.id} FINAL
WHERE (organization_id, ${fact.time}) IN (SELECT organization_id, ${fact.time} FROM (${gone}))
  AND (${key}) IN (${gone})`
}

/** The statement that fills a fact's new table from the relations of all conversations, for a rebuild. */
export function fillRows(fact: Fact, table: string, version: number): string {
  const columns = factColumns(fact).join(', ')
  return `INSERT INTO ${table} (${columns}, version, is_withdrawn)
SELECT ${columns}, ${version} AS version, 0 AS is_withdrawn FROM (${fact.select}
) AS derived`
}

/** Where the rows to replace begin in each touched conversation. */
export const reachSql = `
  SELECT
    touched.organization_id AS organization_id, touched.conversation_id AS conversation_id,
    min(touched.changed_from) AS changed_from, max(touched.is_late) AS is_late,
    -- An outcome that replaces an earlier one may change a session long before it: then all sessions are rewritten.
    if(max(said.outcomes_replaced), 0, max(said.session_begin)) AS session_from
  FROM touched LEFT JOIN (
    SELECT thread.organization_id AS organization_id, thread.conversation_id AS conversation_id,
      maxIf(thread.time, thread.begins AND thread.time < touched.changed_from) AS session_begin,
      max(thread.type = 'outcome.recorded' AND (thread.organization_id, thread.conversation_id, thread.event_key) IN
        (SELECT organization_id, conversation_id, event_key FROM outcome_rows WHERE NOT is_last)) AS outcomes_replaced
    FROM thread INNER JOIN touched USING (organization_id, conversation_id)
    GROUP BY organization_id, conversation_id
  ) AS said USING (organization_id, conversation_id)
  GROUP BY organization_id, conversation_id`
