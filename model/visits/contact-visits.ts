import type { AskedFact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'
import { sessions } from '../sessions/fact.ts'

/** For how long a visitor who was counted is not counted again, in milliseconds. */
const contactVisitMs = 30 * 60 * 1000

const visitorHash = 'bitXor(cityHash64(organization_id), cityHash64(visitor))'

/** A session by one number, which is quick to look up: no two of an organization begin with the same event. */
const sessionHash = 'bitXor(cityHash64(organization_id), event_key)'

const kept = [
  'channel',
  'touchpoint',
  'url',
  'device',
  'browser',
  'os',
  'country',
  'region',
  'place',
  'contact',
  'visitor',
]
const columns = sessions.columns.filter(({ id }) => kept.includes(id))

/**
 * Unique contact visits (003): sessions of visitors who are known by their id, counted when they are over, unless the same
 * visitor was counted less than 30 minutes before. Made when asked for, because a visitor may talk in several conversations.
 */
export const contactVisits: AskedFact = {
  id: 'contact_visits',
  grain: 'a session of a known visitor that is over; of those within 30 minutes the first',
  thread: conversation,
  time: 'counted_at',
  columns,
  made: {
    sql: `
SELECT organization_id, closes_at AS counted_at, conversation_id, event_key, ${columns.map(({ id }) => id).join(', ')}
FROM {rows:sessions ever} AS closed
WHERE visitor != '' AND closes_at >= {from} AND closes_at < {to} AND ${sessionHash} NOT IN (
  SELECT bitXor(cityHash64(organization_id), passed_over.4)
  FROM (
    SELECT organization_id,
      arraySort(groupArray((toUnixTimestamp64Milli(closes_at), conversation_id, session_number, event_key))) AS closings,
      arrayFold(
        (counted, next) -> if(notEmpty(counted) AND next.1 - counted[-1].1 < ${contactVisitMs}, counted, arrayPushBack(counted, next)),
        closings,
        CAST([], 'Array(Tuple(Int64, String, UInt32, UInt64))')) AS counted
    FROM {rows:sessions ever} AS again
    WHERE ${visitorHash} IN (
      -- Few visitors are back so soon: only their sessions have to be gone through one by one, all of them, as each may
      -- depend on the one before. By hash, which is quick; a stranger among them does no harm.
      SELECT ${visitorHash}
      FROM {rows:sessions ever} AS every
      WHERE visitor != '' AND closes_at >= {from} - toIntervalMillisecond(${contactVisitMs}) AND closes_at < {to}
      GROUP BY 1
      HAVING count() > 1 AND arrayExists(
        apart -> apart < ${contactVisitMs},
        arrayPopFront(arrayDifference(arraySort(groupArray(toUnixTimestamp64Milli(closes_at))))))
    ) AND visitor != ''
    GROUP BY organization_id, visitor
  )
  ARRAY JOIN arrayFilter(one -> NOT has(counted, one), closings) AS passed_over
)`,
  },
}
