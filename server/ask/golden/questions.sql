-- the four statistics of a duration sort once
SELECT avgIf(response, author_kind = 'agent') / 1000 AS m_avg_response_time, quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[1] / 1000 AS m_median_response_time, quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[2] / 1000 AS m_p90_response_time, maxOrNullIf(response, author_kind = 'agent') / 1000 AS m_max_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- by day, over the change of the clocks
SELECT intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- by hour, over the change of the clocks
SELECT greatest(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 3600000) * 3600000 - multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000), multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 1774652400000, 1774746000000)) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- by hour in UTC
SELECT greatest(intDiv(toUnixTimestamp64Milli(started_at), 3600000) * 3600000, 1774656000000) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774656000000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774915200000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774656000000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774915200000, 'UTC');


-- by week in Kathmandu
SELECT toInt64(toMonday(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + 20700000), 86400000)))) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774635300000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774894500000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774635300000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774894500000, 'UTC');


-- by quarter
SELECT toInt64(toStartOfQuarter(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- by hour of the week
SELECT (intDiv((toUnixTimestamp64Milli(sent_at) + multiIf(toUnixTimestamp64Milli(sent_at) < 1774746000000, 3600000, 7200000)), 3600000) + 72) % 168 AS bucket, count() AS m_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket
ORDER BY bucket;

SELECT count() AS m_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- split, ordered and cut
SELECT toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, channel AS by_channel, agent AS by_agent, countIf(is_lead) AS m_leads, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_channel, by_agent
ORDER BY m_chats DESC NULLS LAST, by_agent, bucket, m_leads DESC NULLS LAST, by_channel, by_agent
LIMIT 5;

SELECT countIf(is_lead) AS m_leads, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- three facts joined
SELECT bucket, by_channel, ifNull(any(m_chats), 0) AS m_chats, ifNull(any(m_messages), 0) AS m_messages, any(m_avg_response_time) AS m_avg_response_time
FROM (
SELECT intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, channel AS by_channel, toNullable(countIf(is_chat)) AS m_chats, NULL AS m_messages, NULL AS m_avg_response_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_channel
UNION ALL
SELECT intDiv((toUnixTimestamp64Milli(sent_at) + multiIf(toUnixTimestamp64Milli(sent_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, channel AS by_channel, NULL AS m_chats, toNullable(count()) AS m_messages, NULL AS m_avg_response_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_channel
UNION ALL
SELECT intDiv((toUnixTimestamp64Milli(replied_at) + multiIf(toUnixTimestamp64Milli(replied_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, channel AS by_channel, NULL AS m_chats, NULL AS m_messages, toNullable(avgIf(response, author_kind = 'agent') / 1000) AS m_avg_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_channel
)
GROUP BY bucket, by_channel
ORDER BY bucket, m_chats DESC NULLS LAST, by_channel
LIMIT 10000;

SELECT ifNull(any(m_chats), 0) AS m_chats, ifNull(any(m_messages), 0) AS m_messages, any(m_avg_response_time) AS m_avg_response_time
FROM (
SELECT toNullable(countIf(is_chat)) AS m_chats, NULL AS m_messages, NULL AS m_avg_response_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_chats, toNullable(count()) AS m_messages, NULL AS m_avg_response_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_chats, NULL AS m_messages, toNullable(avgIf(response, author_kind = 'agent') / 1000) AS m_avg_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
);


-- every kind of filter
SELECT avgIf(rating, scale = 5) AS m_survey_rating
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND ifNull(channel IN ('web', 'it\'s'), 0) AND NOT (ifNull(agent IN ('a1', ''), 0)) AND team != '' AND touchpoint = '' AND (positionCaseInsensitiveUTF8(agent, 'An') > 0 OR positionCaseInsensitiveUTF8(agent, '%') > 0) AND (ifNull(rating IN (4), 0) OR rating IS NULL) AND NOT (ifNull(rating IN (1, 2.5), 0)) AND rating IS NOT NULL
LIMIT 10000;


-- the second page of the records behind missed chats
SELECT toUnixTimestamp64Milli(started_at), conversation_id, toString(event_key), organization_id, session_number, toUnixTimestamp64Milli(ended_at), toUnixTimestamp64Milli(closes_at), duration, channel, touchpoint, url, inbox, team, agent, first_agent, bot, category, initiator, auto_message, contact, contact_messages, agent_messages, bot_messages, is_chat, is_two_way, has_video, is_unheard, is_skipped, is_bot_chat, is_effective, is_lead, is_service, chatpoints, points_v1
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND (is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC')) AND (toUnixTimestamp64Milli(started_at), event_key, organization_id) < (1775044800000, 18446744073709551615, 'shop')
ORDER BY started_at DESC, event_key DESC, organization_id DESC
LIMIT 11;

SELECT count()
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND (is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC'));


-- the records behind a rating
SELECT toUnixTimestamp64Milli(answered_at), conversation_id, toString(event_key), organization_id, rating, scale, is_submitted, session_number, agent, team, channel, touchpoint
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND (scale = 5) AND rating IS NOT NULL AND (toUnixTimestamp64Milli(answered_at), event_key, organization_id) < (1775044800000, 18446744073709551615, 'shop')
ORDER BY answered_at DESC, event_key DESC, organization_id DESC
LIMIT 11;

SELECT count()
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND (scale = 5) AND rating IS NOT NULL;
