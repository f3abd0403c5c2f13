import type { Random } from './random.ts'
import type { Planned, Script } from './script.ts'
import type { Talk, Topic } from './talk/talk.ts'
import type { Agent, DemoChannel, Shop } from './world.ts'

/** How long a contact takes to write back, in seconds, as medians. */
export const thinkingSeconds: Readonly<Record<DemoChannel, number>> = {
  web: 38,
  whatsapp: 140,
  telegram: 110,
  facebook: 190,
  email: 5_400,
}

/** A conversation while it is made. `now` moves on. */
export type Scene = {
  readonly shop: Shop
  readonly channel: DemoChannel
  readonly topic: Topic
  readonly talk: Talk
  readonly random: Random
  readonly script: Script
  readonly conversation_id: string
  /** Who it is, in the fields of every event that may say so. */
  readonly who: { readonly visitor_id: string } | { readonly contact_id: string }
  readonly contactId: string
  now: number
}

export function add(scene: Scene, type: Planned['event']['type'], data: Readonly<Record<string, unknown>>): void {
  scene.script.add(scene.now, type, { conversation_id: scene.conversation_id, ...data })
}

export function wait(scene: Scene, seconds: number): void {
  scene.now += Math.max(1, seconds) * 1000
}

/** What the contact writes, after thinking. */
export function contactSays(scene: Scene, text: string, seconds = 0): void {
  if (seconds > 0) wait(scene, seconds)
  add(scene, 'message.sent', {
    author: { kind: 'contact', id: scene.contactId },
    channel: scene.channel,
    ...scene.who,
    text,
  })
}

export function agentSays(scene: Scene, agent: Agent, text: string): void {
  const contact_online = scene.random.chance(scene.channel === 'web' ? 0.96 : 0.55)
  const author = { kind: 'agent', id: agent.id, name: agent.name }
  add(scene, 'message.sent', { author, channel: scene.channel, contact_online, text })
}
