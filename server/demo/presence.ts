import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { localParts, startOfLocalDay } from '@parley/core/time/zone.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { createRandom } from './random.ts'
import { createScript, type Planned } from './script.ts'
import { employed } from './shifts.ts'
import type { Year } from './year.ts'

const minuteMs = 60_000

/** When the agents of an organization came online, had a break and left on a day of its calendar. */
export function playPresence(year: Year, organization: DemoOrganization, day: number): readonly Planned[] {
  const midnight = startOfLocalDay(day, organization.timeZone)
  const { weekday } = localParts(midnight, organization.timeZone)
  const key = `${organization.key}-presence-${day}`
  const random = createRandom(key)
  const script = createScript(organization.key, key, midnight + dayMs)
  for (const { id, days, from, to } of employed(year, organization, midnight + hourMs * 12)) {
    // Somebody is ill now and then, or has a day off.
    if (!days.includes(weekday) || random.chance(0.05)) continue
    const at = (hour: number) => midnight + hour * hourMs + random.whole(-4, 6) * minuteMs
    const status = (hour: number, word: 'online' | 'paused' | 'offline') =>
      script.add(at(hour), 'agent.presence_changed', { agent_id: id, status: word })
    const breakAt = from + (to - from) / 2
    status(from, 'online')
    script.add(at(from + 0.3), 'agent.active', { agent_id: id })
    status(breakAt, 'paused')
    status(breakAt + 0.6, 'online')
    status(to, 'offline')
  }
  return script.events
}
