-- online_seconds (seconds)
SELECT sumIf(slice_ms, status = 'online') / 1000 AS m_online_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);


-- paused_seconds (seconds)
SELECT sumIf(slice_ms, status = 'paused') / 1000 AS m_paused_seconds
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);


-- agents_online (count)
SELECT uniqExactIf(cityHash64(organization_id, agent), status = 'online' AND until IS NULL) AS m_agents_online
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);


-- agents_paused (count)
SELECT uniqExactIf(cityHash64(organization_id, agent), status = 'paused' AND until IS NULL) AS m_agents_paused
FROM (SELECT *, greatest(toUnixTimestamp64Milli(since), toInt64(1774652400000)) AS slice_from, least(ifNull(toUnixTimestamp64Milli(until), toInt64(1775044800000)), toInt64(1774908000000)) AS slice_to, slice_to - slice_from AS slice_ms
FROM presence FINAL
WHERE organization_id IN ('group', 'shop') AND (until IS NULL OR until > fromUnixTimestamp64Milli(1774652400000, 'UTC')) AND since < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND slice_from < slice_to);
