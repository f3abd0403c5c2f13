import { type Agent, deskId } from '../organizations/organization.ts'
import { nextShift } from '../shifts.ts'
import { showByVideo } from './by-video.ts'
import { finish, leave } from './ending.ts'
import { paceOf } from './pace.ts'
import { add, agentSays, contactSays, type Scene, strainIn, thereIn, wait } from './scene.ts'

/** How long a contact waits for the first answer on the site, in seconds, as a median. */
const patienceSeconds = 600

/** Somebody takes it, sooner or later; or the contact leaves before. */
export function meetAgent(scene: Scene): void {
  const { channel, manners, random } = scene
  const askedAt = scene.now
  const { calm } = paceOf(channel)
  if (thereIn(scene).length === 0) {
    // Who writes by messenger or mail finds the answer in the morning; on the site hardly anybody comes back for it.
    if (calm === 1 || random.chance(0.15)) {
      leave(scene, random.about(240))
      return
    }
    waitForMorning(scene)
  }
  const agent = takes(scene)
  const strain = strainIn(scene)
  const delay = random.about(agent.replySeconds * calm * strain)
  const patience = random.about(patienceSeconds)
  if ((calm === 1 && delay > patience) || random.chance(0.012 * strain)) {
    leave(scene, Math.min(delay, patience))
    return
  }
  assign(scene, agent)
  wait(scene, delay)
  if (random.chance(agent.greets)) {
    agentSays(scene, agent, random.pick(manners.greetings))
    wait(scene, random.about(agent.replySeconds * 0.4 * strain))
  }
  const last = converse(scene, agent)
  finish(scene, last, (scene.now - askedAt) / 1000 > patience)
}

function waitForMorning(scene: Scene): void {
  scene.now = nextShift(scene.year, scene.organization, scene.now) + scene.random.about(900) * 1000
}

/** Offers it to who is there until somebody does not let it pass. */
function takes(scene: Scene): Agent {
  const { organization, topic, random } = scene
  const there = thereIn(scene)
  const [anybody = organization.agents[0]] = there
  let chosen = anybody
  for (let asked: readonly Agent[] = []; asked.length < 3; asked = [...asked, chosen]) {
    const others = there.filter((agent) => !asked.includes(agent))
    const fit = others.filter(({ desk }) => desk === topic.desk)
    const [first, ...rest] = fit.length > 0 && random.chance(0.85) ? fit : others
    if (first === undefined) return chosen
    chosen = random.pick([first, ...rest])
    wait(scene, 1)
    add(scene, 'conversation.offered', { agent_id: chosen.id })
    if (others.length < 2 || !random.chance(chosen.skips)) return chosen
    wait(scene, 30)
    add(scene, 'conversation.skipped', { agent_id: chosen.id })
  }
  return chosen
}

export function assign(scene: Scene, agent: Agent): void {
  wait(scene, 1)
  add(scene, 'conversation.assigned', { agent_id: agent.id, team_id: deskId(scene.organization, agent.desk) })
}

/** Question and answer, and now and then somebody else takes over. Gives who had the last word. */
export function converse(scene: Scene, first: Agent): Agent {
  const { channel, topic, manners, organization, random } = scene
  const { calm, thinkingSeconds } = paceOf(channel)
  const { exchanges } = topic
  const rounds = random.whole(1, exchanges.length)
  let agent = first
  for (const [index, [answer, question]] of exchanges.slice(0, rounds).entries()) {
    if (index > 0) {
      if (calm > 1 && thereIn(scene).length === 0) waitForMorning(scene)
      wait(scene, random.about(agent.replySeconds * 0.7 * calm * strainIn(scene)))
    }
    agentSays(scene, agent, answer)
    if (random.chance(0.04)) note(scene, agent)
    contactSays(scene, question, random.about(thinkingSeconds, 0.8))
    const other = thereIn(scene).find(({ id }) => id !== agent.id)
    if (other && random.chance(0.03)) {
      agent = other
      wait(scene, 5)
      assign(scene, agent)
      add(scene, 'message.sent', { author: { kind: 'system' }, text: manners.transferred })
    }
  }
  if (channel === 'web' && topic.desk === 'sales' && random.chance(0.12)) showByVideo(scene, agent)
  wait(scene, random.about(agent.replySeconds * 0.5 * calm * strainIn(scene)))
  agentSays(scene, agent, random.pick(organization.trade.closings))
  if (random.chance(0.7)) contactSays(scene, random.pick(manners.thanks), random.about(thinkingSeconds * 0.6))
  return agent
}

/** For colleagues only. */
function note(scene: Scene, agent: Agent): void {
  add(scene, 'message.sent', {
    author: { kind: 'agent', id: agent.id },
    private: true,
    text: scene.random.pick(scene.manners.notes),
  })
}
