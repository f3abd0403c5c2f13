import { dayMs } from '@parley/core/time/granularity.ts'
import { longestMs, playConversation } from './conversations/conversation.ts'
import { playDay } from './day.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { organizations } from './organizations/organizations.ts'
import { createRandom } from './random.ts'
import { shareOfDay } from './rhythm.ts'
import type { Planned } from './script.ts'
import { playVisit } from './visits.ts'
import type { Year } from './year.ts'

const minuteMs = 60_000

/** What happens, in order of time. */
export type Stream = {
  /** Everything that happens from where it was up to `to`, which must not lie before that. */
  advance(to: number): Planned[]
}

/** What begins in the step of time that starts at an instant: the same at every call. */
export type Plan = (start: number) => readonly Planned[]

/** What begins on a day in all organizations. */
export function dayPlan(year: Year): Plan {
  return (start) => organizations.flatMap((organization) => playDay(year, organization, start / dayMs))
}

/** The ordinary days of all organizations, from an instant on. Nothing but the time decides what happens. */
export function createDays(year: Year, from: number, plan = dayPlan(year)): Stream {
  return createStream(from, dayMs, plan)
}

/**
 * More of the same for whoever watches: something every few seconds by day, now and then at night. Only what begins
 * after `from`.
 */
export function createLive(year: Year, from: number): Stream {
  return createStream(from, minuteMs, (minute) =>
    minute < from ? [] : organizations.flatMap((organization) => liveMinuteOf(year, organization, minute)),
  )
}

function createStream(from: number, stepMs: number, plan: Plan): Stream {
  const steps = new Map<number, Planned[]>()
  let planned = Math.floor((from - longestMs) / stepMs)
  let reached = from

  function planUpTo(step: number): void {
    for (; planned <= step; planned += 1) {
      for (const event of plan(planned * stepMs)) {
        if (event.at < reached) continue
        const at = Math.floor(event.at / stepMs)
        const there = steps.get(at)
        if (there) there.push(event)
        else steps.set(at, [event])
      }
    }
  }

  return {
    advance(to) {
      const due: Planned[] = []
      for (let step = Math.floor(reached / stepMs); step * stepMs < to; step += 1) {
        planUpTo(step)
        due.push(...(steps.get(step) ?? []).filter(({ at }) => at >= reached && at < to))
        if ((step + 1) * stepMs <= to) steps.delete(step)
      }
      reached = Math.max(reached, to)
      return due.sort(inOrder)
    },
  }
}

export function inOrder(a: Planned, b: Planned): number {
  return a.at - b.at || (a.event.id < b.event.id ? -1 : 1)
}

/** How many conversations and visits of all organizations begin in a minute at the busiest time of day, beside the ordinary ones. */
const livePerMinute = { conversations: 2.5, visits: 9 }
/** At night it is never quite quiet. */
const nightShare = 0.1
const busiestShare = 0.12

const inAll = {
  conversations: organizations.reduce((sum, { conversations }) => sum + conversations, 0),
  visits: organizations.reduce((sum, { visits }) => sum + visits, 0),
}

function liveMinuteOf(year: Year, organization: DemoOrganization, minute: number): readonly Planned[] {
  const busy = Math.min(1, shareOfDay(year, organization, minute) / busiestShare) * (1 - nightShare) + nightShare
  const several = (kind: 'conversations' | 'visits', play: (key: string, at: number) => readonly Planned[]) => {
    const key = `${organization.key}-live-${minute / minuteMs}-${kind}`
    const random = createRandom(key)
    const mean = (livePerMinute[kind] * busy * organization[kind]) / inAll[kind]
    return Array.from({ length: random.times(mean) }, (_, index) =>
      play(`${key}-${index}`, minute + random.whole(0, minuteMs - 1)),
    ).flat()
  }
  return [
    ...several('conversations', (key, at) => playConversation(year, organization, key, at)),
    ...several('visits', (key, at) => playVisit(year, organization, key, at)),
  ]
}
