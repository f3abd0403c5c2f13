import { sessionTimeoutMs } from './session-timeout.ts'

/**
 * The thread of a conversation: its events in order, each with what was in force when it happened. Every fact about
 * conversations is read from it, so a rule of catalogue §2 is written here once.
 *
 * Order: by time; at the same instant set-up (started, routed, assigned) comes before what was said, then outcomes and
 * surveys, then the end; then the shorter id first (so `m-9` comes before `m-10`), the id and the source. The order does
 * not know when an event arrived: the thread is the same whatever the order of delivery.
 *
 * Three SELECTs, each over the one before. A column looks only back, never ahead: an event changes nothing before itself.
 * Every further level would sort the events once more, which is what costs here.
 */

// The hash alone tells conversations apart in the sort almost always; the names make it certain.
const conversation = 'PARTITION BY conversation_key, organization_id, conversation_id'
const inOrder = 'ORDER BY time, rank, id_length, id, source'
const sofar = `(${conversation} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
const before = `(${conversation} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
const sofarByPosition = `(${conversation} ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`

/** The event types a thread is made of. */
export const threadEventTypes = [
  'conversation.requested',
  'conversation.started',
  'conversation.routed',
  'conversation.offered',
  'conversation.skipped',
  'conversation.assigned',
  'conversation.ended',
  'message.sent',
  'call.updated',
  'bot.started',
  'bot.handed_over',
  'outcome.recorded',
  'survey.answered',
] as const

/** One row per event, with what it is. `bitAnd(flags, …)`: see the events table. */
const classified = `
  SELECT
    organization_id, subject_id AS conversation_id, cityHash64(organization_id, subject_id) AS conversation_key,
    toUnixTimestamp64Milli(events.time) AS time, source, id, type,
    xxHash64(source, id) AS event_key, length(id) AS id_length,
    multiIf(type IN ('message.sent', 'call.updated'), 1, type IN ('outcome.recorded', 'survey.answered'), 2, type = 'conversation.ended', 3, 0) AS rank,
    author_kind, author_id, channel, touchpoint_id, inbox_id, team_id, agent_id, bot_id, visitor_id, contact_id, url,
    initiator, status, medium, reference, category, number_a, number_b, flags,
    type = 'message.sent' AND author_kind IN ('contact', 'agent', 'bot') AND bitAnd(flags, 1) = 0 AS is_message,
    type = 'call.updated' AS is_call,
    is_message OR is_call AS is_item,
    type = 'conversation.ended' AS is_end,
    multiIf(is_message AND author_kind = 'contact', 1, is_message AND author_kind = 'agent', 2, 0) AS writer
  FROM {events} AS events
  WHERE subject_kind = 'conversation' AND type IN (${threadEventTypes.map((type) => `'${type}'`).join(', ')})`

/** What was known or in force at each event: channel, touchpoint, page, who it was assigned to, who had written. */
const situated = `
  SELECT *,
    anyLast(nullIf(channel, '')) OVER ${sofar} AS known_channel,
    anyLast(nullIf(channel, '')) OVER ${before} AS channel_before,
    anyLast(nullIf(touchpoint_id, '')) OVER ${sofar} AS known_touchpoint,
    anyLast(nullIf(url, '')) OVER ${sofar} AS known_url,
    anyLast(nullIf(contact_id, '')) OVER ${sofar} AS known_contact,
    anyLast(nullIf(visitor_id, '')) OVER ${sofar} AS known_visitor,
    anyLast(if(writer = 1, nullIf(author_id, ''), NULL)) OVER ${sofar} AS known_contact_author,
    anyLast(if(type = 'conversation.assigned', agent_id, NULL)) OVER ${sofar} AS agent_in_force,
    anyLast(if(type = 'conversation.assigned', team_id, NULL)) OVER ${sofar} AS team_in_force,
    anyLast(if(type = 'conversation.routed' OR (type = 'conversation.started' AND inbox_id != ''), inbox_id, NULL)) OVER ${sofar} AS inbox_in_force,
    row_number() OVER ${sofar} AS position,
    countIf(writer = 1) OVER ${before} AS contacts_before,
    countIf(writer = 2) OVER ${before} AS agents_before,
    anyLastIf(writer, writer > 0) OVER ${before} AS previous_writer,
    anyLastIf(author_id, writer = 2) OVER ${before} AS last_agent,
    maxIf(time, writer = 2) OVER ${before} AS last_agent_time,
    anyLastIf(bitAnd(flags, 6) = 2, writer = 2) OVER ${before} AS last_agent_unseen,
    countIf(is_item) OVER ${before} AS items_before,
    maxIf(time, is_item) OVER ${before} AS previous_item_time,
    anyLastIf(is_end, is_item OR is_end) OVER ${before} AS ended_before,
    anyLast(multiIf(is_item, '', type IN ('conversation.started', 'conversation.requested') AND initiator != '', initiator, NULL)) OVER ${before} AS asked_by,
    anyLast(multiIf(is_item, '', type = 'conversation.requested' AND reference != '', reference, NULL)) OVER ${before} AS asked_after_auto_message,
    is_call AND has(groupUniqArrayIf(reference, is_call) OVER ${before}, reference) AS continues_call
  FROM (${classified})`

/**
 * The whole thread: one row per event, in the columns that facts read. Sessions are numbered from 1 (0: before the
 * first). `writer` is 1 for a contact's message, 2 for an agent's, else 0. `{events}` is the relation of events.
 */
export const threadSql = `
  SELECT
    organization_id, conversation_id, time, source, id, event_key, type, position, author_kind, author_id, bot_id, agent_id,
    status, medium, reference, category, number_a, number_b, flags, is_message, is_call, is_item, is_end, writer,
    ifNull(known_channel, '') AS known_channel, ifNull(known_touchpoint, '') AS known_touchpoint, ifNull(known_url, '') AS known_url,
    ifNull(known_contact, '') AS known_contact, ifNull(known_visitor, '') AS known_visitor, ifNull(known_contact_author, '') AS known_contact_author,
    ifNull(agent_in_force, '') AS agent_in_force, ifNull(team_in_force, '') AS team_in_force, ifNull(inbox_in_force, '') AS inbox_in_force,
    ifNull(asked_by, '') AS asked_by, ifNull(asked_after_auto_message, '') AS asked_after_auto_message,
    agents_before, previous_writer, last_agent, last_agent_time, last_agent_unseen,
    is_item AND NOT continues_call AND (
      items_before = 0 OR ended_before
      OR time - previous_item_time > ${sessionTimeoutMs("ifNull(channel_before, '')")}
    ) AS begins,
    sum(begins) OVER ${sofarByPosition} AS session_number,
    maxIf(time, writer = 1 AND previous_writer != 1) OVER ${sofarByPosition} AS waiting_since,
    maxIf(position, type = 'bot.handed_over') OVER ${sofarByPosition} AS handover_position,
    maxIf(time, type = 'bot.handed_over') OVER ${sofarByPosition} AS handover_time
  FROM (${situated})`
