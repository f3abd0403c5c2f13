import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { localParts, startOfLocalDay } from '@parley/core/time/zone.ts'
import type { Random } from './random.ts'
import { createScript, type Planned } from './script.ts'
import type { Shop } from './world.ts'

const minuteMs = 60_000

/** When the agents of a shop came online, had lunch and left on the local day that an instant falls in. */
export function playPresence(shop: Shop, key: string, instantMs: number, random: Random): readonly Planned[] {
  const { year, month, day, weekday } = localParts(instantMs, shop.timeZone)
  const midnight = startOfLocalDay(Date.UTC(year, month - 1, day) / dayMs, shop.timeZone)
  const script = createScript(shop.key, key)
  for (const { id, days, from, to } of shop.agents) {
    if (!days.includes(weekday)) continue
    const status = (hour: number, word: 'online' | 'paused' | 'offline') =>
      script.add(midnight + hour * hourMs + random.whole(-4, 6) * minuteMs, 'agent.presence_changed', {
        agent_id: id,
        status: word,
      })
    status(from, 'online')
    status(from + 4, 'paused')
    status(from + 4.6, 'online')
    status(to, 'offline')
  }
  return script.events
}
