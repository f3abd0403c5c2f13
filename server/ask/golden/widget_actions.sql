-- widget_impression_visitors (count)
SELECT uniqExactIf(cityHash64(organization_id, visitor_id), widget_action = 'widget_shown') AS m_widget_impression_visitors
FROM widget_actions FINAL
WHERE organization_id IN ('group', 'shop') AND acted_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND acted_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- widget_click_visitors (count)
SELECT uniqExactIf(cityHash64(organization_id, visitor_id), widget_action IN ('widget_clicked', 'auto_message_clicked')) AS m_widget_click_visitors
FROM widget_actions FINAL
WHERE organization_id IN ('group', 'shop') AND acted_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND acted_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- widget_ctr (ratio)
SELECT m_widget_click_visitors / nullIf(m_widget_impression_visitors, 0) AS m_widget_ctr
FROM (
SELECT uniqExactIf(cityHash64(organization_id, visitor_id), widget_action IN ('widget_clicked', 'auto_message_clicked')) AS m_widget_click_visitors, uniqExactIf(cityHash64(organization_id, visitor_id), widget_action = 'widget_shown') AS m_widget_impression_visitors
FROM widget_actions FINAL
WHERE organization_id IN ('group', 'shop') AND acted_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND acted_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
);


-- auto_message_clicks (count)
SELECT countIf(widget_action = 'auto_message_clicked') AS m_auto_message_clicks
FROM widget_actions FINAL
WHERE organization_id IN ('group', 'shop') AND acted_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND acted_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
