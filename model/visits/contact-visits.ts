import { type AskedFact, hashColumn } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'
import { sessions } from '../sessions/fact.ts'

/** For how long a visitor who was counted is not counted again, in milliseconds. */
const contactVisitMs = 30 * 60 * 1000

const visitorHash = hashColumn('visitor')

/** As much of a visitor’s hash as leaves room for a second beside it. */
const shortHash = `bitShiftRight(${visitorHash}, 32)`

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
WHERE ${visitorHash} != 0 AND closes_at >= {from} AND closes_at < {to} AND ${sessionHash} NOT IN (
  SELECT bitXor(cityHash64(organization_id), passed_over.2)
  FROM (
    SELECT organization_id,
      arraySort(groupArray((toUnixTimestamp64Milli(closes_at), event_key))) AS closings,
      arrayFold(
        (counted, next) -> if(notEmpty(counted) AND next.1 - counted[-1].1 < ${contactVisitMs}, counted, arrayPushBack(counted, next)),
        closings,
        CAST([], 'Array(Tuple(Int64, UInt64))')) AS counted
    FROM {rows:sessions ever} AS again
    WHERE ${visitorHash} != 0 AND ${shortHash} IN (
      -- Few visitors are back so soon: only their sessions have to be gone through one by one, all of them, as each may
      -- depend on the one before. Found in one list of numbers, visitor before second, which is sorted in no time; that a
      -- stranger is among them, or the first of the list, does no harm.
      SELECT bitShiftRight(arrayJoin(arrayFilter((one, apart) -> apart <= ${contactVisitMs / 1000}, closings, arrayDifference(closings))), 32)
      FROM (
        SELECT arraySort(groupArray(bitShiftLeft(${shortHash}, 32) + toUnixTimestamp(closes_at))) AS closings
        FROM {rows:sessions ever} AS every
        WHERE ${visitorHash} != 0 AND closes_at >= {from} - toIntervalMillisecond(${contactVisitMs}) AND closes_at < {to}
      )
    )
    GROUP BY organization_id, ${visitorHash}
  )
  ARRAY JOIN arrayFilter(one -> NOT has(counted, one), closings) AS passed_over
)`,
  },
}
