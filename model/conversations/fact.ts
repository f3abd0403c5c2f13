import type { AskedFact } from '@parley/core/declare/fact.ts'
import { sessions } from '../sessions/fact.ts'
import { conversation } from './conversation.ts'

const held = (id: string) => `held.${id}`
const inOrder = held('session_number')

const firstOf = (id: string) => `argMin(${held(id)}, ${inOrder})`
const lastOf = (id: string) => `argMax(${held(id)}, ${inOrder})`
const firstKnown = (id: string) => `argMinIf(${held(id)}, ${inOrder}, ${held(id)} != '')`
const lastKnown = (id: string) => `argMaxIf(${held(id)}, ${inOrder}, ${held(id)} != '')`
const sumOf = (id: string) => `sum(${held(id)})`
const anyOf = (id: string) => `max(${held(id)})`

/** What a conversation has of its sessions: column of sessions → SQL over them, `held`. */
const gathered: Readonly<Record<string, string>> = {
  ended_at: `max(${held('ended_at')})`,
  closes_at: lastOf('closes_at'),
  duration: sumOf('duration'),
  end_reason: lastOf('end_reason'),
  // Of the last session that was resolved: what is null does not take part.
  resolution: lastOf('resolution'),
  ...each(firstOf, 'channel', 'touchpoint', 'url', 'device', 'browser', 'os', 'country', 'region', 'place'),
  ...each(lastOf, 'inbox', 'team', 'agent'),
  ...each(firstKnown, 'first_agent', 'bot'),
  ...each(lastKnown, 'category'),
  ...each(firstOf, 'initiator', 'auto_message'),
  ...each(lastKnown, 'contact', 'visitor'),
  ...each(sumOf, 'contact_messages', 'agent_messages', 'bot_messages'),
  ...each(anyOf, 'is_chat', 'is_two_way', 'has_video'),
  is_unheard: `${sumOf('contact_messages')} > 0 AND ${sumOf('agent_messages')} = 0 AND NOT ${anyOf('is_two_way')}`,
  ...each(anyOf, 'is_skipped', 'is_abandoned', 'is_reopened', 'is_bot_chat', 'is_effective', 'is_lead'),
  is_service: `${anyOf('is_service')} AND NOT ${anyOf('is_lead')}`,
  ...each(sumOf, 'chatpoints', 'points_v1'),
}

const sessionColumns = Object.keys(gathered).flatMap((column) => sessions.columns.filter(({ id }) => id === column))

const own = ['organization_id', 'started_at', 'conversation_id', 'event_key', 'sessions', ...Object.keys(gathered)]

/**
 * One row for each conversation, for files: its sessions that began in the range together, with the first of their first
 * responses and their last rating. No metric counts conversations: they may live for years, and what is counted is sessions.
 */
export const conversations: AskedFact = {
  id: 'conversations',
  grain: 'a conversation: its sessions of the range together',
  thread: conversation,
  time: 'started_at',
  columns: [
    { id: 'sessions', type: 'count', holds: 'how many sessions of it began in the range' },
    ...sessionColumns,
    { id: 'first_response', type: 'duration?', holds: 'the first of its first responses in the range' },
    { id: 'rating', type: 'number?', holds: 'the last rating of it in the range' },
  ],
  made: {
    gathers: sessions.id,
    sql: `
SELECT ${own.map((id) => `together.${id} AS ${id}`).join(', ')},
  answered.first_response AS first_response, rated.rating AS rating
FROM (
  SELECT held.organization_id AS organization_id, min(held.started_at) AS started_at, held.conversation_id AS conversation_id,
    ${firstOf('event_key')} AS event_key, count() AS sessions,
    ${Object.entries(gathered)
      .map(([id, sql]) => `${sql} AS ${id}`)
      .join(',\n    ')}
  FROM {rows:sessions} AS held
  GROUP BY held.organization_id, held.conversation_id
) AS together
LEFT JOIN (
  SELECT organization_id, conversation_id, argMin(replied.first_response, replied.replied_at) AS first_response
  FROM {rows:replies} AS replied WHERE replied.first_response IS NOT NULL GROUP BY organization_id, conversation_id
) AS answered ON together.organization_id = answered.organization_id AND together.conversation_id = answered.conversation_id
LEFT JOIN (
  SELECT organization_id, conversation_id, argMax(asked.rating, (asked.answered_at, asked.event_key)) AS rating
  FROM {rows:surveys} AS asked WHERE asked.rating IS NOT NULL GROUP BY organization_id, conversation_id
) AS rated ON together.organization_id = rated.organization_id AND together.conversation_id = rated.conversation_id`,
  },
}

function each(sqlOf: (id: string) => string, ...ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, sqlOf(id)]))
}
