-- calls (count)
SELECT count() AS m_calls
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- calls_connected (count)
SELECT countIf(is_connected) AS m_calls_connected
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- contact_volume (ratio)
SELECT countIf((is_connected) AND (1)) / countIf(1) AS m_contact_volume
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- peak_calls_per_second (count)
SELECT arrayMax(mapValues(sumMap(map(toUnixTimestamp(called_at), 1)))) AS m_peak_calls_per_second
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_calls_per_second (count)
SELECT count() / uniqExact(toUnixTimestamp(called_at)) AS m_avg_calls_per_second
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_handling_time (seconds)
SELECT avgIf(handling, handling IS NOT NULL) / 1000 AS m_avg_handling_time
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_handling_time (seconds)
SELECT quantilesExactInclusiveIf(0.5)(handling, handling IS NOT NULL)[1] / 1000 AS m_median_handling_time
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_handling_time (seconds)
SELECT quantilesExactInclusiveIf(0.9)(handling, handling IS NOT NULL)[1] / 1000 AS m_p90_handling_time
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_handling_time (seconds)
SELECT maxOrNullIf(handling, handling IS NOT NULL) / 1000 AS m_max_handling_time
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_handling_time_service (seconds)
SELECT avgIf(handling_service, handling_service IS NOT NULL AND (handling IS NOT NULL)) / 1000 AS m_avg_handling_time_service
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_handling_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(handling_service, handling_service IS NOT NULL AND (handling IS NOT NULL))[1] / 1000 AS m_median_handling_time_service
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_handling_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(handling_service, handling_service IS NOT NULL AND (handling IS NOT NULL))[1] / 1000 AS m_p90_handling_time_service
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_handling_time_service (seconds)
SELECT maxOrNullIf(handling_service, handling_service IS NOT NULL AND (handling IS NOT NULL)) / 1000 AS m_max_handling_time_service
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
