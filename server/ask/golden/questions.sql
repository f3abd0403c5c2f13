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


-- one number over another of another fact, and one of the two
SELECT bucket, by_touchpoint, m_missed_chats / nullIf(m_visits, 0) AS m_missed_ratio, m_visits
FROM (
SELECT bucket, by_touchpoint, ifNull(any(m_missed_chats), 0) AS m_missed_chats, ifNull(any(m_visits), 0) AS m_visits
FROM (
SELECT intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, touchpoint AS by_touchpoint, toNullable(countIf(is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC'))) AS m_missed_chats, NULL AS m_visits
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_touchpoint
UNION ALL
SELECT intDiv((toUnixTimestamp64Milli(visited_at) + multiIf(toUnixTimestamp64Milli(visited_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, touchpoint AS by_touchpoint, NULL AS m_missed_chats, toNullable(count()) AS m_visits
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_touchpoint
)
GROUP BY bucket, by_touchpoint
)
ORDER BY bucket, if(isNaN(m_missed_ratio), NULL, m_missed_ratio) DESC NULLS LAST, by_touchpoint
LIMIT 10000;

SELECT m_missed_chats / nullIf(m_visits, 0) AS m_missed_ratio, m_visits
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


-- what lasts, cut at the hours, over the change of the clocks
SELECT greatest(intDiv((toUnixTimestamp64Milli(since) + multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 3600000, 7200000)), 3600000) * 3600000 - multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 3600000, 7200000), multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 1774652400000, 1774746000000)) AS bucket, sumIf(slice_ms, status = 'online') / 1000 AS m_online_seconds
FROM (SELECT * REPLACE (fromUnixTimestamp64Milli(greatest(piece, slice_from), 'UTC') AS since),
  least(piece + 900000, slice_to) - greatest(piece, slice_from) AS slice_ms
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, arrayJoin(range(intDiv(slice_from, 900000) * 900000, slice_to, toInt64(900000))) AS piece
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to))
GROUP BY bucket
ORDER BY bucket;

SELECT sumIf(slice_ms, status = 'online') / 1000 AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);


-- every kind of filter
SELECT avgIf(rating, scale = 5) AS m_survey_rating
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND ifNull(channel IN ('web', 'it\'s'), 0) AND NOT (ifNull(agent IN ('a1', ''), 0)) AND team != '' AND touchpoint = '' AND (positionCaseInsensitiveUTF8(agent, 'An') > 0 OR positionCaseInsensitiveUTF8(agent, '%') > 0) AND (ifNull(rating IN (4), 0) OR rating IS NULL) AND NOT (ifNull(rating IN (1, 2.5), 0)) AND rating IS NOT NULL
LIMIT 10000;


-- by tracked URL, of which a page may have several, and by level
SELECT arrayJoin(multiIf((concat(lower(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)')), replaceRegexpOne(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'), '/+$', ''), '/') AS tracked_page) = '/', [''], empty(multiIf(organization_id = 'shop', arrayFilter(id -> id != '', [if(tracked_page LIKE '%.shop.example/cards/%' OR tracked_page LIKE 'bücher.example/100\\%\\_\'off\'/' OR tracked_page LIKE 'xn--bcher-kva.example/100\\%\\_\'off\'/', 'cards', '')]), []) AS tracked_ids), ['-1'], tracked_ids)) AS by_tracked_url, multiIf((organization_id, agent) IN (('group', 'anna')), '0', (organization_id, agent) IN (('shop', 'anna')), '2', '') AS by_level, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND hasAny(multiIf((concat(lower(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)')), replaceRegexpOne(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'), '/+$', ''), '/') AS tracked_page) = '/', [''], empty(multiIf(organization_id = 'shop', arrayFilter(id -> id != '', [if(tracked_page LIKE '%.shop.example/cards/%' OR tracked_page LIKE 'bücher.example/100\\%\\_\'off\'/' OR tracked_page LIKE 'xn--bcher-kva.example/100\\%\\_\'off\'/', 'cards', '')]), []) AS tracked_ids), ['-1'], tracked_ids), ['cards', '-1']) AND ifNull(multiIf((organization_id, agent) IN (('group', 'anna')), 'vendor', (organization_id, agent) IN (('shop', 'anna')), 'own', '') IN ('own'), 0)
GROUP BY by_tracked_url, by_level
ORDER BY m_chats DESC NULLS LAST, by_tracked_url, by_level
LIMIT 10000;

SELECT countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND hasAny(multiIf((concat(lower(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)')), replaceRegexpOne(extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'), '/+$', ''), '/') AS tracked_page) = '/', [''], empty(multiIf(organization_id = 'shop', arrayFilter(id -> id != '', [if(tracked_page LIKE '%.shop.example/cards/%' OR tracked_page LIKE 'bücher.example/100\\%\\_\'off\'/' OR tracked_page LIKE 'xn--bcher-kva.example/100\\%\\_\'off\'/', 'cards', '')]), []) AS tracked_ids), ['-1'], tracked_ids), ['cards', '-1']) AND ifNull(multiIf((organization_id, agent) IN (('group', 'anna')), 'vendor', (organization_id, agent) IN (('shop', 'anna')), 'own', '') IN ('own'), 0);


-- by the teams of an agent, of which there may be several
SELECT by_team, m_agent_talk_seconds / nullIf(m_online_seconds, 0) AS m_agent_occupancy
FROM (
SELECT by_team, ifNull(any(m_agent_talk_seconds), 0) AS m_agent_talk_seconds, ifNull(any(m_online_seconds), 0) AS m_online_seconds
FROM (
SELECT arrayJoin(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams)) AS by_team, toNullable(sumIf(slice_ms, agent != '') / 1000) AS m_agent_talk_seconds, NULL AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(connected_at), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(talked_until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM (
SELECT * REPLACE (assumeNotNull(connected_at) AS connected_at), toNullable(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(assumeNotNull(connected_at)) + talk, 'UTC')) AS talked_until
FROM (
SELECT *
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(0, 'UTC') AND called_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS called WHERE connected_at IS NOT NULL AND talk > 0
)
WHERE organization_id IN ('group', 'shop') AND (talked_until IS NULL OR talked_until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND connected_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', '']) AND slice_from < slice_to)
GROUP BY by_team
UNION ALL
SELECT arrayJoin(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams)) AS by_team, NULL AS m_agent_talk_seconds, toNullable(sumIf(slice_ms, status = 'online') / 1000) AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', '']) AND slice_from < slice_to)
GROUP BY by_team
)
GROUP BY by_team
)
ORDER BY if(isNaN(m_agent_occupancy), NULL, m_agent_occupancy) DESC NULLS LAST, by_team
LIMIT 10000;

SELECT m_agent_talk_seconds / nullIf(m_online_seconds, 0) AS m_agent_occupancy
FROM (
SELECT ifNull(any(m_agent_talk_seconds), 0) AS m_agent_talk_seconds, ifNull(any(m_online_seconds), 0) AS m_online_seconds
FROM (
SELECT toNullable(sumIf(slice_ms, agent != '') / 1000) AS m_agent_talk_seconds, NULL AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(connected_at), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(talked_until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM (
SELECT * REPLACE (assumeNotNull(connected_at) AS connected_at), toNullable(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(assumeNotNull(connected_at)) + talk, 'UTC')) AS talked_until
FROM (
SELECT *
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(0, 'UTC') AND called_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS called WHERE connected_at IS NOT NULL AND talk > 0
)
WHERE organization_id IN ('group', 'shop') AND (talked_until IS NULL OR talked_until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND connected_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', '']) AND slice_from < slice_to)
UNION ALL
SELECT NULL AS m_agent_talk_seconds, toNullable(sumIf(slice_ms, status = 'online') / 1000) AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((organization_id, agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((organization_id, agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', '']) AND slice_from < slice_to)
)
);


-- by length
SELECT multiIf(first_response IS NULL, '', first_response <= 15000, 'up_to_15_s', first_response <= 30000, 'up_to_30_s', first_response <= 60000, 'up_to_1_min', first_response <= 300000, 'up_to_5_min', first_response <= 900000, 'up_to_15_min', first_response <= 3600000, 'up_to_1_h', 'over_1_h') AS by_first_response_bucket, countIf(first_response IS NOT NULL) AS m_first_responses
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY by_first_response_bucket
ORDER BY m_first_responses DESC NULLS LAST, by_first_response_bucket
LIMIT 10000;

SELECT countIf(first_response IS NOT NULL) AS m_first_responses
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- what is set for each month beside what happened in it
SELECT bucket, by_organization, any(m_potential_visitors) AS m_potential_visitors, ifNull(any(m_chats), 0) AS m_chats
FROM (
SELECT toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(begins_at) + multiIf(toUnixTimestamp64Milli(begins_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, organization_id AS by_organization, toNullable(sumOrNull(potential_visitors)) AS m_potential_visitors, NULL AS m_chats
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', 1200)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_visitors)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_organization
UNION ALL
SELECT toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, organization_id AS by_organization, NULL AS m_potential_visitors, toNullable(countIf(is_chat)) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, by_organization
)
GROUP BY bucket, by_organization
ORDER BY bucket, if(isNaN(m_potential_visitors), NULL, m_potential_visitors) DESC NULLS LAST, by_organization
LIMIT 10000;

SELECT any(m_potential_visitors) AS m_potential_visitors, ifNull(any(m_chats), 0) AS m_chats
FROM (
SELECT toNullable(sumOrNull(potential_visitors)) AS m_potential_visitors, NULL AS m_chats
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', 1200)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_visitors)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_potential_visitors, toNullable(countIf(is_chat)) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
);


-- the second page of the records behind missed chats
SELECT toUnixTimestamp64Milli(started_at), conversation_id, toString(event_key), organization_id, session_number, toUnixTimestamp64Milli(ended_at), toUnixTimestamp64Milli(closes_at), duration, end_reason, resolution, channel, touchpoint, url, device, browser, os, country, inbox, team, agent, first_agent, bot, category, initiator, auto_message, contact, visitor, contact_messages, agent_messages, bot_messages, is_chat, is_two_way, has_video, is_unheard, is_skipped, is_abandoned, is_reopened, is_bot_chat, is_effective, is_lead, is_service, chatpoints, points_v1, toUnixTimestamp64Milli(waiting_since), duration_service, resolution_service
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
