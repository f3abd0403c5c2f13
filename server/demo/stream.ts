import { hourMs } from '@parley/core/time/granularity.ts'
import { localParts } from '@parley/core/time/zone.ts'
import { longestMs, playConversation } from './conversation.ts'
import { playPresence } from './presence.ts'
import { createRandom } from './random.ts'
import { rateAt } from './rhythm.ts'
import type { Planned } from './script.ts'
import { type Shop, shops } from './world.ts'

const minuteMs = 60_000

/** What happens in the shops, in order of time. */
export type Stream = {
  /** Everything that happens from where it was up to `to`, which must not lie before that. */
  advance(to: number): Planned[]
}

/** What begins in the stretch of time that starts at an instant: the same at every call. */
type Plan = (start: number) => readonly Planned[]

/** The ordinary days of the shops, from an instant on. Nothing but the time decides what happens. */
export function createHistory(from: number): Stream {
  return createStream(from, hourMs, (hour) => shops.flatMap((shop) => hourOf(shop, hour)))
}

/**
 * More of the same for whoever watches: a few conversations a minute by day, one now and then at night. Only those that
 * begin after `from`.
 */
export function createLive(from: number): Stream {
  return createStream(from, minuteMs, (minute) =>
    minute < from ? [] : shops.flatMap((shop) => liveMinuteOf(shop, minute)),
  )
}

function createStream(from: number, stepMs: number, plan: Plan): Stream {
  const steps = new Map<number, Planned[]>()
  let planned = Math.floor((from - longestMs) / stepMs)
  let reached = from

  function planUpTo(step: number): void {
    for (; planned <= step; planned += 1) {
      for (const event of plan(planned * stepMs)) {
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
      return due.sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    },
  }
}

function hourOf(shop: Shop, hour: number): readonly Planned[] {
  const key = `${shop.key}-${hour / hourMs}`
  const random = createRandom(key)
  const conversations = Array.from({ length: random.times(rateAt(shop, hour)) }, (_, index) =>
    playConversation(shop, `${key}-${index}`, hour + random.whole(0, hourMs - 1), createRandom(`${key} ${index}`)),
  )
  // Before anybody's day begins.
  const isEarly = localParts(hour, shop.timeZone).hour === 4
  const presence = isEarly ? playPresence(shop, `${key}-presence`, hour, createRandom(`${key} presence`)) : []
  return [...conversations.flat(), ...presence]
}

function liveMinuteOf(shop: Shop, minute: number): readonly Planned[] {
  const key = `${shop.key}-live-${minute / minuteMs}`
  const random = createRandom(key)
  const busy = rateAt(shop, minute) / shop.conversationsPerHour
  const count = random.times(0.12 + Math.min(busy, 1) * 0.75)
  return Array.from({ length: count }, (_, index) =>
    playConversation(shop, `${key}-${index}`, minute + random.whole(0, minuteMs - 1), createRandom(`${key} ${index}`)),
  ).flat()
}
