-- survey_answers (count)
SELECT count() AS m_survey_answers
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- survey_rating (rating)
SELECT avgIf(rating, scale = 5) AS m_survey_rating
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- net_promoter_score (score)
SELECT 100 * (countIf(rating >= 9 AND rating IS NOT NULL AND (scale = 10)) - countIf(rating <= 6 AND rating IS NOT NULL AND (scale = 10))) / countIf(rating IS NOT NULL AND (scale = 10)) AS m_net_promoter_score
FROM surveys FINAL
WHERE organization_id IN ('group', 'shop') AND answered_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND answered_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
