-- avg_response_time (seconds)
SELECT avgIf(response, author_kind = 'agent') / 1000 AS m_avg_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_response_time (seconds)
SELECT quantilesExactInclusiveIf(0.5)(response, author_kind = 'agent')[1] / 1000 AS m_median_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_response_time (seconds)
SELECT quantilesExactInclusiveIf(0.9)(response, author_kind = 'agent')[1] / 1000 AS m_p90_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_response_time (seconds)
SELECT maxOrNullIf(response, author_kind = 'agent') / 1000 AS m_max_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_response_time_service (seconds)
SELECT avgIf(response_service, response_service IS NOT NULL AND (author_kind = 'agent')) / 1000 AS m_avg_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_response_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(response_service, response_service IS NOT NULL AND (author_kind = 'agent'))[1] / 1000 AS m_median_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_response_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(response_service, response_service IS NOT NULL AND (author_kind = 'agent'))[1] / 1000 AS m_p90_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_response_time_service (seconds)
SELECT maxOrNullIf(response_service, response_service IS NOT NULL AND (author_kind = 'agent')) / 1000 AS m_max_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_first_response_time (seconds)
SELECT avgIf(first_response, first_response IS NOT NULL) / 1000 AS m_avg_first_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_first_response_time (seconds)
SELECT quantilesExactInclusiveIf(0.5)(first_response, first_response IS NOT NULL)[1] / 1000 AS m_median_first_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_first_response_time (seconds)
SELECT quantilesExactInclusiveIf(0.9)(first_response, first_response IS NOT NULL)[1] / 1000 AS m_p90_first_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_first_response_time (seconds)
SELECT maxOrNullIf(first_response, first_response IS NOT NULL) / 1000 AS m_max_first_response_time
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_first_response_time_service (seconds)
SELECT avgIf(first_response_service, first_response_service IS NOT NULL AND (first_response IS NOT NULL)) / 1000 AS m_avg_first_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_first_response_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(first_response_service, first_response_service IS NOT NULL AND (first_response IS NOT NULL))[1] / 1000 AS m_median_first_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_first_response_time_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(first_response_service, first_response_service IS NOT NULL AND (first_response IS NOT NULL))[1] / 1000 AS m_p90_first_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_first_response_time_service (seconds)
SELECT maxOrNullIf(first_response_service, first_response_service IS NOT NULL AND (first_response IS NOT NULL)) / 1000 AS m_max_first_response_time_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- first_responses (count)
SELECT countIf(first_response IS NOT NULL) AS m_first_responses
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- first_response_within_target (ratio)
SELECT countIf((first_response <= 1000 * transform(organization_id, ['group', 'shop'], [60, 90], 60)) AND (first_response IS NOT NULL)) / countIf(first_response IS NOT NULL) AS m_first_response_within_target
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_first_response_time_after_handover (seconds)
SELECT avgIf(first_response_after_handover, first_response_after_handover IS NOT NULL) / 1000 AS m_avg_first_response_time_after_handover
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_first_response_time_after_handover (seconds)
SELECT quantilesExactInclusiveIf(0.5)(first_response_after_handover, first_response_after_handover IS NOT NULL)[1] / 1000 AS m_median_first_response_time_after_handover
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_first_response_time_after_handover (seconds)
SELECT quantilesExactInclusiveIf(0.9)(first_response_after_handover, first_response_after_handover IS NOT NULL)[1] / 1000 AS m_p90_first_response_time_after_handover
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_first_response_time_after_handover (seconds)
SELECT maxOrNullIf(first_response_after_handover, first_response_after_handover IS NOT NULL) / 1000 AS m_max_first_response_time_after_handover
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_first_response_time_after_handover_service (seconds)
SELECT avgIf(first_response_after_handover_service, first_response_after_handover_service IS NOT NULL AND (first_response_after_handover IS NOT NULL)) / 1000 AS m_avg_first_response_time_after_handover_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_first_response_time_after_handover_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(first_response_after_handover_service, first_response_after_handover_service IS NOT NULL AND (first_response_after_handover IS NOT NULL))[1] / 1000 AS m_median_first_response_time_after_handover_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_first_response_time_after_handover_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(first_response_after_handover_service, first_response_after_handover_service IS NOT NULL AND (first_response_after_handover IS NOT NULL))[1] / 1000 AS m_p90_first_response_time_after_handover_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_first_response_time_after_handover_service (seconds)
SELECT maxOrNullIf(first_response_after_handover_service, first_response_after_handover_service IS NOT NULL AND (first_response_after_handover IS NOT NULL)) / 1000 AS m_max_first_response_time_after_handover_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_contact_reply_time_offline (seconds)
SELECT avgIf(response, author_kind = 'contact' AND is_offline) / 1000 AS m_avg_contact_reply_time_offline
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_contact_reply_time_offline (seconds)
SELECT quantilesExactInclusiveIf(0.5)(response, author_kind = 'contact' AND is_offline)[1] / 1000 AS m_median_contact_reply_time_offline
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_contact_reply_time_offline (seconds)
SELECT quantilesExactInclusiveIf(0.9)(response, author_kind = 'contact' AND is_offline)[1] / 1000 AS m_p90_contact_reply_time_offline
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_contact_reply_time_offline (seconds)
SELECT maxOrNullIf(response, author_kind = 'contact' AND is_offline) / 1000 AS m_max_contact_reply_time_offline
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- avg_contact_reply_time_offline_service (seconds)
SELECT avgIf(response_service, response_service IS NOT NULL AND (author_kind = 'contact' AND is_offline)) / 1000 AS m_avg_contact_reply_time_offline_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- median_contact_reply_time_offline_service (seconds)
SELECT quantilesExactInclusiveIf(0.5)(response_service, response_service IS NOT NULL AND (author_kind = 'contact' AND is_offline))[1] / 1000 AS m_median_contact_reply_time_offline_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- p90_contact_reply_time_offline_service (seconds)
SELECT quantilesExactInclusiveIf(0.9)(response_service, response_service IS NOT NULL AND (author_kind = 'contact' AND is_offline))[1] / 1000 AS m_p90_contact_reply_time_offline_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- max_contact_reply_time_offline_service (seconds)
SELECT maxOrNullIf(response_service, response_service IS NOT NULL AND (author_kind = 'contact' AND is_offline)) / 1000 AS m_max_contact_reply_time_offline_service
FROM replies FINAL
WHERE organization_id IN ('group', 'shop') AND replied_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND replied_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
