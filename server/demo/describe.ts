import { type Channel, type DemoOrganization, deskId, touchpointId, trunkId } from './organizations/organization.ts'
import { contactOf } from './people.ts'
import { createScript, type Planned } from './script.ts'

const deskNames = {
  en: { sales: 'Sales', service: 'Service' },
  nl: { sales: 'Verkoop', service: 'Service' },
  ru: { sales: 'Продажи', service: 'Сервис' },
} as const

const channelNames: Readonly<Partial<Record<Channel, string>>> = {
  web: 'Site',
  whatsapp: 'WhatsApp',
  facebook: 'Messenger',
  vkontakte: 'VK',
  wechat: 'WeChat',
  line: 'LINE',
  email: 'E-mail',
  sms: 'SMS',
  api: 'App',
}

/** The channels that notifications go out through, which need no conversations. */
const outgoing: readonly Channel[] = ['sms', 'whatsapp', 'email', 'push', 'viber']

/** When somebody is there. Mail is answered when it is answered. */
const serviceHours = {
  weekly: {
    mon: [['08:00', '20:30']],
    tue: [['08:00', '20:30']],
    wed: [['08:00', '20:30']],
    thu: [['08:00', '20:30']],
    fri: [['08:00', '20:30']],
    sat: [['09:00', '18:00']],
    sun: [['09:00', '17:30']],
  },
} as const

/** Everything of an organization that has a name. */
export function describeOrganization(organization: DemoOrganization, at: number): readonly Planned[] {
  const { key, name, language, agents, bots, contacts, timeZone } = organization
  const script = createScript(key, `${key}-described`)
  const tell = (data: Readonly<Record<string, unknown>>) => script.add(at, 'entity.described', data)
  for (const desk of ['sales', 'service'] as const) {
    const id = deskId(organization, desk)
    tell({ kind: 'team', id, name: `${deskNames[language][desk]} ${name}` })
    tell({ kind: 'inbox', id, name: deskNames[language][desk] })
  }
  for (const { id, name, desk, level } of agents)
    tell({ kind: 'agent', id, name, role: desk, level, team_ids: [deskId(organization, desk)] })
  for (const { id, name, description } of bots) tell({ kind: 'bot', id, name, description })
  tell({ kind: 'bot', id: `${key}-caller`, name: `${name} Caller`, description: callerDescriptions[language] })
  for (const channel of new Set([...(Object.keys(organization.channels) as Channel[]), ...outgoing])) {
    const called = channelNames[channel] ?? channel[0]?.toUpperCase() + channel.slice(1)
    const hours = channel === 'email' ? {} : { service_hours: serviceHours, time_zone: timeZone }
    tell({
      kind: 'touchpoint',
      id: touchpointId(organization, channel),
      name: `${name} – ${called}`,
      channel,
      ...hours,
    })
  }
  for (const line of [1, 2]) {
    const id = trunkId(organization, line)
    const hours = { service_hours: serviceHours, time_zone: timeZone }
    tell({ kind: 'touchpoint', id, name: `${name} – ☎ ${line}`, channel: 'voice', ...hours })
  }
  for (let number = 1; number <= contacts; number += 1) {
    const contact = contactOf(organization, number)
    tell({ kind: 'contact', id: contact.contact_id, name: contact.name })
    // Who is known has been on the site under that name.
    script.add(at, 'contact.identified', { ...contact, visitor_id: `v-${contact.contact_id}` })
  }
  return script.events
}

const callerDescriptions = {
  en: 'Calls to confirm appointments',
  nl: 'Belt om afspraken te bevestigen',
  ru: 'Звонит, чтобы подтвердить запись',
} as const
