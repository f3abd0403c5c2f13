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

// Windows have names: written out at each column they took the engine longer to read than a thousand events.
// The hash alone tells conversations apart in the sort almost always; the names make it certain.
const conversation = 'PARTITION BY conversation_key, organization_id, conversation_id'
const inOrder = 'ORDER BY time, rank, id_length, id, source'
const sofar = `sofar AS (${conversation} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
const before = `before AS (${conversation} ${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
const sofarByPosition = `sofar AS (${conversation} ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`

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
  'invitation.sent',
] as const

/** One row per event, with what it is. `bitAnd(flags, …)`: see the events table. */
const classified = `
  SELECT
    organization_id, subject_id AS conversation_id, cityHash64(organization_id, subject_id) AS conversation_key,
    toUnixTimestamp64Milli(events.time) AS time, source, id, type,
    xxHash64(source, id) AS event_key, length(id) AS id_length,
    multiIf(type IN ('message.sent', 'call.updated'), 1, type IN ('outcome.recorded', 'survey.answered'), 2, type = 'conversation.ended', 3, 0) AS rank,
    author_kind, author_id, words_hash, channel, touchpoint_id, inbox_id, team_id, agent_id, bot_id, visitor_id, contact_id, url,
    initiator, status, medium, reference, category, number_a, number_b, flags, price,
    -- Of the other side: what an agent or a bot writes tells nothing of it. Words have no tabs in them; carrying one
    -- string along costs much less than six.
    if(type = 'message.sent' AND author_kind != 'contact', '', trimRight(concat(country, '\\t', region, '\\t', browser, '\\t', os, '\\t', device, '\\t', place), '\\t')) AS surroundings,
    type = 'message.sent' AND author_kind IN ('contact', 'agent', 'bot') AND bitAnd(flags, 1) = 0 AS is_message,
    type = 'call.updated' AS is_call,
    is_message OR is_call AS is_item,
    type = 'conversation.ended' AS is_end,
    multiIf(is_message AND author_kind = 'contact', 1, is_message AND author_kind = 'agent', 2, 0) AS writer,
    multiIf(
      type IN ('conversation.offered', 'conversation.routed') OR (type = 'conversation.started' AND inbox_id != ''), 2,
      writer = 2 OR is_end OR (is_call AND status IN ('answered', 'completed')), 1,
      0) AS queue
  FROM {events} AS events
  WHERE subject_kind = 'conversation' AND type IN (${threadEventTypes.map((type) => `'${type}'`).join(', ')})`

/** What was known or in force at each event: channel, touchpoint, page, who it was assigned to, who had written. */
const situated = `
  SELECT *,
    anyLastIf(channel, channel != '') OVER sofar AS known_channel,
    anyLastIf(channel, channel != '') OVER before AS channel_before,
    anyLastIf(touchpoint_id, touchpoint_id != '') OVER sofar AS known_touchpoint,
    anyLastIf(url, url != '') OVER sofar AS known_url,
    anyLastIf(surroundings, surroundings != '') OVER sofar AS known_surroundings,
    anyLastIf(contact_id, contact_id != '') OVER sofar AS known_contact,
    anyLastIf(visitor_id, visitor_id != '') OVER sofar AS known_visitor,
    anyLastIf(author_id, writer = 1 AND author_id != '') OVER sofar AS known_contact_author,
    anyLastIf(agent_id, type = 'conversation.assigned') OVER sofar AS agent_in_force,
    anyLastIf(team_id, type = 'conversation.assigned') OVER sofar AS team_in_force,
    anyLastIf(inbox_id, type = 'conversation.routed' OR (type = 'conversation.started' AND inbox_id != '')) OVER sofar AS inbox_in_force,
    row_number() OVER sofar AS position,
    countIf(writer = 1) OVER before AS contacts_before,
    countIf(writer = 2) OVER before AS agents_before,
    anyLastIf(writer, writer > 0) OVER before AS previous_writer,
    anyLastIf(author_id, writer = 2) OVER before AS last_agent,
    maxIf(time, writer = 2) OVER before AS last_agent_time,
    anyLastIf(bitAnd(flags, 6) = 2, writer = 2) OVER before AS last_agent_unseen,
    countIf(is_item) OVER before AS items_before,
    maxIf(time, is_item) OVER before AS previous_item_time,
    anyLastIf(is_end, is_item OR is_end) OVER before AS ended_before,
    anyLastIf(is_end, is_item OR (is_end AND category = 'resolved')) OVER before AS resolved_before,
    anyLastIf(queue, queue > 0) OVER before AS queue_before,
    anyLastIf(if(is_item, '', initiator), is_item OR (type IN ('conversation.started', 'conversation.requested') AND initiator != '')) OVER before AS asked_by,
    anyLastIf(if(is_item, '', reference), is_item OR (type = 'conversation.requested' AND reference != '')) OVER before AS asked_after_auto_message,
    is_call AND has(groupUniqArrayIf(reference, is_call) OVER before, reference) AS continues_call
  FROM (${classified})
  WINDOW ${sofar}, ${before}`

/**
 * The whole thread: one row per event, in the columns that facts read. Sessions are numbered from 1 (0: before the
 * first). `writer` is 1 for a contact's message, 2 for an agent's, else 0. `queue` is 2 for what makes a conversation wait
 * for an agent (routed, offered), 1 for what ends that wait (an agent's word, a connected call, the end), else 0. `ends` is
 * the first end since something was said, `resolves` the first by `resolved`.
 * `{events}` is the relation of events.
 */
export const threadSql = `
  SELECT
    organization_id, conversation_id, time, source, id, event_key, type, position, author_kind, author_id, words_hash, bot_id, agent_id,
    initiator, status, medium, reference, category, number_a, number_b, flags, price, is_message, is_call, is_item, is_end, writer,
    known_channel, known_touchpoint, known_url, known_surroundings,
    known_contact, known_visitor, known_contact_author,
    agent_in_force, team_in_force, inbox_in_force,
    asked_by, asked_after_auto_message,
    agents_before, previous_writer, last_agent, last_agent_time, last_agent_unseen,
    resolved_before, queue_before,
    is_end AND NOT ended_before AS ends,
    is_end AND category = 'resolved' AND NOT resolved_before AS resolves,
    is_item AND NOT continues_call AND (
      items_before = 0 OR ended_before
      OR time - previous_item_time > ${sessionTimeoutMs('channel_before')}
    ) AS begins,
    sum(begins) OVER sofar AS session_number,
    maxIf(time, writer = 1 AND previous_writer != 1) OVER sofar AS waiting_since,
    maxIf(agents_before, begins) OVER sofar AS agents_before_session,
    maxIf(time, queue = 2 AND queue_before != 2) OVER sofar AS queued_since,
    maxIf(position, type = 'bot.handed_over') OVER sofar AS handover_position,
    maxIf(time, type = 'bot.handed_over') OVER sofar AS handover_time
  FROM (${situated})
  WINDOW ${sofarByPosition}`
