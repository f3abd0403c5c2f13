import { createRandom } from './random.ts'
import { createScript, type Planned } from './script.ts'
import { talks } from './talk/talks.ts'
import { demoChannels, deskId, type Shop, serviceHours, touchpointId } from './world.ts'

const deskNames = {
  en: { sales: 'Sales', service: 'Service' },
  nl: { sales: 'Verkoop', service: 'Service' },
  ru: { sales: 'Продажи', service: 'Сервис' },
} as const

const channelNames = {
  web: 'Site',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  facebook: 'Messenger',
  email: 'E-mail',
} as const

/** Everything of a shop that has a name. */
export function describeShop(shop: Shop, at: number): readonly Planned[] {
  const script = createScript(shop.key, `${shop.key}-described`)
  const describe = (data: Readonly<Record<string, unknown>>) => script.add(at, 'entity.described', data)
  const names = deskNames[shop.language]
  for (const desk of ['sales', 'service'] as const) {
    const id = deskId(shop, desk)
    describe({ kind: 'team', id, name: `${names[desk]} ${shop.name}` })
    describe({ kind: 'inbox', id, name: names[desk] })
  }
  for (const { id, name, desk } of shop.agents)
    describe({
      kind: 'agent',
      id,
      name,
      role: desk,
      level: shop.parent === null ? 1 : 2,
      team_ids: [deskId(shop, desk)],
    })
  if (shop.bot) describe({ kind: 'bot', id: shop.bot.id, name: shop.bot.name, description: shop.bot.description })
  for (const channel of demoChannels) {
    const name = `${shop.name} – ${channelNames[channel]}`
    const hours = channel === 'email' ? {} : { service_hours: serviceHours, time_zone: shop.timeZone }
    describe({ kind: 'touchpoint', id: touchpointId(shop, channel), name, channel, ...hours })
  }
  const { firstNames, lastNames } = talks[shop.language]
  const random = createRandom(`${shop.key} contacts`)
  for (let contact = 1; contact <= shop.contacts; contact += 1)
    describe({
      kind: 'contact',
      id: `${shop.key}-c${contact}`,
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    })
  return script.events
}
