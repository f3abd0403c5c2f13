import { hourMs } from '@parley/core/time/granularity.ts'
import { isDown } from './incidents.ts'
import { type DemoOrganization, trunkId } from './organizations/organization.ts'
import { someContact } from './people.ts'
import { euros } from './price.ts'
import { createRandom, type Random } from './random.ts'
import { strainAt } from './rhythm.ts'
import { createScript, type Planned, type Script } from './script.ts'
import { onShift } from './shifts.ts'
import type { Year } from './year.ts'

/** In euros. */
const pricePerMinute = 0.0135
/** How long a caller lets it ring, in seconds, as a median. */
const patienceSeconds = 75

/** What people said to the one that calls by itself. */
const evaluations = { Confirmed: 0.46, Voicemail: 0.24, 'Call back': 0.18, Refused: 0.12 } as const

/** A call that a person makes or takes, beginning at an instant. */
export function playCall(
  year: Year,
  organization: DemoOrganization,
  key: string,
  startsAt: number,
): readonly Planned[] {
  const random = createRandom(key)
  const script = createScript(organization.key, key, startsAt + 4 * hourMs)
  const direction = random.weighted({ inbound: 0.78, outbound: 0.22 })
  const call = {
    call_id: key,
    medium: 'voice',
    direction,
    trunk: trunkId(organization, random.chance(0.75) ? 1 : 2),
    contact_id: someContact(organization, random).contact_id,
  }
  const tell = (at: number, status: string, more: Readonly<Record<string, unknown>> = {}) =>
    script.add(at, 'call.updated', { ...call, status, ...more })
  if (isDown(year, organization, startsAt)) {
    tell(startsAt, 'failed')
    return script.events
  }
  const there = onShift(year, organization, startsAt)
  const agent = there[random.whole(0, there.length - 1)]
  tell(startsAt, direction === 'inbound' ? 'queued' : 'ringing')
  if (agent === undefined) {
    tell(startsAt + 30_000, 'canceled')
    return script.events
  }
  const rings = random.about((agent.replySeconds / 3) * strainAt(year, organization, startsAt)) * 1000
  const patience = random.about(patienceSeconds) * 1000
  if (direction === 'inbound') tell(startsAt + 2_000, 'ringing')
  if (rings > patience || (direction === 'outbound' && random.chance(0.35))) {
    const silent = direction === 'outbound' ? random.weighted({ no_answer: 0.7, busy: 0.3 }) : 'no_answer'
    tell(startsAt + patience, silent, { agent_id: agent.id })
    return script.events
  }
  answer(startsAt + 2_000 + rings, random.about(190, 0.8), { agent_id: agent.id }, random, tell)
  return script.events
}

/** A machine calls a list, a few numbers each second, to confirm appointments, in the hour that begins at an instant. */
export function playDialer(organization: DemoOrganization, key: string, startsAt: number): readonly Planned[] {
  const random = createRandom(key)
  const script: Script = createScript(organization.key, key, startsAt + 4 * hourMs)
  // Each machine begins at another minute of the hour.
  const beginsAt = startsAt + random.whole(0, 1_800) * 1000
  const bot = { bot_id: `${organization.key}-caller` }
  for (let index = 0; index < 6; index += 1) {
    const at = beginsAt + Math.floor(index / 3) * 1000 + random.whole(0, 900)
    const call = {
      call_id: `${key}-${index}`,
      medium: 'voice',
      direction: 'outbound',
      trunk: trunkId(organization, 2),
      contact_id: someContact(organization, random).contact_id,
      ...bot,
    }
    const tell = (when: number, status: string, more: Readonly<Record<string, unknown>> = {}) =>
      script.add(when, 'call.updated', { ...call, status, ...more })
    tell(at, 'ringing')
    const end = random.weighted({ answered: 0.72, no_answer: 0.17, busy: 0.08, failed: 0.03 })
    if (end === 'answered')
      answer(at + 9_000, random.about(32), { bot_evaluation: random.weighted(evaluations) }, random, tell)
    else tell(at + 25_000, end)
  }
  return script.events
}

function answer(
  at: number,
  talkSeconds: number,
  who: Readonly<Record<string, string>>,
  random: Random,
  tell: (at: number, status: string, more: Readonly<Record<string, unknown>>) => void,
): void {
  const talk_seconds = Math.round(talkSeconds)
  tell(at, 'answered', who)
  tell(at + talk_seconds * 1000, 'completed', {
    ...who,
    talk_seconds,
    ...('agent_id' in who && { wrap_seconds: Math.round(random.about(25)) }),
    price: euros((talk_seconds / 60) * pricePerMinute, 4),
  })
}
