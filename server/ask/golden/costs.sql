-- cost (money)
SELECT if(min(currency) = max(currency), sum(price), NULL) AS m_cost, arrayStringConcat(arraySort(groupUniqArray(currency)), ' ') AS in_cost
FROM (
SELECT organization_id, event_key, sent_at AS spent_at, conversation_id AS subject, toString('messages') AS service, channel, touchpoint, price, currency
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, notified_at AS spent_at, notification_id AS subject, toString('notifications') AS service, channel, touchpoint, price, currency
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, called_at AS spent_at, call_id AS subject, toString('calls') AS service, medium AS channel, touchpoint, price, currency
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
);


-- cost_per_message (money)
SELECT if(minIf(currency, service = 'messages') = maxIf(currency, service = 'messages'), (2 * sumIf(price, service = 'messages') + toDecimal128(countIf(service = 'messages'), 6) / 1000000) / nullIf(2 * countIf(service = 'messages'), 0), NULL) AS m_cost_per_message, arrayStringConcat(arraySort(groupUniqArrayIf(currency, service = 'messages')), ' ') AS in_cost_per_message
FROM (
SELECT organization_id, event_key, sent_at AS spent_at, conversation_id AS subject, toString('messages') AS service, channel, touchpoint, price, currency
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, notified_at AS spent_at, notification_id AS subject, toString('notifications') AS service, channel, touchpoint, price, currency
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, called_at AS spent_at, call_id AS subject, toString('calls') AS service, medium AS channel, touchpoint, price, currency
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
);


-- cost_per_notification (money)
SELECT if(minIf(currency, service = 'notifications') = maxIf(currency, service = 'notifications'), (2 * sumIf(price, service = 'notifications') + toDecimal128(countIf(service = 'notifications'), 6) / 1000000) / nullIf(2 * countIf(service = 'notifications'), 0), NULL) AS m_cost_per_notification, arrayStringConcat(arraySort(groupUniqArrayIf(currency, service = 'notifications')), ' ') AS in_cost_per_notification
FROM (
SELECT organization_id, event_key, sent_at AS spent_at, conversation_id AS subject, toString('messages') AS service, channel, touchpoint, price, currency
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, notified_at AS spent_at, notification_id AS subject, toString('notifications') AS service, channel, touchpoint, price, currency
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, called_at AS spent_at, call_id AS subject, toString('calls') AS service, medium AS channel, touchpoint, price, currency
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
);


-- cost_per_call (money)
SELECT if(minIf(currency, service = 'calls') = maxIf(currency, service = 'calls'), (2 * sumIf(price, service = 'calls') + toDecimal128(countIf(service = 'calls'), 6) / 1000000) / nullIf(2 * countIf(service = 'calls'), 0), NULL) AS m_cost_per_call, arrayStringConcat(arraySort(groupUniqArrayIf(currency, service = 'calls')), ' ') AS in_cost_per_call
FROM (
SELECT organization_id, event_key, sent_at AS spent_at, conversation_id AS subject, toString('messages') AS service, channel, touchpoint, price, currency
FROM messages FINAL
WHERE organization_id IN ('group', 'shop') AND sent_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND sent_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, notified_at AS spent_at, notification_id AS subject, toString('notifications') AS service, channel, touchpoint, price, currency
FROM notifications FINAL
WHERE organization_id IN ('group', 'shop') AND notified_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND notified_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
UNION ALL
SELECT organization_id, event_key, called_at AS spent_at, call_id AS subject, toString('calls') AS service, medium AS channel, touchpoint, price, currency
FROM calls FINAL
WHERE organization_id IN ('group', 'shop') AND called_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND called_at < fromUnixTimestamp64Milli(1774908000000, 'UTC') AND currency != ''
);
