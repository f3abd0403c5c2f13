import { finish, leave } from './ending.ts'
import { nextShift, onShift, strainAt } from './rhythm.ts'
import { add, agentSays, contactSays, type Scene, thinkingSeconds, wait } from './scene.ts'
import { topicDetails } from './talk/talks.ts'
import { type Agent, type DemoChannel, deskId } from './world.ts'

/** How long a contact waits for the first answer on the site, in seconds, as a median. */
const patienceSeconds = 600
/** How much longer an agent takes in channels where nobody sits and waits. */
const calm: Readonly<Record<DemoChannel, number>> = { web: 1, whatsapp: 1.8, telegram: 1.6, facebook: 3, email: 25 }

/** Somebody takes it, sooner or later; or the contact leaves before. */
export function meetAgent(scene: Scene): void {
  const { shop, channel, talk, random } = scene
  const askedAt = scene.now
  if (onShift(shop, scene.now).length === 0) {
    // Who writes by messenger or mail finds the answer in the morning; on the site hardly anybody comes back for it.
    if (channel === 'web' || random.chance(0.15)) {
      leave(scene, random.about(240))
      return
    }
    scene.now = nextShift(shop, scene.now) + random.about(900) * 1000
  }
  const agent = takes(scene)
  const strain = strainAt(shop, scene.now)
  const delay = random.about(agent.replySeconds * calm[channel] * strain)
  const patience = random.about(patienceSeconds)
  if ((channel === 'web' && delay > patience) || random.chance(0.012 * strain)) {
    leave(scene, Math.min(delay, patience))
    return
  }
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
export function takes(scene: Scene): Agent {
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

export function assign(scene: Scene, agent: Agent): void {
  wait(scene, 1)
  add(scene, 'conversation.assigned', { agent_id: agent.id, team_id: deskId(scene.shop, agent.desk) })
}

/** Question and answer, and now and then somebody else takes over. Gives who had the last word. */
export function converse(scene: Scene, first: Agent): Agent {
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
export function call(scene: Scene, agent: Agent): void {
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
