-- visits (count)
SELECT count() AS m_visits
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- visitors (count)
SELECT uniqExact(cityHash64(organization_id, visitor_id_hash)) AS m_visitors
FROM visits FINAL
WHERE organization_id IN ('group', 'shop') AND visited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND visited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
