import type { Event } from '../events.ts'

/**
 * A month of small conversations, the same every time: a contact asks, an agent answers (every seventh is missed), some
 * by WhatsApp, some with an outcome, all with named agents; who writes on the site does so from one of two cities. Ends with the
 * given instant.
 */
export function monthOfConversations(until: number): Event[] {
  const events: Event[] = [
    entity('agent', 'a-1', 'Ada Jansen'),
    entity('agent', 'a-2', 'Борис Волков'),
    entity('touchpoint', 'w-1', 'Site'),
  ]
  for (let number = 0; number < 160; number += 1) {
    const at = until - (160 - number) * 4.5 * hour
    const conversation = `talk-${number}`
    const say = (seconds: number, kind: 'contact' | 'agent', id: string, text: string) =>
      events.push({
        ...envelope(`${conversation}-${seconds}`, 'message.sent', at + seconds * 1000),
        data: {
          conversation_id: conversation,
          author: { kind, id },
          channel: number % 3 === 0 ? 'whatsapp' : 'web',
          touchpoint_id: 'w-1',
          ...(kind === 'contact' ? towns[number % 3] : {}),
          text,
        },
      })
    const agent = number % 2 === 0 ? 'a-1' : 'a-2'
    say(0, 'contact', `v-${number % 40}`, 'Hello, is the blue one in stock?')
    if (number % 7 === 0) continue
    say(20 + (number % 50), 'agent', agent, 'It is. Shall I keep one for you?')
    say(120, 'contact', `v-${number % 40}`, 'Yes please.')
    events.push({
      ...envelope(`${conversation}-outcome`, 'outcome.recorded', at + 130_000),
      data: {
        conversation_id: conversation,
        category: number % 2 ? 'sales' : 'service',
        effective: true,
        lead: number % 4 === 0,
        by: { kind: 'agent', id: agent },
      },
    })
  }
  return events
}

const hour = 3_600_000

const towns = [
  {},
  { country: 'NL', region: 'Utrecht', latitude: 52.1, longitude: 5.1 },
  { country: 'GB', region: 'England', latitude: 51.5, longitude: -0.1 },
]

function envelope(id: string, type: string, at: number): Omit<Event, 'data'> {
  return { specversion: '1.0', id, source: '/browser', type, time: new Date(at).toISOString() }
}

function entity(kind: string, id: string, name: string): Event {
  return { ...envelope(`${kind}-${id}`, 'entity.described', Date.UTC(2024, 0, 1)), data: { kind, id, name } }
}
