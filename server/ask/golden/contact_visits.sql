-- unique_contact_visits (count)
SELECT countIf(counted_at <= fromUnixTimestamp64Milli(1775044800000, 'UTC')) AS m_unique_contact_visits
FROM (
SELECT organization_id, closes_at AS counted_at, conversation_id, event_key, channel, touchpoint, url, device, browser, os, country, region, place, contact, visitor
FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(0, 'UTC') AND started_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS closed
WHERE visitor_hash != 0 AND closes_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND closes_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND bitXor(cityHash64(organization_id), event_key) NOT IN (
  SELECT bitXor(cityHash64(organization_id), passed_over.2)
  FROM (
    SELECT organization_id,
      arraySort(groupArray((toUnixTimestamp64Milli(closes_at), event_key))) AS closings,
      arrayFold(
        (counted, next) -> if(notEmpty(counted) AND next.1 - counted[-1].1 < 1800000, counted, arrayPushBack(counted, next)),
        closings,
        CAST([], 'Array(Tuple(Int64, UInt64))')) AS counted
    FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(0, 'UTC') AND started_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS again
    WHERE visitor_hash != 0 AND bitShiftRight(visitor_hash, 32) IN (
      -- Few visitors are back so soon: only their sessions have to be gone through one by one, all of them, as each may
      -- depend on the one before. Found in one list of numbers, visitor before second, which is sorted in no time; that a
      -- stranger is among them, or the first of the list, does no harm.
      SELECT bitShiftRight(arrayJoin(arrayFilter((one, apart) -> apart <= 1800, closings, arrayDifference(closings))), 32)
      FROM (
        SELECT arraySort(groupArray(bitShiftLeft(bitShiftRight(visitor_hash, 32), 32) + toUnixTimestamp(closes_at))) AS closings
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(0, 'UTC') AND started_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS every
        WHERE visitor_hash != 0 AND closes_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') - toIntervalMillisecond(1800000) AND closes_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
      )
    )
    GROUP BY organization_id, visitor_hash
  )
  ARRAY JOIN arrayFilter(one -> NOT has(counted, one), closings) AS passed_over
)
)
WHERE organization_id IN ('group', 'shop') AND counted_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND counted_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
