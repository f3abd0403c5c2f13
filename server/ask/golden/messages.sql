-- messages (count)
SELECT count() AS m_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- contact_messages (count)
SELECT countIf(author_kind = 'contact') AS m_contact_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- agent_messages (count)
SELECT countIf(author_kind = 'agent') AS m_agent_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- bot_messages (count)
SELECT countIf(author_kind = 'bot') AS m_bot_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- written_dialogs (count)
SELECT countIf(is_first_word) AS m_written_dialogs
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_waiting_time (seconds)
SELECT avgIf(waiting, waiting IS NOT NULL) / 1000 AS m_avg_waiting_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_waiting_time (seconds)
SELECT quantilesExactInclusiveIf(0.5)(waiting, waiting IS NOT NULL)[1] / 1000 AS m_median_waiting_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_waiting_time (seconds)
SELECT quantilesExactInclusiveIf(0.9)(waiting, waiting IS NOT NULL)[1] / 1000 AS m_p90_waiting_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_waiting_time (seconds)
SELECT maxOrNullIf(waiting, waiting IS NOT NULL) / 1000 AS m_max_waiting_time
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_waiting_time_service (seconds)
SELECT avgIf(waiting_service, waiting_service IS NOT NULL AND (waiting IS NOT NULL)) / 1000 AS m_avg_waiting_time_service
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_waiting_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(waiting_service, waiting_service IS NOT NULL AND (waiting IS NOT NULL))[1] / 1000 AS m_median_waiting_time_service
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_waiting_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(waiting_service, waiting_service IS NOT NULL AND (waiting IS NOT NULL))[1] / 1000 AS m_p90_waiting_time_service
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_waiting_time_service (seconds)
SELECT maxOrNullIf(waiting_service, waiting_service IS NOT NULL AND (waiting IS NOT NULL)) / 1000 AS m_max_waiting_time_service
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
