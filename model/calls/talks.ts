import type { AskedFact } from '@parley/core/declare/fact.ts'
import { calls } from './fact.ts'

/** When was talked in calls. It lasts, so it counts where it passes and not where the call began. */
export const talks: AskedFact = {
  id: 'talks',
  grain: 'the time that was talked in a call',
  thread: calls.thread,
  time: 'connected_at',
  lastsUntil: 'talked_until',
  columns: [
    { id: 'talked_until', type: 'time?', holds: 'when the talking was over' },
    ...calls.columns.filter(({ id }) => id !== 'connected_at'),
  ],
  made: {
    sql: `
SELECT * REPLACE (assumeNotNull(connected_at) AS connected_at), toNullable(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(assumeNotNull(connected_at)) + talk, 'UTC')) AS talked_until
FROM {rows:calls within talk_days} AS called WHERE connected_at IS NOT NULL AND talk > 0`,
  },
}
