-- offered_dialogs (count)
SELECT countIf(NOT is_skip AND is_first) AS m_offered_dialogs
FROM offers FINAL
WHERE organization_id IN ('group', 'shop') AND offered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND offered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- skipped_dialogs (count)
SELECT countIf(is_skip AND is_first) AS m_skipped_dialogs
FROM offers FINAL
WHERE organization_id IN ('group', 'shop') AND offered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND offered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
