-- bot_starts (count)
SELECT countIf(NOT is_handover) AS m_bot_starts
FROM bot_turns FINAL
WHERE organization_id IN ('group', 'shop') AND turned_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND turned_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- bot_handovers (count)
SELECT countIf(is_handover) AS m_bot_handovers
FROM bot_turns FINAL
WHERE organization_id IN ('group', 'shop') AND turned_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND turned_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
