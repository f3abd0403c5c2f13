-- messages (count)
SELECT count() AS m_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- contact_messages (count)
SELECT countIf(author_kind = 'contact') AS m_contact_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- agent_messages (count)
SELECT countIf(author_kind = 'agent') AS m_agent_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;


-- bot_messages (count)
SELECT countIf(author_kind = 'bot') AS m_bot_messages
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
LIMIT 10000;
