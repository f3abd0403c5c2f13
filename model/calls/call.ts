import type { Thread } from '@parley/core/declare/thread.ts'
import { pricePartsSql } from '@parley/core/money/sql.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { inOrder, progressSql, toldLastSql, toldSql } from '../updates/told.ts'
import { callProgress, connectedStatuses, endedStatuses } from './status.ts'

const paid = pricePartsSql('price')

// What each update says of a call.
const told = {
  direction: 'category',
  trunk: "JSONExtractString(data, 'trunk')",
  named_touchpoint: 'touchpoint_id',
  agent: 'agent_id',
  bot: 'bot_id',
  bot_evaluation: "JSONExtractString(data, 'bot_evaluation')",
  conversation: "if(subject_kind = 'conversation', subject_id, '')",
  contact: 'contact_id',
  currency: paid.currency,
}

/** A call, in a conversation or not: every status it went through. */
export const call: Thread = {
  id: 'call',
  key: 'call_id',
  eventTypes: ['call.updated'],
  // Only this is the same of all its updates: one may name a conversation where another does not.
  namedBy: 'reference',
  touchpoints: "[touchpoint_id, JSONExtractString(data, 'trunk')]",
  relations: [
    {
      name: 'call_updates',
      sql: `
  SELECT
    organization_id, reference AS call_id, toUnixTimestamp64Milli(events.time) AS time, source, id, xxHash64(source, id) AS event_key,
    status AS told_status, medium AS told_medium,
    toInt64(round(number_a * 1000)) AS told_talk, toInt64(round(number_b * 1000)) AS told_wrap,
    ${toldSql(told)},
    ${paid.amount} AS told_price,
    ${progressSql(callProgress)} AS progress
  FROM {events} AS events WHERE type = 'call.updated'`,
    },
    {
      name: 'call_rows',
      sql: `
  SELECT
    organization_id, call_id,
    min(time) AS first_told, argMin(event_key, ${inOrder}) AS first_key,
    argMax(told_status, (progress, time, length(id), id, source)) AS status,
    argMax(told_medium, ${inOrder}) AS medium,
    ${toldLastSql(told)},
    argMaxIf(told_price, ${inOrder}, told_currency != '') AS price,
    countIf(told_status IN ${literal(connectedStatuses)}) > 0 AS is_connected,
    minOrNullIf(time, told_status = 'answered') AS answered,
    minOrNullIf(time, told_status IN ${literal(endedStatuses)}) AS ended,
    argMaxIf(told_talk, ${inOrder}, told_talk IS NOT NULL) AS talk_told,
    argMaxIf(told_wrap, ${inOrder}, told_wrap IS NOT NULL) AS wrap_told
  FROM call_updates GROUP BY organization_id, call_id`,
    },
  ],
}
