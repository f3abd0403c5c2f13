import { add, contactSays, type Scene, wait } from './scene.ts'
import { topics } from './talk/talk.ts'
import { topicDetails } from './talk/talks.ts'
import type { Agent } from './world.ts'

/** What came of it, how it ended, and what the contact thinks. */
export function finish(scene: Scene, agent: Agent, isImpatient: boolean, strain: number): void {
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
  const scored = isTen ? { rating: Math.min(10, rating * 2 + random.whole(-1, 1)), scale: 10 } : { rating, scale: 5 }
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
export function leave(scene: Scene, seconds: number): void {
  const { random, talk } = scene
  if (random.chance(0.5)) contactSays(scene, random.pick(talk.nudges), seconds * 0.7)
  wait(scene, seconds * 0.3 + 60)
  end(scene, 'contact_left')
}

export function record(
  scene: Scene,
  by: { kind: 'agent' | 'bot'; id: string },
  effective: boolean,
  lead: boolean,
): void {
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

export function end(scene: Scene, reason: 'resolved' | 'agent_closed' | 'contact_left'): void {
  wait(scene, 1)
  add(scene, 'conversation.ended', { reason })
}
