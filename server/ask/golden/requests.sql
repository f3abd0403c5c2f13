-- requests (count)
SELECT count() AS m_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- agent_requests (count)
SELECT countIf(initiator = 'agent') AS m_agent_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- visitor_requests (count)
SELECT countIf(initiator = 'contact') AS m_visitor_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- text_requests (count)
SELECT countIf(medium = 'text') AS m_text_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- video_requests (count)
SELECT countIf(medium = 'video') AS m_video_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- unsuccessful_requests (count)
SELECT countIf(NOT is_accepted) AS m_unsuccessful_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- unanswered_visitor_requests (count)
SELECT countIf(initiator = 'contact' AND NOT is_accepted) AS m_unanswered_visitor_requests
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- agent_request_acceptance_rate (ratio)
SELECT countIf((is_accepted) AND (initiator = 'agent')) / countIf(initiator = 'agent') AS m_agent_request_acceptance_rate
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- visitor_request_acceptance_rate (ratio)
SELECT countIf((is_accepted) AND (initiator = 'contact')) / countIf(initiator = 'contact') AS m_visitor_request_acceptance_rate
FROM requests FINAL
WHERE organization_id IN ('group', 'shop') AND requested_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND requested_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
