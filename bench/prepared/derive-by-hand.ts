import { sessionTimeoutSeconds } from '@parley/model/conversations/session-timeout.ts'
import type { Engine } from '@parley/server/store/engine.ts'
import { atLeisure } from './at-leisure.ts'

// As many conversations at a time as need a few gigabytes of memory.
const chunkMessages = 2_500_000

/** Derives sessions and replies with the window functions that come to mind first, into tables of their own. */
export async function deriveByHand(engine: Engine): Promise<void> {
  const [[messages]] = (await engine.query("SELECT count() FROM events WHERE type = 'message.sent'")) as [[number]]
  const chunks = Math.max(1, Math.ceil(messages / chunkMessages))
  await engine.command('DROP TABLE IF EXISTS bench.derived_sessions')
  await engine.command('DROP TABLE IF EXISTS bench.derived_replies')
  await engine.command(
    `CREATE TABLE bench.derived_sessions (organization_id LowCardinality(String), started_at DateTime64(3, 'UTC'), conversation_id String, session UInt32, ended_at DateTime64(3, 'UTC'), channel LowCardinality(String), contact_messages UInt32, agent_messages UInt32) ENGINE = MergeTree ORDER BY (organization_id, started_at)`,
  )
  await engine.command(
    `CREATE TABLE bench.derived_replies (organization_id LowCardinality(String), replied_at DateTime64(3, 'UTC'), conversation_id String, author_kind LowCardinality(String), author_id LowCardinality(String), response Int64) ENGINE = MergeTree ORDER BY (organization_id, replied_at)`,
  )
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const messagesSql = `(SELECT organization_id, subject_id, time, author_kind, author_id, channel FROM events
  WHERE type = 'message.sent' AND author_kind != 'system' AND cityHash64(subject_id) % ${chunks} = ${chunk})`
    await engine.command(sessionsSql(messagesSql), atLeisure)
    await engine.command(repliesSql(messagesSql), atLeisure)
  }
}

const conversation = 'PARTITION BY organization_id, subject_id ORDER BY time'

function sessionsSql(messages: string): string {
  return `INSERT INTO bench.derived_sessions
SELECT organization_id, min(time), subject_id, session, max(time), any(channel), countIf(author_kind = 'contact'), countIf(author_kind = 'agent')
FROM (
  SELECT *, sum(begins) OVER (${conversation} ROWS UNBOUNDED PRECEDING) AS session
  FROM (
    SELECT *, time - lagInFrame(time, 1, toDateTime64(0, 3, 'UTC')) OVER (${conversation} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
      > if(channel = 'web', ${sessionTimeoutSeconds.web}, ${sessionTimeoutSeconds.other}) AS begins
    FROM ${messages}
  )
)
GROUP BY organization_id, subject_id, session`
}

// A run is what one side writes before the other answers; the wait begins with the first message of a contact's run.
function repliesSql(messages: string): string {
  return `INSERT INTO bench.derived_replies
SELECT organization_id, time, subject_id, author_kind, author_id, toInt64(toUnixTimestamp64Milli(time) - toUnixTimestamp64Milli(if(author_kind = 'agent', waiting_since, previous_time)))
FROM (
  SELECT *, maxIf(time, author_kind = 'contact' AND previous_kind != 'contact') OVER (${conversation} ROWS UNBOUNDED PRECEDING) AS waiting_since
  FROM (
    SELECT *,
      lagInFrame(author_kind) OVER (${conversation} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous_kind,
      lagInFrame(time) OVER (${conversation} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous_time
    FROM ${messages} WHERE author_kind IN ('contact', 'agent')
  )
)
WHERE previous_kind != '' AND author_kind != previous_kind`
}
