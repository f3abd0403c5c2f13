-- invitations (count)
SELECT count() AS m_invitations
FROM invitations FINAL
WHERE organization_id IN ('group', 'shop') AND invited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND invited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- invitations_joined (count)
SELECT countIf(is_joined) AS m_invitations_joined
FROM invitations FINAL
WHERE organization_id IN ('group', 'shop') AND invited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND invited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- invitations_answered (count)
SELECT countIf(is_answered) AS m_invitations_answered
FROM invitations FINAL
WHERE organization_id IN ('group', 'shop') AND invited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND invited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- invitations_not_joined (count)
SELECT countIf(NOT is_joined) AS m_invitations_not_joined
FROM invitations FINAL
WHERE organization_id IN ('group', 'shop') AND invited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND invited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- invitations_not_answered (count)
SELECT countIf(is_joined AND NOT is_answered) AS m_invitations_not_answered
FROM invitations FINAL
WHERE organization_id IN ('group', 'shop') AND invited_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND invited_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
