-- chats (count)
SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- conversations (count)
SELECT countIf(is_two_way) AS m_conversations
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- conversations_text (count)
SELECT countIf(is_two_way AND is_chat) AS m_conversations_text
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- conversations_video (count)
SELECT countIf(is_two_way AND has_video) AS m_conversations_video
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- chats_with_agent_reply (count)
SELECT countIf(agent_messages > 0) AS m_chats_with_agent_reply
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- missed_chats (count)
SELECT countIf(is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC')) AS m_missed_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- skipped_chats (count)
SELECT countIf(is_skipped) AS m_skipped_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- inbox_sessions (count)
SELECT countIf(inbox != '' OR agent != '' OR first_agent != '' OR is_skipped) AS m_inbox_sessions
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- abandoned_chats (count)
SELECT countIf(is_abandoned) AS m_abandoned_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- reopened_chats (count)
SELECT countIf(is_reopened) AS m_reopened_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- open_sessions (count)
SELECT countIf(closes_at > fromUnixTimestamp64Milli(1775044800000, 'UTC')) AS m_open_sessions
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- waiting_contacts (count)
SELECT countIf(closes_at > fromUnixTimestamp64Milli(1775044800000, 'UTC') AND waiting_since IS NOT NULL) AS m_waiting_contacts
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- longest_wait (seconds)
SELECT maxOrNullIf(greatest(0, 1775044800000 - toUnixTimestamp64Milli(assumeNotNull(waiting_since))), waiting_since IS NOT NULL AND (closes_at > fromUnixTimestamp64Milli(1775044800000, 'UTC') AND waiting_since IS NOT NULL)) / 1000 AS m_longest_wait
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- active_dialogs (count)
SELECT countIf(agent != '') AS m_active_dialogs
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- bot_handled_chats (count)
SELECT countIf(bot_messages > 0 AND agent_messages = 0) AS m_bot_handled_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- bot_handled_share (ratio)
SELECT countIf((bot_messages > 0 AND agent_messages = 0) AND (is_chat)) / countIf(is_chat) AS m_bot_handled_share
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- operator_handled_chats (count)
SELECT countIf(agent_messages > 0) AS m_operator_handled_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- operator_handled_share (ratio)
SELECT countIf((agent_messages > 0) AND (is_chat)) / countIf(is_chat) AS m_operator_handled_share
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- effective_chats (count)
SELECT countIf(is_effective) AS m_effective_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- leads (count)
SELECT countIf(is_lead) AS m_leads
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- service_chats (count)
SELECT countIf(is_service) AS m_service_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- bot_chats (count)
SELECT countIf(is_bot_chat) AS m_bot_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- session_messages (count)
SELECT sum(contact_messages + agent_messages + bot_messages) AS m_session_messages
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- chatpoints (points)
SELECT sum(chatpoints) AS m_chatpoints
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- points_v1 (points)
SELECT sum(points_v1) AS m_points_v1
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- active_contacts (count)
SELECT uniqExactIf(cityHash64(organization_id, contact), is_chat AND contact != '') AS m_active_contacts
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_session_duration (seconds)
SELECT avgIf(duration, is_chat) / 1000 AS m_avg_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_session_duration (seconds)
SELECT quantilesExactInclusiveIf(0.5)(duration, is_chat)[1] / 1000 AS m_median_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_session_duration (seconds)
SELECT quantilesExactInclusiveIf(0.9)(duration, is_chat)[1] / 1000 AS m_p90_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_session_duration (seconds)
SELECT maxOrNullIf(duration, is_chat) / 1000 AS m_max_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_session_duration_service (seconds)
SELECT avgIf(duration_service, duration_service IS NOT NULL AND (is_chat)) / 1000 AS m_avg_session_duration_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_session_duration_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(duration_service, duration_service IS NOT NULL AND (is_chat))[1] / 1000 AS m_median_session_duration_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_session_duration_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(duration_service, duration_service IS NOT NULL AND (is_chat))[1] / 1000 AS m_p90_session_duration_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_session_duration_service (seconds)
SELECT maxOrNullIf(duration_service, duration_service IS NOT NULL AND (is_chat)) / 1000 AS m_max_session_duration_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_resolution_time (seconds)
SELECT avgIf(resolution, resolution IS NOT NULL) / 1000 AS m_avg_resolution_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_resolution_time (seconds)
SELECT quantilesExactInclusiveIf(0.5)(resolution, resolution IS NOT NULL)[1] / 1000 AS m_median_resolution_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_resolution_time (seconds)
SELECT quantilesExactInclusiveIf(0.9)(resolution, resolution IS NOT NULL)[1] / 1000 AS m_p90_resolution_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_resolution_time (seconds)
SELECT maxOrNullIf(resolution, resolution IS NOT NULL) / 1000 AS m_max_resolution_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_resolution_time_service (seconds)
SELECT avgIf(resolution_service, resolution_service IS NOT NULL AND (resolution IS NOT NULL)) / 1000 AS m_avg_resolution_time_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_resolution_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(resolution_service, resolution_service IS NOT NULL AND (resolution IS NOT NULL))[1] / 1000 AS m_median_resolution_time_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_resolution_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(resolution_service, resolution_service IS NOT NULL AND (resolution IS NOT NULL))[1] / 1000 AS m_p90_resolution_time_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_resolution_time_service (seconds)
SELECT maxOrNullIf(resolution_service, resolution_service IS NOT NULL AND (resolution IS NOT NULL)) / 1000 AS m_max_resolution_time_service
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- engagement_ratio (ratio)
SELECT m_chats_with_agent_reply / nullIf(m_visits, 0) AS m_engagement_ratio
FROM (
SELECT ifNull(any(m_chats_with_agent_reply), 0) AS m_chats_with_agent_reply, ifNull(any(m_visits), 0) AS m_visits
FROM (
SELECT toNullable(countIf(agent_messages > 0)) AS m_chats_with_agent_reply, NULL AS m_visits
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_chats_with_agent_reply, toNullable(count()) AS m_visits
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
)
);


-- missed_ratio (ratio)
SELECT m_missed_chats / nullIf(m_visits, 0) AS m_missed_ratio
FROM (
SELECT ifNull(any(m_missed_chats), 0) AS m_missed_chats, ifNull(any(m_visits), 0) AS m_visits
FROM (
SELECT toNullable(countIf(is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC'))) AS m_missed_chats, NULL AS m_visits
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_missed_chats, toNullable(count()) AS m_visits
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
)
);


-- conversation_visitors (count)
SELECT uniqExactIf(cityHash64(organization_id, contact), is_two_way AND contact != '') AS m_conversation_visitors
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
