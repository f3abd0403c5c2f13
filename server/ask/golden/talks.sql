-- agent_talk_seconds (seconds)
SELECT sumIf(slice_ms, agent != '') / 1000 AS m_agent_talk_seconds
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
WHERE organization_id IN ('group', 'shop') AND (talked_until IS NULL OR talked_until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND connected_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);


-- agent_occupancy (ratio)
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
UNION ALL
SELECT NULL AS m_agent_talk_seconds, toNullable(sumIf(slice_ms, status = 'online') / 1000) AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to)
)
);


-- talk_seconds (seconds)
SELECT sumIf(slice_ms, 1) / 1000 AS m_talk_seconds
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
WHERE organization_id IN ('group', 'shop') AND (talked_until IS NULL OR talked_until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND connected_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);
