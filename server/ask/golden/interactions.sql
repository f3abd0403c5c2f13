-- agents_active (count)
SELECT uniqExactIf(cityHash64(organization_id, agent), agent != '' AND NOT ((organization_id, agent) IN (('shop', 'o\'neil')))) AS m_agents_active
FROM (
SELECT organization_id, event_key, sent_at AS interacted_at, conversation_id, author_kind, agent, bot, channel, touchpoint, inbox, team
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND author_kind = 'agent'
UNION ALL
SELECT organization_id, event_key, active_at AS interacted_at, '' AS conversation_id, 'agent' AS author_kind, agent, '' AS bot, '' AS channel, '' AS touchpoint, '' AS inbox, '' AS team
FROM activity FINAL
WHERE organization_id IN ('group', 'shop') AND active_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND active_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
);
