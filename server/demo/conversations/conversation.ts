import { dayMs } from '@parley/core/time/granularity.ts'
import { isDown } from '../incidents.ts'
import { type Channel, type DemoOrganization, deskId } from '../organizations/organization.ts'
import { someContact, someVisitor } from '../people.ts'
import { createRandom, type Random } from '../random.ts'
import { createScript, type Planned } from '../script.ts'
import { manners } from '../talk/manners/manners.ts'
import { nameOfTopic } from '../talk/talk.ts'
import { browse } from '../visits.ts'
import type { Year } from '../year.ts'
import { meetAgent } from './answering.ts'
import { meetBot } from './bot.ts'
import { followUp, proposeTalk } from './outreach.ts'
import { add, contactSays, placeIn, type Scene, wait, whoIn } from './scene.ts'

/** Nothing that begins with a conversation of the demo goes on longer. */
export const longestMs = 9 * dayMs

/** Everything that happens in a conversation that begins at an instant. `key` is part of every id and decides what comes. */
export function playConversation(
  year: Year,
  organization: DemoOrganization,
  key: string,
  startsAt: number,
): readonly Planned[] {
  const random = createRandom(key)
  const channel = random.weighted(organization.channels)
  if (channel === 'web' && isDown(year, organization, startsAt)) return []
  const scene = sceneOf(year, organization, key, startsAt, channel, random)
  if (scene.visitor) enter(scene)
  if (scene.visitor ? random.chance(0.09) : random.chance(0.05)) {
    if (scene.visitor) proposeTalk(scene)
    else followUp(scene)
  } else {
    open(scene)
    if (!meetBot(scene)) meetAgent(scene)
    if (wasResolved(scene) && random.chance(0.05)) comeBack(scene)
  }
  return scene.script.events
}

function sceneOf(
  year: Year,
  organization: DemoOrganization,
  key: string,
  startsAt: number,
  channel: Channel,
  random: Random,
): Scene {
  const { topics } = organization.trade
  const chosen = random.weighted(Object.fromEntries(Object.entries(topics).map(([id, { weight }]) => [id, weight])))
  const topic = topics[chosen]
  if (topic === undefined) throw new Error(`Nobody talks about ${chosen}.`)
  const day = Math.floor(startsAt / dayMs)
  const { visitor, contact } =
    channel === 'web'
      ? someVisitor(organization, day, key, random)
      : { visitor: null, contact: someContact(organization, random) }
  // Messengers keep one thread with each person for a while; on the site and by mail each matter is a thread of its own.
  const isThread = contact !== null && visitor === null && channel !== 'email'
  const thread = isThread ? `${contact.contact_id}-${Math.floor(day / threadDays)}` : key
  return {
    year,
    organization,
    channel,
    category: nameOfTopic(chosen),
    topic,
    manners: manners[organization.language],
    random,
    script: createScript(organization.key, key, startsAt + longestMs),
    conversation_id: `${channel}:${thread}`,
    visitor,
    contact,
    autoMessage: null,
    now: startsAt,
  }
}

const threadDays = 28

/** Whoever writes on the site looked around before. */
function enter(scene: Scene): void {
  const { year, organization, visitor, contact, script, random, topic } = scene
  if (visitor === null) return
  const browsing = { year, organization, visitor, contact, script, random, now: scene.now }
  scene.autoMessage = browse(browsing, topic.path)
  scene.now = browsing.now + random.about(30) * 1000
}

function open(scene: Scene): void {
  const { organization, topic, random, visitor, autoMessage } = scene
  const who = whoIn(scene)
  const place = placeIn(scene)
  const cause = autoMessage ? { auto_message_id: autoMessage.auto_message_id } : {}
  if (visitor) {
    const medium = random.weighted({ text: 0.93, video: 0.05, voice: 0.02 })
    add(scene, 'conversation.requested', { initiator: 'contact', medium, ...who, ...place, ...cause })
    wait(scene, 2)
  }
  add(scene, 'conversation.started', { ...place, ...who, initiator: 'contact' })
  add(scene, 'conversation.routed', { inbox_id: deskId(organization, topic.desk) })
  contactSays(scene, random.pick(topic.openers), 3)
}

function wasResolved({ script }: Scene): boolean {
  const end = script.events.findLast(({ event }) => event.type === 'conversation.ended')
  return end?.event.data.reason === 'resolved'
}

/** It was not resolved after all, or there is something else. */
function comeBack(scene: Scene): void {
  const { random, topic } = scene
  contactSays(scene, random.pick(topic.openers), random.about(2 * 3_600))
  meetAgent(scene)
}
