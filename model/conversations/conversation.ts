import type { Thread } from '@parley/core/declare/thread.ts'
import { sessionTimeoutMs } from './session-timeout.ts'
import { threadEventTypes, threadSql } from './thread.ts'

/** What facts of conversations are read from. */
const relations: Thread['relations'] = [
  { name: 'thread', sql: threadSql },
  {
    name: 'outcome_rows',
    madeBy: 'outcome.recorded',
    // An outcome recorded again under the same outcome_id replaces what it said before.
    sql: `
  SELECT *,
    row_number() OVER (PARTITION BY organization_id, conversation_id, if(reference = '', concat('\\0', source, '\\0', id), reference) ORDER BY position DESC) = 1 AS is_last
  FROM thread WHERE type = 'outcome.recorded'`,
  },
  {
    name: 'session_rows',
    sql: `
  SELECT
    spoken.*,
    ifNull(recorded.outcomes, 0) AS outcomes,
    ifNull(recorded.is_effective, 0) AS is_effective,
    ifNull(recorded.is_lead, 0) AS is_lead,
    ifNull(recorded.chatpoints, 0) AS chatpoints,
    ifNull(recorded.points_v1, 0) AS points_v1,
    ifNull(recorded.category, '') AS category
  FROM (
    SELECT
      organization_id, conversation_id, session_number,
      -- Exactly one row begins a session: its first message or call.
      minIf(time, begins) AS started,
      maxIf(time, is_item) AS ended,
      anyIf(event_key, begins) AS event_key,
      -- Ended, if it was, before the timeout was over; an end that a later status of a call came after is none. The
      -- timeout is of the channel known when the next word comes, as where a session begins.
      ended + ${sessionTimeoutMs('argMax(known_channel, position)')} AS times_out,
      maxIf(position, is_item) AS last_position,
      maxIf(position, ends > 0) > last_position AS is_ended,
      maxIf(time, ends > 0) AS ended_last,
      if(is_ended AND ended_last < times_out, ended_last, times_out) AS closes,
      if(is_ended, argMaxIf(category, position, ends > 0), '') AS end_reason,
      is_ended AND argMaxIf(category = 'contact_left' AND queue_before = 2, position, ends > 0) AS is_left_waiting,
      if(maxIf(position, resolves) > last_position, maxIf(time, resolves), 0) AS resolved,
      session_number > 1 AND anyIf(resolved_before, begins) AS is_reopened,
      anyIf(known_channel, begins) AS channel,
      anyIf(known_touchpoint, begins) AS touchpoint,
      anyIf(known_url, begins) AS url,
      splitByChar('\\t', argMinIf(known_surroundings, position, is_item AND known_surroundings != '')) AS surroundings,
      surroundings[1] AS country, surroundings[2] AS region, surroundings[3] AS browser, surroundings[4] AS os,
      surroundings[5] AS device, surroundings[6] AS place,
      argMaxIf(inbox_in_force, position, is_item) AS inbox,
      argMaxIf(team_in_force, position, is_item) AS team,
      argMaxIf(agent_in_force, position, is_item) AS agent,
      argMinIf(author_id, position, writer = 2) AS first_agent,
      argMinIf(if(is_message, author_id, bot_id), position, (is_message AND author_kind = 'bot') OR type = 'bot.started') AS bot,
      coalesce(
        nullIf(anyIf(asked_by, begins), ''),
        if(countIf(is_message) > 0, argMinIf(author_kind, position, is_message), NULL),
        multiIf(anyIf(category, begins) = 'inbound', 'contact', anyIf(category, begins) = 'outbound', 'agent', '')
      ) AS initiator,
      coalesce(
        nullIf(anyIf(asked_after_auto_message, begins), ''),
        argMinIf(reference, position, is_message AND reference != '')
      ) AS auto_message,
      coalesce(
        nullIf(argMaxIf(known_contact, position, is_item), ''),
        nullIf(argMaxIf(known_visitor, position, is_item), ''),
        argMaxIf(known_contact_author, position, is_item)
      ) AS contact,
      argMaxIf(known_visitor, position, is_item) AS visitor,
      minIf(time, writer = 1) AS opened,
      minIf(position, writer = 1) AS opened_position,
      argMinIf(agents_before, position, writer = 1) AS agents_before_opened,
      countIf(writer = 1) AS contact_messages,
      countIf(writer = 2) AS agent_messages,
      countIf(is_message AND author_kind = 'bot') AS bot_messages,
      countIf(is_message) > 0 AS has_text,
      countIf(type = 'bot.started') > 0 AS has_bot_started,
      countIf(is_call AND status IN ('answered', 'completed')) > 0 AS has_connected_call,
      countIf(is_call AND medium = 'video' AND status IN ('answered', 'completed')) > 0 AS has_video,
      countIf(type = 'conversation.skipped') > 0 AS is_skipped,
      -- A bot's answer ends no wait, but a contact whom a bot answers waits for an agent only once they were sent to one.
      maxIf(position, writer = 1) AS last_question,
      argMaxIf(waiting_since, position, writer = 1) AS wait_began,
      maxIf(time, type = 'bot.handed_over') AS handed_over,
      maxIf(time, type IN ('bot.handed_over', 'conversation.routed', 'conversation.offered')) > wait_began AS is_sent_to_agents,
      last_question > maxIf(position, writer = 2 OR (is_call AND status IN ('answered', 'completed')))
        AND (is_sent_to_agents OR last_question > maxIf(position, is_message AND author_kind = 'bot')) AS is_waiting
    FROM thread WHERE session_number > 0
    GROUP BY organization_id, conversation_id, session_number
  ) AS spoken
  LEFT JOIN (
    SELECT
      organization_id, conversation_id, session_number,
      count() AS outcomes,
      max(bitAnd(flags, 8) > 0) AS is_effective,
      max(bitAnd(flags, 16) > 0) AS is_lead,
      sum(ifNull(number_a, 0)) AS chatpoints,
      sum(ifNull(number_b, 0)) AS points_v1,
      argMaxIf(category, position, category != '') AS category
    FROM outcome_rows WHERE is_last AND session_number > 0
    GROUP BY organization_id, conversation_id, session_number
  ) AS recorded USING (organization_id, conversation_id, session_number)`,
  },
]

/** A conversation: what was said, who was asked, who it was assigned to, what came out of it. */
export const conversation: Thread = {
  id: 'conversation',
  key: 'conversation_id',
  eventTypes: threadEventTypes,
  subjectKind: 'conversation',
  namedBy: 'subject_id',
  relations,
  sessionFrom: `
  SELECT thread.organization_id AS organization_id, thread.conversation_id AS conversation_id,
    -- An outcome that replaces an earlier one may change a session long before it: then all sessions are rewritten.
    if(max(thread.type = 'outcome.recorded' AND (thread.organization_id, thread.conversation_id, thread.event_key) IN
        (SELECT organization_id, conversation_id, event_key FROM outcome_rows WHERE NOT is_last)), 0,
      maxIf(thread.time, thread.begins AND thread.time < touched.changed_from)) AS session_from
  FROM thread INNER JOIN touched
    ON thread.organization_id = touched.touched_organization AND thread.conversation_id = touched.touched_key
  GROUP BY organization_id, conversation_id`,
}
