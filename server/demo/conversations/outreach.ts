import { deskId } from '../organizations/organization.ts'
import { assign, converse } from './answering.ts'
import { finish } from './ending.ts'
import { paceOf } from './pace.ts'
import { add, agentSays, contactSays, placeIn, type Scene, strainIn, thereIn, wait, whoIn } from './scene.ts'

/** The organization writes first, about something from before. */
export function followUp(scene: Scene): void {
  const { organization, channel, random, manners, topic } = scene
  const [agent] = thereIn(scene)
  if (!agent) return
  add(scene, 'conversation.started', { ...placeIn(scene), ...whoIn(scene), initiator: 'agent' })
  add(scene, 'conversation.routed', { inbox_id: deskId(organization, topic.desk) })
  assign(scene, agent)
  wait(scene, 5)
  agentSays(scene, agent, random.pick(organization.trade.followUps))
  const { thinkingSeconds } = paceOf(channel)
  if (random.chance(0.6)) contactSays(scene, random.pick(manners.thanks), random.about(thinkingSeconds * 4, 1))
}

/** An agent sees somebody on the site and asks whether they want to talk. */
export function proposeTalk(scene: Scene): void {
  const { random, manners, topic } = scene
  const [agent] = thereIn(scene)
  if (!agent) return
  const medium = random.weighted({ text: 0.75, video: 0.25 })
  const request = { initiator: 'agent', medium, agent_id: agent.id, ...whoIn(scene), ...placeIn(scene) }
  add(scene, 'conversation.requested', request)
  wait(scene, 1)
  agentSays(scene, agent, random.pick(manners.greetings))
  // Who is in a hurry themselves asks with less charm.
  if (!random.chance(agent.rating > 4.5 ? 0.55 : 0.38)) return
  contactSays(scene, random.pick(topic.openers), random.about(20))
  assign(scene, agent)
  wait(scene, random.about(agent.replySeconds * strainIn(scene)))
  finish(scene, converse(scene, agent), false)
}
