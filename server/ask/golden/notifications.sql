-- notifications (count)
SELECT count() AS m_notifications
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- notifications_sent (count)
SELECT countIf(status IN ('pending', 'delivered', 'undelivered')) AS m_notifications_sent
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- notifications_delivered (count)
SELECT countIf(status = 'delivered') AS m_notifications_delivered
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- delivery_rate (ratio)
SELECT countIf((status = 'delivered') AND (status IN ('pending', 'delivered', 'undelivered'))) / countIf(status IN ('pending', 'delivered', 'undelivered')) AS m_delivery_rate
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- sms_parts (count)
SELECT sumIf(parts, channel = 'sms') AS m_sms_parts
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- notification_cost (money)
SELECT if(minIf(currency, currency != '') = maxIf(currency, currency != ''), sumIf(price, currency != ''), NULL) AS m_notification_cost, arrayStringConcat(arraySort(groupUniqArrayIf(currency, currency != '')), ' ') AS in_notification_cost
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');
