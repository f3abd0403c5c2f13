-- chats (count)
SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- conversations (count)
SELECT countIf(is_two_way) AS m_conversations
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- conversations_text (count)
SELECT countIf(is_two_way AND is_chat) AS m_conversations_text
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- conversations_video (count)
SELECT countIf(is_two_way AND has_video) AS m_conversations_video
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- chats_with_agent_reply (count)
SELECT countIf(agent_messages > 0) AS m_chats_with_agent_reply
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- missed_chats (count)
SELECT countIf(is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC')) AS m_missed_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- skipped_chats (count)
SELECT countIf(is_skipped) AS m_skipped_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- bot_handled_chats (count)
SELECT countIf(bot_messages > 0 AND agent_messages = 0) AS m_bot_handled_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- bot_handled_share (ratio)
SELECT countIf((bot_messages > 0 AND agent_messages = 0) AND (is_chat)) / countIf(is_chat) AS m_bot_handled_share
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- operator_handled_chats (count)
SELECT countIf(agent_messages > 0) AS m_operator_handled_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- operator_handled_share (ratio)
SELECT countIf((agent_messages > 0) AND (is_chat)) / countIf(is_chat) AS m_operator_handled_share
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- effective_chats (count)
SELECT countIf(is_effective) AS m_effective_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- leads (count)
SELECT countIf(is_lead) AS m_leads
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- service_chats (count)
SELECT countIf(is_service) AS m_service_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- bot_chats (count)
SELECT countIf(is_bot_chat) AS m_bot_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- chatpoints (points)
SELECT sum(chatpoints) AS m_chatpoints
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- points_v1 (points)
SELECT sum(points_v1) AS m_points_v1
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- active_contacts (count)
SELECT uniqExactIf(contact, is_chat AND contact != '') AS m_active_contacts
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- avg_session_duration (seconds)
SELECT avgIf(duration, is_chat) / 1000 AS m_avg_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- median_session_duration (seconds)
SELECT quantilesExactInclusiveIf(0.5)(duration, is_chat)[1] / 1000 AS m_median_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- p90_session_duration (seconds)
SELECT quantilesExactInclusiveIf(0.9)(duration, is_chat)[1] / 1000 AS m_p90_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- max_session_duration (seconds)
SELECT maxOrNullIf(duration, is_chat) / 1000 AS m_max_session_duration
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;
