import { hourMs } from '@parley/core/time/granularity.ts'
import { type DemoOrganization, deskId, touchpointId } from './organizations/organization.ts'
import { someContact } from './people.ts'
import { createRandom } from './random.ts'
import { createScript, type Planned } from './script.ts'
import { onShift } from './shifts.ts'
import type { Language } from './talk/talk.ts'
import type { Year } from './year.ts'

/** What is said of something in the workshop: the contact's word, what the agent shares, and the thanks. */
const said: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: ['Hello, how is my bike doing?', 'Here is a photo: the chain is worn. Shall we replace it?', 'Yes, please do.'],
  nl: ['Hoi, hoe staat het met mijn fiets?', 'Kijk, de ketting is versleten. Zullen we hem vervangen?', 'Doe maar!'],
  ru: ['Здравствуйте, как там мой велосипед?', 'Вот фото: цепь изношена. Заменить?', 'Да, меняйте.'],
}

/** Whoever brought something into the workshop is invited to follow what becomes of it. */
export function playInvitation(
  year: Year,
  organization: DemoOrganization,
  key: string,
  startsAt: number,
): readonly Planned[] {
  const random = createRandom(key)
  const script = createScript(organization.key, key, startsAt + 48 * hourMs)
  const { contact_id } = someContact(organization, random)
  const channel = 'whatsapp'
  const conversation_id = `workshop:${key}`
  const [question, update, thanks] = said[organization.language]
  script.add(startsAt, 'invitation.sent', {
    conversation_id,
    campaign: random.weighted({ 'Workshop appointment': 0.8, 'Seasonal check': 0.2 }),
    template: 'Follow your bike',
    channel,
    conversation_url: `${organization.site}/workshop/${key}`,
  })
  if (!random.chance(0.62)) return script.events
  let now = startsAt + random.about(900) * 1000
  const place = { channel, touchpoint_id: touchpointId(organization, channel), contact_id }
  const contactSays = (text: string) =>
    script.add(now, 'message.sent', { conversation_id, author: { kind: 'contact', id: contact_id }, ...place, text })
  script.add(now - 1000, 'conversation.started', { conversation_id, ...place, initiator: 'contact' })
  contactSays(question)
  const agent = onShift(year, organization, now).find(({ desk }) => desk === 'service')
  if (agent === undefined || random.chance(0.15)) return script.events
  const team_id = deskId(organization, 'service')
  script.add(now + 1000, 'conversation.assigned', { conversation_id, agent_id: agent.id, team_id })
  now += random.about(agent.replySeconds * 6) * 1000
  script.add(now, 'message.sent', {
    conversation_id,
    author: { kind: 'agent', id: agent.id, name: agent.name },
    channel,
    contact_online: random.chance(0.4),
    text: update,
    attachments: [{ type: 'image', mime_type: 'image/jpeg' }],
  })
  now += random.about(600) * 1000
  contactSays(thanks)
  return script.events
}
