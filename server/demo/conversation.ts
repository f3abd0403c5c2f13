import { dayMs } from '@parley/core/time/granularity.ts'
import { assign, meetAgent } from './answering.ts'
import { end, record } from './ending.ts'
import type { Random } from './random.ts'
import { onShift } from './rhythm.ts'
import { add, agentSays, contactSays, type Scene, thinkingSeconds, wait } from './scene.ts'
import { createScript, type Planned } from './script.ts'
import { type Topic, topics } from './talk/talk.ts'
import { talks, topicDetails } from './talk/talks.ts'
import { deskId, type Shop, touchpointId } from './world.ts'

/** No conversation of the demo goes on longer. */
export const longestMs = 4 * dayMs

/** Everything that happens in a conversation that begins at an instant. `key` is part of every id. */
export function playConversation(shop: Shop, key: string, startsAt: number, random: Random): readonly Planned[] {
  const channel = random.weighted(shop.channels)
  const topic = random.weighted(weights)
  const contact = random.whole(1, shop.contacts)
  const isWeb = channel === 'web'
  const contactId = isWeb ? `v-${key}` : `${shop.key}-c${contact}`
  const scene: Scene = {
    shop,
    channel,
    topic,
    talk: talks[shop.language],
    random,
    script: createScript(shop.key, key, startsAt + longestMs),
    // Messengers keep one thread with each person; on the site and by mail each matter is a thread of its own.
    conversation_id: isWeb || channel === 'email' ? `${channel}:${key}` : `${channel}:${contactId}`,
    who: isWeb ? { visitor_id: contactId } : { contact_id: contactId },
    contactId,
    now: startsAt,
  }
  if (!isWeb && random.chance(0.05)) followUp(scene)
  else {
    open(scene)
    const needsPeople = !meetBot(scene)
    if (needsPeople) meetAgent(scene)
  }
  return scene.script.events
}

const weights = Object.fromEntries(topics.map((topic) => [topic, topicDetails[topic].weight])) as Record<Topic, number>

function open(scene: Scene): void {
  const { shop, channel, topic, talk, random, who } = scene
  const touchpoint_id = touchpointId(shop, channel)
  const { desk, path } = topicDetails[topic]
  const place = channel === 'web' ? { url: `${shop.site}${path}` } : {}
  if (channel === 'web') {
    const auto = random.chance(0.18) ? { auto_message_id: `${shop.key}-welcome` } : {}
    const request = { initiator: 'contact', medium: random.chance(0.96) ? 'text' : 'video' }
    add(scene, 'conversation.requested', { ...request, ...who, channel, touchpoint_id, ...place, ...auto })
    wait(scene, 2)
  }
  add(scene, 'conversation.started', { channel, touchpoint_id, ...who, ...place, initiator: 'contact' })
  add(scene, 'conversation.routed', { inbox_id: deskId(shop, desk) })
  contactSays(scene, random.pick(talk.openers[topic]), 3)
}

/** The bot takes the first turn where there is one. True when nobody else is needed. */
function meetBot(scene: Scene): boolean {
  const { shop, channel, talk, random, now } = scene
  const { bot } = shop
  if (bot?.channel !== channel) return false
  const says = (text: string) => {
    wait(scene, 1.5)
    add(scene, 'message.sent', { author: { kind: 'bot', id: bot.id, name: bot.name }, channel, text })
  }
  wait(scene, 1)
  add(scene, 'bot.started', { bot_id: bot.id })
  says(random.pick(talk.bot.welcome))
  contactSays(scene, random.pick(talk.openers[scene.topic]), random.about(18))
  if (random.chance(0.22)) {
    says(random.pick(talk.bot.answers))
    contactSays(scene, random.pick(talk.thanks), random.about(25))
    record(scene, { kind: 'bot', id: bot.id }, random.chance(0.5), false)
    end(scene, 'resolved')
    return true
  }
  if (onShift(shop, now).length === 0) {
    says(random.pick(talk.bot.closed))
    const leaves = random.chance(0.6)
    if (leaves) {
      contactSays(scene, `${scene.contactId}@mail.example`, random.about(40))
      record(scene, { kind: 'bot', id: bot.id }, true, true)
    }
    wait(scene, 600)
    end(scene, 'contact_left')
    return true
  }
  says(random.pick(talk.bot.handover))
  add(scene, 'bot.handed_over', { bot_id: bot.id })
  return false
}

/** The shop writes first, about something from before. */
function followUp(scene: Scene): void {
  const { shop, channel, random, talk, topic } = scene
  const [agent] = onShift(shop, scene.now)
  if (!agent) return
  add(scene, 'conversation.started', {
    channel,
    touchpoint_id: touchpointId(shop, channel),
    ...scene.who,
    initiator: 'agent',
  })
  add(scene, 'conversation.routed', { inbox_id: deskId(shop, topicDetails[topic].desk) })
  assign(scene, agent)
  wait(scene, 5)
  agentSays(scene, agent, random.pick(talk.followUps))
  if (random.chance(0.6)) contactSays(scene, random.pick(talk.thanks), random.about(thinkingSeconds[channel] * 4, 1))
}
