import { literal } from '@parley/core/sql/literal.ts'
import type { Stretch } from './generate.ts'

/** How many conversations there are to a call. */
const conversationsPerCall = 5
/** Changes of presence that an agent has in a stretch of a month. */
const presencesPerAgent = 100
const agents = 40

/**
 * INSERTs of what is neither conversation nor visit, for a stretch of conversations: a notification for each of them with
 * two statuses, a call of three statuses for every fifth, and the comings and goings of all agents of the organizations.
 */
export function generateOthersSql(stretch: Stretch): string[] {
  return [notificationsSql(stretch), callsSql(stretch), presenceSql(stretch)]
}

function notificationsSql(stretch: Stretch): string {
  return insertSql(
    {
      organization_id: organizationOf(stretch),
      source: "'/gateway'",
      id: "concat('n', toString(number * 2 + step))",
      subject_kind: "'notification'",
      subject_id: "concat('n-', toString(number))",
      time: "fromUnixTimestamp64Milli(began + step * 4000, 'UTC')",
      type: "'notification.updated'",
      received_at: "fromUnixTimestamp64Milli(began + step * 4000 + 50, 'UTC')",
      channel: "['sms', 'sms', 'viber', 'email', 'whatsapp', 'push'][1 + intDiv(seed, 7) % 6]",
      touchpoint_id: "concat('w', toString(number % 12))",
      contact_id: "concat('p-', toString(number % 100000))",
      status:
        "if(step = 0, 'pending', ['delivered', 'delivered', 'delivered', 'read', 'undelivered', 'error'][1 + intDiv(seed, 11) % 6])",
      category: "concat('campaign-', toString(intDiv(seed, 13) % 12))",
      number_a: '1 + intDiv(seed, 17) % 3',
      price: "if(step = 0, '0.0350 EUR', '')",
      data: `concat('{"template":"template-', toString(intDiv(seed, 19) % 8), '"}')`,
    },
    `SELECT number, cityHash64(number, 'notification') AS seed, ${beganAt(stretch)} AS began, arrayJoin([0, 1]) AS step
FROM numbers(${stretch.first}, ${stretch.end - stretch.first})`,
  )
}

function callsSql(stretch: Stretch): string {
  const first = Math.floor(stretch.first / conversationsPerCall)
  const end = Math.floor(stretch.end / conversationsPerCall)
  return insertSql(
    {
      organization_id: organizationOf(stretch),
      source: "'/telephony'",
      id: "concat('t', toString(number * 3 + step))",
      subject_kind: "'call'",
      subject_id: "concat('t-', toString(number))",
      time: "fromUnixTimestamp64Milli(began + step * 9000 + if(step = 2, talk * 1000, 0), 'UTC')",
      type: "'call.updated'",
      received_at: "fromUnixTimestamp64Milli(began + step * 9000 + if(step = 2, talk * 1000, 0) + 50, 'UTC')",
      agent_id: "if(step = 0, '', concat('agent-', toString(intDiv(seed, 11) % 40)))",
      status:
        "['ringing', if(is_answered, 'answered', 'ringing'), if(is_answered, 'completed', 'no_answer')][1 + step]",
      medium: "'voice'",
      reference: 'subject_id',
      category: "if(seed % 3 = 0, 'outbound', 'inbound')",
      number_a: 'if(step = 2 AND is_answered, talk, NULL)',
      number_b: 'if(step = 2 AND is_answered, 20 + seed % 60, NULL)',
      data: `concat('{"trunk":"trunk-', toString(seed % 4), '"}')`,
    },
    `SELECT number, cityHash64(number, 'call') AS seed, ${beganAt(stretch)} AS began, arrayJoin([0, 1, 2]) AS step,
  intDiv(seed, 13) % 5 != 0 AS is_answered, 15 + intDiv(seed, 17) % 600 AS talk
FROM numbers(${first}, ${end - first})`,
  )
}

function presenceSql(stretch: Stretch): string {
  const { organizationIds, fromMs, toMs } = stretch
  return insertSql(
    {
      organization_id: `splitByChar(' ', ${literal(organizationIds.join(' '))})[1 + intDiv(number, ${presencesPerAgent * agents})]`,
      source: "'/presence'",
      id: `concat('a', toString(${fromMs} + number))`,
      subject_kind: "'agent'",
      subject_id: `concat('agent-', toString(intDiv(number, ${presencesPerAgent}) % ${agents}))`,
      time: "fromUnixTimestamp64Milli(at, 'UTC')",
      type: "'agent.presence_changed'",
      received_at: "fromUnixTimestamp64Milli(at + 50, 'UTC')",
      agent_id: 'subject_id',
      status: "['online', 'paused', 'online', 'offline'][1 + number % 4]",
      data: "'{}'",
    },
    `SELECT number, ${fromMs} + intDiv((number % ${presencesPerAgent}) * ${toMs - fromMs}, ${presencesPerAgent}) + cityHash64(number) % 600000 AS at
FROM numbers(${organizationIds.length * agents * presencesPerAgent})`,
  )
}

function insertSql(columns: Readonly<Record<string, string>>, rows: string): string {
  const values = Object.entries(columns).map(([column, sql]) => `${sql} AS ${column}`)
  return `INSERT INTO events (${Object.keys(columns).join(', ')})\nSELECT ${values.join(',\n  ')}\nFROM (\n${rows}\n)`
}

/** The first has 60 %, as of conversations. */
function organizationOf({ organizationIds }: Stretch): string {
  return `splitByChar(' ', ${literal(organizationIds.join(' '))})[if(seed % 100 < 60, 1, 2 + intDiv(seed, 100) % ${organizationIds.length - 1})]`
}

function beganAt({ fromMs, toMs }: Stretch): string {
  return `toInt64(${fromMs} + intDiv(seed, 23) % ${toMs - fromMs})`
}
