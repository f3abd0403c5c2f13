import { dayMs } from '@parley/core/time/granularity.ts'
import { placeOrder } from '../orders.ts'
import type { Agent } from '../organizations/organization.ts'
import { nameOfTopic } from '../talk/talk.ts'
import { add, contactSays, type Scene, strainIn, wait, whoIn } from './scene.ts'

/** What came of it, how it ended, what the contact thinks and perhaps buys. */
export function finish(scene: Scene, agent: Agent, isImpatient: boolean): void {
  const { channel, random, topic, script } = scene
  const isLead = topic.desk === 'sales' && random.chance(0.35)
  const isEffective = random.chance(agent.effective)
  wait(scene, random.about(30))
  if (isLead) identify(scene)
  if (random.chance(0.88)) record(scene, { kind: 'agent', id: agent.id }, isEffective, isLead)
  if (random.chance(0.82)) {
    wait(scene, random.about(60))
    end(scene, random.weighted({ resolved: 0.75, agent_closed: 0.12, contact_left: 0.08, timeout: 0.05 }))
  }
  if (channel !== 'email' && random.chance(0.34)) rate(scene, agent, isImpatient)
  if (topic.desk === 'sales' && isEffective && random.chance(0.4))
    placeOrder(script, whoIn(scene), scene.now + random.about(0.6, 0.9) * dayMs, random)
}

/** Who leaves a name and a number is no stranger any more. */
function identify(scene: Scene): void {
  if (scene.visitor === null || scene.contact !== null) return
  const { visitor_id } = scene.visitor
  const { firstNames, lastNames } = scene.manners
  scene.script.add(scene.now, 'contact.identified', {
    contact_id: `${visitor_id}-known`,
    visitor_id,
    name: `${scene.random.pick(firstNames)} ${scene.random.pick(lastNames)}`,
    email: `${visitor_id}@mail.example`,
  })
}

function rate(scene: Scene, agent: Agent, isImpatient: boolean): void {
  const { random, manners, visitor } = scene
  wait(scene, random.about(45))
  const mood = agent.rating + (random.next() - 0.5) * 2.4 - (isImpatient ? 0.8 : 0) - (strainIn(scene) > 2 ? 0.7 : 0)
  const rating = Math.max(1, Math.min(5, Math.round(mood)))
  const isTen = random.chance(0.3)
  const scored = isTen
    ? { rating: Math.max(0, Math.min(10, rating * 2 + random.whole(-1, 1))), scale: 10 }
    : { rating, scale: 5 }
  add(scene, 'survey.answered', {
    ...scored,
    submitted: random.chance(0.9),
    agent_id: agent.id,
    ...(visitor && { visitor_id: visitor.visitor_id }),
    ...(random.chance(0.35) && { feedback: random.pick(rating >= 4 ? manners.praise : manners.complaints) }),
  })
}

/** The contact has waited long enough. */
export function leave(scene: Scene, seconds: number): void {
  const { random, manners } = scene
  if (random.chance(0.5)) contactSays(scene, random.pick(manners.nudges), seconds * 0.7)
  wait(scene, seconds * 0.3 + 60)
  end(scene, 'contact_left')
}

export function record(
  scene: Scene,
  by: { readonly kind: 'agent' | 'bot'; readonly id: string },
  effective: boolean,
  lead: boolean,
): void {
  const { random, category, organization, script } = scene
  const outcome = {
    outcome_id: `${script.key}-outcome-${script.events.length}`,
    category,
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
  const [first = category, ...others] = Object.keys(organization.trade.topics).map(nameOfTopic)
  add(scene, 'outcome.recorded', { ...outcome, category: random.pick([first, ...others]) })
}

export function end(scene: Scene, reason: 'resolved' | 'agent_closed' | 'contact_left' | 'timeout'): void {
  wait(scene, 1)
  add(scene, 'conversation.ended', { reason })
}
