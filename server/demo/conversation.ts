import { dayMs } from '@parley/core/time/granularity.ts'
import type { Random } from './random.ts'
import { nextShift, onShift, strainAt } from './rhythm.ts'
import { createScript, type Planned, type Script } from './script.ts'
import { type Talk, type Topic, talks, topicDetails, topics } from './talk/talk.ts'
import { type Agent, type DemoChannel, deskId, type Shop, touchpointId } from './world.ts'

/** No conversation of the demo goes on longer. */
export const longestMs = 4 * dayMs

/** How long a contact waits for the first answer on the site, and takes for one elsewhere; seconds, as medians. */
const patienceSeconds = 420
const thinkingSeconds: Readonly<Record<DemoChannel, number>> = {
  web: 38,
  whatsapp: 140,
  telegram: 110,
  facebook: 190,
  email: 5_400,
}
/** How much longer an agent takes in channels where nobody sits and waits. */
const calm: Readonly<Record<DemoChannel, number>> = { web: 1, whatsapp: 1.8, telegram: 1.6, facebook: 3, email: 25 }

/** A conversation while it is made. `now` moves on. */
type Scene = {
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

function add(scene: Scene, type: Planned['event']['type'], data: Readonly<Record<string, unknown>>): void {
  scene.script.add(scene.now, type, { conversation_id: scene.conversation_id, ...data })
}

function wait(scene: Scene, seconds: number): void {
  scene.now += Math.max(1, seconds) * 1000
}

/** What the contact writes, after thinking. */
function contactSays(scene: Scene, text: string, seconds = 0): void {
  if (seconds > 0) wait(scene, seconds)
  add(scene, 'message.sent', {
    author: { kind: 'contact', id: scene.contactId },
    channel: scene.channel,
    ...scene.who,
    text,
  })
}

function agentSays(scene: Scene, agent: Agent, text: string): void {
  const contact_online = scene.random.chance(scene.channel === 'web' ? 0.96 : 0.55)
  const author = { kind: 'agent', id: agent.id, name: agent.name }
  add(scene, 'message.sent', { author, channel: scene.channel, contact_online, text })
}

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

/** Somebody takes it, sooner or later; or the contact leaves before. */
function meetAgent(scene: Scene): void {
  const { shop, channel, talk, random } = scene
  const askedAt = scene.now
  if (onShift(shop, scene.now).length === 0) {
    // Who writes by messenger or mail finds the answer in the morning; on the site hardly anybody comes back for it.
    if (channel === 'web' || random.chance(0.15)) return leave(scene, random.about(240))
    scene.now = nextShift(shop, scene.now) + random.about(900) * 1000
  }
  const agent = takes(scene)
  const strain = strainAt(shop, scene.now)
  const delay = random.about(agent.replySeconds * calm[channel] * strain)
  const patience = random.about(patienceSeconds)
  if ((channel === 'web' && delay > patience) || random.chance(0.02 * strain))
    return leave(scene, Math.min(delay, patience))
  assign(scene, agent)
  wait(scene, delay)
  if (random.chance(0.5)) {
    agentSays(scene, agent, random.pick(talk.greetings))
    wait(scene, random.about(agent.replySeconds * 0.4))
  }
  const last = converse(scene, agent)
  finish(scene, last, (scene.now - askedAt) / 1000 > patience, strain)
}

/** Offers it to who is there until somebody does not let it pass. */
function takes(scene: Scene): Agent {
  const { shop, topic, random } = scene
  const there = onShift(shop, scene.now)
  const { desk } = topicDetails[topic]
  const chosen: Agent[] = []
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const fit = there.filter((agent) => agent.desk === desk && !chosen.includes(agent))
    const others = there.filter((agent) => !chosen.includes(agent))
    const [first = shop.agents[0], ...rest] = fit.length > 0 && random.chance(0.85) ? fit : others
    const agent = random.pick([first, ...rest])
    chosen.push(agent)
    wait(scene, 1)
    add(scene, 'conversation.offered', { agent_id: agent.id })
    if (attempt === 2 || others.length < 2 || !random.chance(agent.skips)) return agent
    wait(scene, 30)
    add(scene, 'conversation.skipped', { agent_id: agent.id })
  }
  return chosen.at(-1) ?? shop.agents[0]
}

function assign(scene: Scene, agent: Agent): void {
  wait(scene, 1)
  add(scene, 'conversation.assigned', { agent_id: agent.id, team_id: deskId(scene.shop, agent.desk) })
}

/** Question and answer, and now and then somebody else takes over. Gives who had the last word. */
function converse(scene: Scene, first: Agent): Agent {
  const { shop, channel, topic, talk, random } = scene
  const exchanges = talk.exchanges[topic]
  const rounds = Math.min(exchanges.length, random.whole(1, exchanges.length) + (random.chance(0.4) ? 1 : 0))
  let agent = first
  for (const [index, [answer, question]] of exchanges.slice(0, rounds).entries()) {
    if (index > 0) {
      const strain = strainAt(shop, scene.now)
      if (channel !== 'web' && onShift(shop, scene.now).length === 0)
        scene.now = nextShift(shop, scene.now) + random.about(900) * 1000
      wait(scene, random.about(agent.replySeconds * 0.7 * calm[channel] * Math.sqrt(strain)))
    }
    agentSays(scene, agent, answer)
    if (random.chance(0.04))
      add(scene, 'message.sent', {
        author: { kind: 'agent', id: agent.id },
        private: true,
        text: random.pick(talk.notes),
      })
    contactSays(scene, question, random.about(thinkingSeconds[channel], 0.8))
    const other = onShift(shop, scene.now).find(({ id }) => id !== agent.id)
    if (other && random.chance(0.03)) {
      agent = other
      wait(scene, 5)
      assign(scene, agent)
      add(scene, 'message.sent', { author: { kind: 'system' }, text: talk.transferred })
    }
  }
  if (channel === 'web' && topic === 'new_bike' && random.chance(0.08)) call(scene, agent)
  wait(scene, random.about(agent.replySeconds * 0.5 * calm[channel]))
  agentSays(scene, agent, random.pick(talk.closings))
  if (random.chance(0.7)) contactSays(scene, random.pick(talk.thanks), random.about(thinkingSeconds[channel] * 0.6))
  return agent
}

/** They look at the bicycle together. */
function call(scene: Scene, agent: Agent): void {
  const about = {
    call_id: `call:${scene.script.events[0]?.event.id}`,
    medium: 'video',
    direction: 'outbound',
    agent_id: agent.id,
  }
  const talk_seconds = Math.round(scene.random.about(240))
  wait(scene, 20)
  add(scene, 'call.updated', { ...about, status: 'ringing' })
  wait(scene, 8)
  add(scene, 'call.updated', { ...about, status: 'answered' })
  wait(scene, talk_seconds)
  add(scene, 'call.updated', { ...about, status: 'completed', talk_seconds })
}

function finish(scene: Scene, agent: Agent, isImpatient: boolean, strain: number): void {
  const { channel, random, topic, talk } = scene
  const isLead = topicDetails[topic].desk === 'sales' && random.chance(0.35)
  wait(scene, random.about(30))
  if (random.chance(0.85)) record(scene, { kind: 'agent', id: agent.id }, random.chance(agent.effective), isLead)
  if (random.chance(0.82)) {
    wait(scene, random.about(60))
    end(scene, random.weighted({ resolved: 0.75, agent_closed: 0.15, contact_left: 0.1 }))
  }
  if (channel === 'email' || !random.chance(0.34)) return
  wait(scene, random.about(45))
  const rating = Math.max(
    1,
    Math.min(
      5,
      Math.round(agent.rating + (random.next() - 0.5) * 2.4 - (isImpatient ? 0.8 : 0) - (strain > 2 ? 0.7 : 0)),
    ),
  )
  const isTen = scene.shop.key === 'group' && random.chance(0.4)
  const feedback = random.chance(0.3) ? { feedback: random.pick(rating >= 4 ? talk.praise : talk.complaints) } : {}
  const scored = isTen ? { rating: Math.min(10, rating * 2 + random.whole(-1, 0)), scale: 10 } : { rating, scale: 5 }
  const visitor = 'visitor_id' in scene.who ? scene.who : {}
  add(scene, 'survey.answered', {
    ...scored,
    submitted: random.chance(0.9),
    agent_id: agent.id,
    ...visitor,
    ...feedback,
  })
}

/** The contact has waited long enough. */
function leave(scene: Scene, seconds: number): void {
  const { random, talk } = scene
  if (random.chance(0.5)) contactSays(scene, random.pick(talk.nudges), seconds * 0.7)
  wait(scene, seconds * 0.3 + 60)
  end(scene, 'contact_left')
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

function record(scene: Scene, by: { kind: 'agent' | 'bot'; id: string }, effective: boolean, lead: boolean): void {
  const { random, topic } = scene
  const outcome = {
    outcome_id: `outcome:${scene.script.events[0]?.event.id}`,
    category: topic,
    effective,
    lead,
    chatpoints: effective ? random.whole(1, 5) : 0,
    points_v1: effective ? random.whole(1, 4) / 2 : 0,
    by,
  }
  add(scene, 'outcome.recorded', outcome)
  if (!random.chance(0.02)) return
  // A slip, put right at once: the last version counts.
  wait(scene, 20)
  add(scene, 'outcome.recorded', { ...outcome, category: random.pick(topics) })
}

function end(scene: Scene, reason: 'resolved' | 'agent_closed' | 'contact_left'): void {
  wait(scene, 1)
  add(scene, 'conversation.ended', { reason })
}
