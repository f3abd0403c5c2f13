import type { Agent } from '../organizations/organization.ts'
import { add, type Scene, wait } from './scene.ts'

/** They look at it together; or the contact would rather not. */
export function showByVideo(scene: Scene, agent: Agent): void {
  const about = {
    call_id: `${scene.script.key}-video-${scene.script.events.length}`,
    medium: 'video',
    direction: 'outbound',
    agent_id: agent.id,
  }
  wait(scene, 20)
  add(scene, 'call.updated', { ...about, status: 'ringing' })
  wait(scene, 12)
  if (scene.random.chance(0.25)) {
    add(scene, 'call.updated', { ...about, status: 'no_answer' })
    return
  }
  add(scene, 'call.updated', { ...about, status: 'answered' })
  const talk_seconds = Math.round(scene.random.about(240))
  wait(scene, talk_seconds)
  add(scene, 'call.updated', { ...about, status: 'completed', talk_seconds })
}
