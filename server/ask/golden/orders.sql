-- orders (count)
SELECT countIf(is_attributed) AS m_orders
FROM (
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1772060400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay(30)
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
LEFT JOIN led USING (organization_id, order_id)
)
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- orders_all (count)
SELECT count() AS m_orders_all
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- gmv (money)
SELECT if(minIf(currency, is_attributed) = maxIf(currency, is_attributed), sumIf(value, is_attributed), NULL) AS m_gmv, arrayStringConcat(arraySort(groupUniqArrayIf(currency, is_attributed)), ' ') AS in_gmv
FROM (
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1772060400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay(30)
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
LEFT JOIN led USING (organization_id, order_id)
)
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- aov (money)
SELECT if(minIf(currency, is_attributed) = maxIf(currency, is_attributed), (2 * sumIf(value, is_attributed) + toDecimal128(countIf(is_attributed), 6) / 1000000) / nullIf(2 * countIf(is_attributed), 0), NULL) AS m_aov, arrayStringConcat(arraySort(groupUniqArrayIf(currency, is_attributed)), ' ') AS in_aov
FROM (
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1772060400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay(30)
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
LEFT JOIN led USING (organization_id, order_id)
)
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- buyers (count)
SELECT uniqExactIf(cityHash64(organization_id, person), is_attributed AND person != '') AS m_buyers
FROM (
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1772060400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay(30)
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
LEFT JOIN led USING (organization_id, order_id)
)
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC');


-- purchase_conversion_rate (ratio)
SELECT m_buyers / nullIf(m_conversation_visitors, 0) AS m_purchase_conversion_rate
FROM (
SELECT ifNull(any(m_buyers), 0) AS m_buyers, ifNull(any(m_conversation_visitors), 0) AS m_conversation_visitors
FROM (
SELECT toNullable(uniqExactIf(cityHash64(organization_id, person), is_attributed AND person != '')) AS m_buyers, NULL AS m_conversation_visitors
FROM (
WITH
  -- All names of who bought: those of the order, those that its visitor was identified with, and all the browsers that turned
  -- out to be the contact’s. The orders are few: what is known of visitors passes by them.
  buyers AS (
    SELECT DISTINCT named.organization_id AS organization_id, named.order_id AS order_id, named.placed_at AS placed_at,
      arrayJoin(arrayFilter(id -> id != '', [identified.visitor_id, named.buyer])) AS buyer
    FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
    RIGHT JOIN (
      SELECT bought.organization_id AS organization_id, bought.order_id AS order_id, bought.placed_at AS placed_at,
        arrayJoin(arrayFilter(id -> id != '', [identified.contact, bought.buyer])) AS buyer
      FROM (
SELECT *
FROM identifications FINAL
WHERE organization_id IN ('group', 'shop') AND identified_at >= fromUnixTimestamp64Milli(0, 'UTC') AND identified_at < fromUnixTimestamp64Milli(7258118400000, 'UTC')
) AS identified
      RIGHT JOIN (
        SELECT organization_id, order_id, placed_at, arrayJoin(arrayFilter(id -> id != '', [visitor, contact])) AS buyer
        FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
      ) AS bought ON identified.organization_id = bought.organization_id AND identified.visitor_id = bought.buyer
    ) AS named ON identified.organization_id = named.organization_id AND identified.contact = named.buyer
  ),
  led AS (
    SELECT organization_id, order_id,
      argMax((conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place), (started_at, conversation_id)) AS led_by
    FROM (
      SELECT talked.*, buyers.order_id AS order_id, buyers.placed_at AS placed_at
      FROM (
        SELECT organization_id, started_at, conversation_id, session_number, contact, agent, team, channel, touchpoint, country, region, place,
          arrayJoin(arrayDistinct([visitor, contact])) AS buyer
        FROM (
SELECT *
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1772060400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS held WHERE is_two_way
      ) AS talked
      -- All sessions pass by the buyers once.
      INNER JOIN buyers ON talked.organization_id = buyers.organization_id AND talked.buyer = buyers.buyer
      WHERE talked.started_at < buyers.placed_at
    ) AS earlier
    WHERE started_at >= placed_at - toIntervalDay(30)
    GROUP BY organization_id, order_id
  )
SELECT placed.*, led_by.1 != '' AS is_attributed, led_by.1 AS conversation_id, led_by.2 AS session_number, led_by.3 AS person,
  led_by.4 AS agent, led_by.5 AS team, led_by.6 AS channel, led_by.7 AS touchpoint, led_by.8 AS country, led_by.9 AS region, led_by.10 AS place
FROM (
SELECT *
FROM orders FINAL
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
) AS placed
LEFT JOIN led USING (organization_id, order_id)
)
WHERE organization_id IN ('group', 'shop') AND placed_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND placed_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
UNION ALL
SELECT NULL AS m_buyers, toNullable(uniqExactIf(cityHash64(organization_id, contact), is_two_way AND contact != '')) AS m_conversation_visitors
FROM sessions FINAL
WHERE organization_id IN ('group', 'shop') AND started_at >= fromUnixTimestamp64Milli(1774652400000, 'UTC') AND started_at < fromUnixTimestamp64Milli(1774908000000, 'UTC')
)
);
