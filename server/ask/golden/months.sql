-- potential_visitors (count)
SELECT sumOrNull(potential_visitors) AS m_potential_visitors
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', 1200)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_visitors)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- potential_agents (count)
SELECT sumOrNull(potential_agents) AS m_potential_agents
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', NULL)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_agents)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- potential_contacts (count)
SELECT sumOrNull(potential_contacts) AS m_potential_contacts
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', NULL)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS potential_contacts)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- expected_chats (count)
SELECT sumOrNull(expected_chats) AS m_expected_chats
FROM (SELECT fromUnixTimestamp64Milli(arrayJoin([1774652400000]), 'UTC') AS begins_at, arrayJoin(CAST([('group', NULL), ('shop', NULL)], 'Array(Tuple(String, Nullable(Float64)))')) AS set, set.1 AS organization_id, set.2 AS expected_chats)
WHERE organization_id IN ('group', 'shop') AND begins_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND begins_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
