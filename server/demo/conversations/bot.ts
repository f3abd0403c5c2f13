import { end, record } from './ending.ts'
import { add, contactSays, type Scene, thereIn, wait } from './scene.ts'

/** The bot takes the first turn where there is one. True when nobody else is needed. */
export function meetBot(scene: Scene): boolean {
  const { organization, channel, manners, random, topic } = scene
  const bot = organization.bots.find(({ channels }) => channels.includes(channel))
  if (bot === undefined) return false
  const says = (text: string) => {
    wait(scene, 1.5)
    add(scene, 'message.sent', { author: { kind: 'bot', id: bot.id, name: bot.name }, channel, text })
  }
  const isAnybodyThere = thereIn(scene).length > 0
  wait(scene, 1)
  add(scene, 'bot.started', { bot_id: bot.id })
  says(random.pick(manners.welcome))
  contactSays(scene, random.pick(topic.openers), random.about(18))
  if (random.chance(0.28)) {
    says(random.pick(organization.trade.answers))
    contactSays(scene, random.pick(manners.thanks), random.about(25))
    record(scene, { kind: 'bot', id: bot.id }, random.chance(0.5), false)
    end(scene, 'resolved')
    return true
  }
  if (!isAnybodyThere) {
    says(random.pick(manners.closed))
    if (random.chance(0.6)) {
      contactSays(scene, `${scene.script.key}@mail.example`, random.about(40))
      record(scene, { kind: 'bot', id: bot.id }, true, true)
    }
    wait(scene, 600)
    end(scene, 'timeout')
    return true
  }
  says(random.pick(manners.handover))
  add(scene, 'bot.handed_over', { bot_id: bot.id })
  return false
}
