-- the four statistics of a duration sort once
SELECT avgIf(response, author_kind = 'agent') / 1000 AS m_avg_response_time, quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[1] / 1000 AS m_median_response_time, quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')[2] / 1000 AS m_p90_response_time, maxOrNullIf(response, author_kind = 'agent') / 1000 AS m_max_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- by day, over the change of the clocks
SELECT grouping(bucket) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- by hour, over the change of the clocks
SELECT grouping(bucket) > 0 AS is_total, greatest(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 3600000) * 3600000 - multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000), multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 1774652400000, 1774746000000)) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- by hour in UTC
SELECT grouping(bucket) > 0 AS is_total, greatest(intDiv(toUnixTimestamp64Milli(started_at), 3600000) * 3600000, 1774656000000) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774656000000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774915200000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- by week in Kathmandu
SELECT grouping(bucket) > 0 AS is_total, toInt64(toMonday(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + 20700000), 86400000)))) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774635300000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774894500000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- by quarter
SELECT grouping(bucket) > 0 AS is_total, toInt64(toStartOfQuarter(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- by hour of the week
SELECT grouping(bucket) > 0 AS is_total, (intDiv((toUnixTimestamp64Milli(sent_at) + multiIf(toUnixTimestamp64Milli(sent_at) < 1774746000000, 3600000, 7200000)), 3600000) + 72) % 168 AS bucket, count() AS m_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- split, ordered and cut
SELECT grouping(bucket, cityHash64(channel), cityHash64(agent)) > 0 AS is_total, toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, if(is_total, '', any(channel)) AS by_channel, if(is_total, '', any(agent)) AS by_agent, countIf(is_lead) AS m_leads, countIf(is_chat) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(channel), cityHash64(agent) WITH ROLLUP
HAVING grouping(bucket, cityHash64(channel), cityHash64(agent)) IN (0, 7)
ORDER BY is_total DESC, m_chats DESC NULLS LAST, by_agent, bucket, m_leads DESC NULLS LAST, by_channel, by_agent
LIMIT 6;


-- one number over another of another fact, and one of the two
SELECT is_total, bucket, by_touchpoint, m_missed_chats / nullIf(m_visits, 0) AS m_missed_ratio, m_visits
FROM (
SELECT is_total, bucket, by_touchpoint, ifNull(any(m_missed_chats), 0) AS m_missed_chats, ifNull(any(m_visits), 0) AS m_visits
FROM (
SELECT grouping(bucket, cityHash64(touchpoint)) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, if(is_total, '', any(touchpoint)) AS by_touchpoint, toNullable(countIf(is_unheard AND closes_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC'))) AS m_missed_chats, NULL AS m_visits
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(touchpoint) WITH ROLLUP
HAVING grouping(bucket, cityHash64(touchpoint)) IN (0, 3)
UNION ALL
SELECT grouping(bucket, cityHash64(touchpoint)) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(visited_at) + multiIf(toUnixTimestamp64Milli(visited_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, if(is_total, '', any(touchpoint)) AS by_touchpoint, NULL AS m_missed_chats, toNullable(count()) AS m_visits
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(touchpoint) WITH ROLLUP
HAVING grouping(bucket, cityHash64(touchpoint)) IN (0, 3)
)
GROUP BY is_total, bucket, by_touchpoint
)
ORDER BY is_total DESC, bucket, if(isNaN(m_missed_ratio), NULL, m_missed_ratio) DESC NULLS LAST, by_touchpoint
LIMIT 10001;


-- three facts joined
SELECT is_total, bucket, by_channel, ifNull(any(m_chats), 0) AS m_chats, ifNull(any(m_messages), 0) AS m_messages, any(m_avg_response_time) AS m_avg_response_time
FROM (
SELECT grouping(bucket, cityHash64(channel)) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, if(is_total, '', any(channel)) AS by_channel, toNullable(countIf(is_chat)) AS m_chats, NULL AS m_messages, NULL AS m_avg_response_time
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(channel) WITH ROLLUP
HAVING grouping(bucket, cityHash64(channel)) IN (0, 3)
UNION ALL
SELECT grouping(bucket, cityHash64(channel)) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(sent_at) + multiIf(toUnixTimestamp64Milli(sent_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, if(is_total, '', any(channel)) AS by_channel, NULL AS m_chats, toNullable(count()) AS m_messages, NULL AS m_avg_response_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(channel) WITH ROLLUP
HAVING grouping(bucket, cityHash64(channel)) IN (0, 3)
UNION ALL
SELECT grouping(bucket, cityHash64(channel)) > 0 AS is_total, intDiv((toUnixTimestamp64Milli(replied_at) + multiIf(toUnixTimestamp64Milli(replied_at) < 1774746000000, 3600000, 7200000)), 86400000) AS bucket, if(is_total, '', any(channel)) AS by_channel, NULL AS m_chats, NULL AS m_messages, toNullable(avgIf(response, author_kind = 'agent') / 1000) AS m_avg_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(channel) WITH ROLLUP
HAVING grouping(bucket, cityHash64(channel)) IN (0, 3)
)
GROUP BY is_total, bucket, by_channel
ORDER BY is_total DESC, bucket, m_chats DESC NULLS LAST, by_channel
LIMIT 10001;


-- what lasts, cut at the hours, over the change of the clocks
SELECT grouping(bucket) > 0 AS is_total, greatest(intDiv((toUnixTimestamp64Milli(since) + multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 3600000, 7200000)), 3600000) * 3600000 - multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 3600000, 7200000), multiIf(toUnixTimestamp64Milli(since) < 1774746000000, 1774652400000, 1774746000000)) AS bucket, sumIf(slice_ms, status = 'online') / 1000 AS m_online_seconds
FROM (SELECT * REPLACE (fromUnixTimestamp64Milli(greatest(piece, slice_from), 'UTC') AS since),
  least(piece + 900000, slice_to) - greatest(piece, slice_from) AS slice_ms
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, arrayJoin(range(intDiv(slice_from, 900000) * 900000, slice_to, toInt64(900000))) AS piece
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to))
GROUP BY bucket WITH ROLLUP
ORDER BY is_total DESC, bucket;


-- every kind of filter
SELECT avgIf(rating, scale = 5) AS m_survey_rating
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND ifNull(channel IN ('web', 'it\'s'), 0) AND NOT (ifNull(agent IN ('a1', ''), 0)) AND team != '' AND touchpoint = '' AND (positionCaseInsensitiveUTF8(agent, 'An') > 0 OR positionCaseInsensitiveUTF8(agent, '%') > 0) AND (ifNull(rating IN (4), 0) OR rating IS NULL) AND NOT (ifNull(rating IN (1, 2.5), 0)) AND rating IS NOT NULL;


-- by tracked URL, of which a page may have several, and by level
SELECT (arrayJoin(arrayPushBack(arrayMap(one -> (0, one), multiIf((concat(lower(extract(held_url, '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)')), replaceRegexpOne(extract(held_url, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'), '/+$', ''), '/') AS tracked_page) = '/', [''], empty(arrayDistinct(arrayMap(one -> one.1, arrayFilter(one -> tracked_page LIKE one.2, [[('cards', '%.shop.example/cards/%'), ('cards', 'bücher.example/100\\%\\_\'off\'/'), ('cards', 'xn--bcher-kva.example/100\\%\\_\'off\'/')]][indexOf(['shop'], held_organization_id)]))) AS tracked_ids), ['-1'], tracked_ids)), (1, ''))) AS found).1 AS is_total, found.2 AS by_tracked_url, if(is_total, '', part_by_level) AS by_level, countIfMerge(state_1) AS m_chats
FROM (
SELECT any(multiIf((organization_id, agent) IN (('group', 'anna')), '0', (organization_id, agent) IN (('shop', 'anna')), '2', '')) AS part_by_level, any(organization_id) AS held_organization_id, any(url) AS held_url, countIfState(is_chat) AS state_1
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND ifNull(multiIf((organization_id, agent) IN (('group', 'anna')), 'vendor', (organization_id, agent) IN (('shop', 'anna')), 'own', '') IN ('own'), 0)
GROUP BY cityHash64(multiIf((organization_id, agent) IN (('group', 'anna')), '0', (organization_id, agent) IN (('shop', 'anna')), '2', '')), cityHash64(organization_id), cityHash64(url)
)
WHERE hasAny(multiIf((concat(lower(extract(held_url, '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)')), replaceRegexpOne(extract(held_url, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'), '/+$', ''), '/') AS tracked_page) = '/', [''], empty(arrayDistinct(arrayMap(one -> one.1, arrayFilter(one -> tracked_page LIKE one.2, [[('cards', '%.shop.example/cards/%'), ('cards', 'bücher.example/100\\%\\_\'off\'/'), ('cards', 'xn--bcher-kva.example/100\\%\\_\'off\'/')]][indexOf(['shop'], held_organization_id)]))) AS tracked_ids), ['-1'], tracked_ids), ['cards', '-1'])
GROUP BY is_total, by_tracked_url, by_level
ORDER BY is_total DESC, m_chats DESC NULLS LAST, by_tracked_url, by_level
LIMIT 10001;


-- by the teams of an agent, of which there may be several
SELECT is_total, by_team, m_agent_talk_seconds / nullIf(m_online_seconds, 0) AS m_agent_occupancy
FROM (
SELECT is_total, by_team, ifNull(any(m_agent_talk_seconds), 0) AS m_agent_talk_seconds, ifNull(any(m_online_seconds), 0) AS m_online_seconds
FROM (
SELECT (arrayJoin(arrayPushBack(arrayMap(one -> (0, one), if(empty(arrayFilter(team -> team != '', [if((held_organization_id, held_agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((held_organization_id, held_agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams)), (1, ''))) AS found).1 AS is_total, found.2 AS by_team, toNullable(sumIfMerge(state_1) / 1000) AS m_agent_talk_seconds, NULL AS m_online_seconds
FROM (
SELECT any(organization_id) AS held_organization_id, any(agent) AS held_agent, sumIfState(slice_ms, agent != '') AS state_1
FROM (SELECT *, greatest(toUnixTimestamp64Milli(connected_at), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(talked_until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM (
SELECT * REPLACE (assumeNotNull(connected_at) AS connected_at), toNullable(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(assumeNotNull(connected_at)) + talk, 'UTC')) AS talked_until
FROM (
SELECT *
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(greatest(toInt64(0), toInt64(1774652400000) - toInt64((SELECT max(talk_days)
FROM calls
WHERE organization_id IN ('group', 'shop')
)) * 86400000), 'UTC') AND called_at < fromUnixTimestamp64Milli(least(toInt64(7258118400000), toInt64(1774908000000) + toInt64((SELECT max(talk_days)
FROM calls
WHERE organization_id IN ('group', 'shop')
)) * 86400000), 'UTC')
) AS called WHERE connected_at IS NOT NULL AND talk > 0
)
WHERE organization_id IN ('group', 'shop') AND (talked_until IS NULL OR talked_until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND connected_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to)
GROUP BY cityHash64(organization_id), cityHash64(agent)
)
WHERE NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((held_organization_id, held_agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((held_organization_id, held_agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', ''])
GROUP BY is_total, by_team
UNION ALL
SELECT (arrayJoin(arrayPushBack(arrayMap(one -> (0, one), if(empty(arrayFilter(team -> team != '', [if((held_organization_id, held_agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((held_organization_id, held_agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams)), (1, ''))) AS found).1 AS is_total, found.2 AS by_team, NULL AS m_agent_talk_seconds, toNullable(sumIfMerge(state_1) / 1000) AS m_online_seconds
FROM (
SELECT any(organization_id) AS held_organization_id, any(agent) AS held_agent, sumIfState(slice_ms, status = 'online') AS state_1
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to)
GROUP BY cityHash64(organization_id), cityHash64(agent)
)
WHERE NOT hasAny(if(empty(arrayFilter(team -> team != '', [if((held_organization_id, held_agent) IN (('group', 'anna'), ('shop', 'bram')), 'sales', ''), if((held_organization_id, held_agent) IN (('group', 'anna')), 'night\'s', '')]) AS agent_teams), [''], agent_teams), ['night\'s', ''])
GROUP BY is_total, by_team
)
GROUP BY is_total, by_team
)
ORDER BY is_total DESC, if(isNaN(m_agent_occupancy), NULL, m_agent_occupancy) DESC NULLS LAST, by_team
LIMIT 10001;


-- by length
SELECT grouping(by_first_response_bucket) > 0 AS is_total, multiIf(first_response IS NULL, '', first_response <= 15000, 'up_to_15_s', first_response <= 30000, 'up_to_30_s', first_response <= 60000, 'up_to_1_min', first_response <= 300000, 'up_to_5_min', first_response <= 900000, 'up_to_15_min', first_response <= 3600000, 'up_to_1_h', 'over_1_h') AS by_first_response_bucket, countIf(first_response IS NOT NULL) AS m_first_responses
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY by_first_response_bucket WITH ROLLUP
ORDER BY is_total DESC, m_first_responses DESC NULLS LAST, by_first_response_bucket
LIMIT 10001;


-- what is set for each month beside what happened in it
SELECT is_total, bucket, by_organization, any(m_potential_visitors) AS m_potential_visitors, ifNull(any(m_chats), 0) AS m_chats
FROM (
SELECT grouping(bucket, cityHash64(organization_id)) > 0 AS is_total, toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(begins_at) + multiIf(toUnixTimestamp64Milli(begins_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, if(is_total, '', any(organization_id)) AS by_organization, toNullable(sumOrNull(potential_visitors)) AS m_potential_visitors, NULL AS m_chats
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', 1200)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_visitors)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(organization_id) WITH ROLLUP
HAVING grouping(bucket, cityHash64(organization_id)) IN (0, 3)
UNION ALL
SELECT grouping(bucket, cityHash64(organization_id)) > 0 AS is_total, toInt64(toStartOfMonth(toDate32(intDiv((toUnixTimestamp64Milli(started_at) + multiIf(toUnixTimestamp64Milli(started_at) < 1774746000000, 3600000, 7200000)), 86400000)))) AS bucket, if(is_total, '', any(organization_id)) AS by_organization, NULL AS m_potential_visitors, toNullable(countIf(is_chat)) AS m_chats
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
GROUP BY bucket, cityHash64(organization_id) WITH ROLLUP
HAVING grouping(bucket, cityHash64(organization_id)) IN (0, 3)
)
GROUP BY is_total, bucket, by_organization
ORDER BY is_total DESC, bucket, if(isNaN(m_potential_visitors), NULL, m_potential_visitors) DESC NULLS LAST, by_organization
LIMIT 10001;


-- the second page of the records behind missed chats
SELECT toUnixTimestamp64Milli(started_at), conversation_id, toString(event_key), organization_id, session_number, toUnixTimestamp64Milli(ended_at), toUnixTimestamp64Milli(closes_at), duration, end_reason, resolution, channel, touchpoint, url, device, browser, os, country, region, place, inbox, team, agent, first_agent, bot, category, initiator, auto_message, contact, visitor, contact_messages, agent_messages, bot_messages, is_chat, is_two_way, has_video, is_unheard, is_skipped, is_abandoned, is_reopened, is_bot_chat, is_effective, is_lead, is_service, chatpoints, points_v1, toUnixTimestamp64Milli(waiting_since), duration_service, resolution_service
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
