import { createHash } from 'node:crypto'
import { literal } from '@parley/core/sql/literal.ts'
import { sessionTimeoutPlace } from '@parley/model/conversations/session-timeout.ts'
import { defaultSettings, type Settings, sessionTimeoutOf } from '@parley/model/settings/settings.ts'
import type { TouchpointSchedule } from '../service-hours/schedules.ts'

/**
 * What organizations decide and facts depend on. All stored facts are derived by the same: when it changes they are all
 * derived again, beside the tables in use.
 */
export type FactSettings = {
  /** Organization → the timeouts it has set; organizations that have set none are absent. */
  readonly sessionTimeouts: ReadonlyMap<string, Pick<Settings, 'session_timeouts'>>
  /** The touchpoints that have service hours. */
  readonly schedules: readonly TouchpointSchedule[]
}

export const noFactSettings: FactSettings = { sessionTimeouts: new Map(), schedules: [] }

/** Whether any touchpoint has service hours: without one nothing is counted by them. */
export function hasHours({ schedules }: FactSettings): boolean {
  return schedules.length > 0
}

/** Puts the timeouts of every organization where the SQL of a relation leaves room for them. */
export function withTimeouts(sql: string, { sessionTimeouts }: FactSettings): string {
  return sql.replaceAll(sessionTimeoutPlace, (_, channel: string) => {
    const branches = [...sessionTimeouts].map(
      ([organizationId, set]) => `organization_id = ${literal(organizationId)}, ${timeoutSql(channel, set)}`,
    )
    const usual = timeoutSql(channel, defaultSettings)
    return branches.length === 0 ? usual : `multiIf(${branches.join(', ')}, ${usual})`
  })
}

function timeoutSql(channel: string, settings: Pick<Settings, 'session_timeouts'>): string {
  const ms = (name: string) => sessionTimeoutOf(settings, name) * 1000
  // Whatever is set, the channel of web chats has a timeout of its own.
  const named = [...new Set(['web', ...Object.keys(settings.session_timeouts)])].filter((name) => name !== 'other')
  const branches = named.map((name) => `${channel} = ${literal(name)}, ${ms(name)}`)
  return `multiIf(${branches.join(', ')}, ${ms('other')})`
}

/** Touchpoint (`organization\ttouchpoint`, or only the organization for its timeouts) → what facts are derived by. */
export type DerivedBy = Readonly<Record<string, string>>

/** What the facts are derived by, small enough to be kept beside them. */
export function describe({ sessionTimeouts, schedules }: FactSettings): DerivedBy {
  return Object.fromEntries([
    ...[...sessionTimeouts].map(([id, { session_timeouts }]) => [id, fingerprint(session_timeouts)]),
    ...schedules.map((one) => [`${one.organizationId}\t${one.touchpoint}`, one.fingerprint]),
  ])
}

/** Where two differ. */
export function differences(
  before: DerivedBy,
  after: DerivedBy,
): { organizationId: string; touchpoint: string | null }[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => {
      const [organizationId = '', touchpoint] = key.split('\t')
      return { organizationId, touchpoint: touchpoint ?? null }
    })
}

function fingerprint(timeouts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(timeouts).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16)
}
