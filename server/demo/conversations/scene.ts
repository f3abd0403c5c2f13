import type { AutoMessage } from '../auto-messages.ts'
import { type Agent, type Channel, type DemoOrganization, touchpointId } from '../organizations/organization.ts'
import type { Contact, Visitor } from '../people.ts'
import { euros } from '../price.ts'
import type { Random } from '../random.ts'
import { strainAt } from '../rhythm.ts'
import type { Planned, Script } from '../script.ts'
import { onShift } from '../shifts.ts'
import type { Manners, Topic } from '../talk/talk.ts'
import type { Year } from '../year.ts'
import { paceOf } from './pace.ts'

/** A conversation while it is made. `now` moves on. */
export type Scene = {
  readonly year: Year
  readonly organization: DemoOrganization
  readonly channel: Channel
  /** What the agent files it under. */
  readonly category: string
  readonly topic: Topic
  readonly manners: Manners
  readonly random: Random
  readonly script: Script
  readonly conversation_id: string
  /** The browser of somebody on the site. */
  readonly visitor: Visitor | null
  /** Who it is, where that is known. */
  readonly contact: Contact | null
  /** What made a visitor write. */
  autoMessage: AutoMessage | null
  now: number
}

export function add(scene: Scene, type: Planned['event']['type'], data: Readonly<Record<string, unknown>>): void {
  scene.script.add(scene.now, type, { conversation_id: scene.conversation_id, ...data })
}

export function wait(scene: Scene, seconds: number): void {
  scene.now += Math.max(1, seconds) * 1000
}

/** Who is on the other side, in the fields of every event that may say so. */
export function whoIn({ visitor, contact }: Scene): { visitor_id?: string; contact_id?: string } {
  return {
    ...(visitor && { visitor_id: visitor.visitor_id }),
    ...(contact && { contact_id: contact.contact_id }),
  }
}

/** Where it began: touchpoint and channel, and on the site the page and the browser. */
export function placeIn({ organization, channel, topic, visitor }: Scene): Readonly<Record<string, string | number>> {
  return {
    channel,
    touchpoint_id: touchpointId(organization, channel),
    ...(visitor && { url: `${organization.site}${topic.path}`, ...visitor.surroundings }),
  }
}

/** What the contact writes, after thinking. */
export function contactSays(scene: Scene, text: string, seconds = 0): void {
  if (seconds > 0) wait(scene, seconds)
  const who = whoIn(scene)
  const author = { kind: 'contact', id: who.visitor_id ?? who.contact_id }
  add(scene, 'message.sent', { author, channel: scene.channel, ...who, text })
}

export function agentSays(scene: Scene, agent: Agent, text: string): void {
  const { messagePrice, isOnline } = paceOf(scene.channel)
  add(scene, 'message.sent', {
    author: { kind: 'agent', id: agent.id, name: agent.name },
    channel: scene.channel,
    contact_online: scene.random.chance(isOnline),
    text,
    ...(messagePrice !== null && { price: euros(messagePrice, 4) }),
  })
}

export function strainIn({ year, organization, now }: Scene): number {
  return strainAt(year, organization, now)
}

export function thereIn({ year, organization, now }: Scene): Agent[] {
  return onShift(year, organization, now)
}
