import type { Event } from '../events.ts'

const hour = 3_600_000
const many = 160

/**
 * What a month holds besides conversations, the same every time: visits with widget and auto messages, requests, bots,
 * surveys, orders in two currencies, notifications in every status, calls up to this minute, invitations, contacts who come
 * back to an answer, service hours and presence. Ends with the given instant.
 */
export function monthBesides(until: number): Event[] {
  const events: Event[] = []
  const add = (id: string, type: string, at: number, data: Record<string, unknown>) =>
    events.push({ specversion: '1.0', id, source: '/browser', type, time: new Date(at).toISOString(), data })
  add('bot-b-1', 'entity.described', Date.UTC(2024, 0, 1), { kind: 'bot', id: 'b-1', name: 'Fietsbot' })
  add('bot-b-2', 'entity.described', Date.UTC(2024, 0, 1), { kind: 'bot', id: 'b-2', name: 'Night bot' })
  const day = [['08:00', '20:00']]
  add('hours', 'entity.described', Date.UTC(2024, 0, 2), {
    kind: 'touchpoint',
    id: 'w-1',
    name: 'Site',
    time_zone: 'Europe/Amsterdam',
    service_hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } },
  })
  for (let number = 0; number < 3; number += 1) call(many + number, until, 'a-1', add)
  for (let number = 0; number < many; number += 1) {
    const at = until - (many - number) * 4.5 * hour
    const talk = `talk-${number}`
    const visitor_id = `v-${number % 40}`
    const agent_id = number % 2 === 0 ? 'a-1' : 'a-2'
    const url = `https://velo.example/${['bikes', 'service', 'sale', 'cards/gift'][number % 4]}`
    visit(number, at - 300_000, visitor_id, url, add)
    const initiator = number % 3 === 0 ? 'agent' : 'contact'
    const medium = (['text', 'text', 'voice', 'video'] as const)[number % 4]
    add(`request-${number}`, 'conversation.requested', at - 30_000, {
      conversation_id: talk,
      initiator,
      medium,
      visitor_id,
      url,
      touchpoint_id: 'w-1',
      channel: 'web',
      ...(initiator === 'agent' && { agent_id }),
    })
    add(`assigned-${number}`, 'conversation.assigned', at + 10_000, { conversation_id: talk, agent_id })
    if (number % 5 === 0) bot(number, at, talk, visitor_id, add)
    if (number % 7 !== 0) {
      add(`survey-${number}`, 'survey.answered', at + 3_600_000, {
        conversation_id: talk,
        rating: 1 + ((number * 7) % 5),
        scale: 5,
        submitted: true,
        agent_id,
        ...(number % 3 === 0 && { feedback: 'Quick and friendly, thank you.' }),
      })
    }
    if (number % 6 === 1) {
      add(`order-${number}`, 'order.placed', at + 2 * hour, {
        order_id: `o-${number}`,
        visitor_id,
        total: { amount: `${120 + number}.50`, currency: number % 24 === 1 ? 'USD' : 'EUR' },
      })
    }
    if (number % 9 === 0) lateReply(number, at, add)
    notification(number, at, add)
    call(number, at, agent_id, add)
    add(`presence-on-${number}`, 'agent.presence_changed', at, { agent_id, status: 'online' })
    add(`presence-off-${number}`, 'agent.presence_changed', at + 2 * hour, {
      agent_id,
      status: number % 4 === 0 ? 'paused' : 'offline',
    })
    if (number % 8 === 0) {
      add(`invitation-${number}`, 'invitation.sent', at - hour, {
        // Some never join.
        conversation_id: number % 24 === 0 ? `silent-${number}` : talk,
        campaign: number % 16 === 0 ? 'Spring check' : 'Winter tyres',
        channel: 'sms',
        conversation_url: `https://velo.example/talk/${number}`,
      })
    }
  }
  return events
}

type Add = (id: string, type: string, at: number, data: Record<string, unknown>) => void

function visit(number: number, at: number, visitor_id: string, url: string, add: Add): void {
  const seen = { visitor_id, touchpoint_id: 'w-1', url }
  add(`page-${number}`, 'page.viewed', at, seen)
  add(`shown-${number}`, 'widget.shown', at + 1000, seen)
  if (number % 3 !== 0) add(`clicked-${number}`, 'widget.clicked', at + 9000, { ...seen, target: 'launcher' })
  const trigger = number % 2 === 0 ? 'Time on page' : 'Exit intent'
  const message = { visitor_id, auto_message_id: `m-${number % 3}`, trigger, url, text: 'Can we help you choose?' }
  add(`auto-${number}`, 'auto_message.shown', at + 4000, message)
  if (number % 4 === 0) add(`auto-click-${number}`, 'auto_message.clicked', at + 6000, message)
}

function bot(number: number, at: number, conversation_id: string, visitor_id: string, add: Add): void {
  const bot_id = number % 10 === 0 ? 'b-1' : 'b-2'
  add(`bot-${number}`, 'bot.started', at - 20_000, { conversation_id, bot_id })
  const say = (seconds: number, author: object, text: string) =>
    add(`bot-${number}-${seconds}`, 'message.sent', at + seconds * 1000, {
      conversation_id,
      author,
      text,
      channel: 'web',
      touchpoint_id: 'w-1',
    })
  say(-15, { kind: 'contact', id: visitor_id }, 'Do you repair e-bikes?')
  say(-10, { kind: 'bot', id: bot_id }, 'We do. I fetch a colleague for you.')
  add(`bot-over-${number}`, 'bot.handed_over', at - 5000, { conversation_id, bot_id })
}

/** An agent answers when the contact has left, and the contact comes back to it. */
function lateReply(number: number, at: number, add: Add): void {
  const say = (minutes: number, author: object, more: object = {}) =>
    add(`late-${number}-${minutes}`, 'message.sent', at + minutes * 60_000, {
      conversation_id: `late-${number}`,
      author,
      text: 'About the winter tyres',
      channel: 'web',
      touchpoint_id: 'w-1',
      ...more,
    })
  say(1, { kind: 'contact', id: `v-${number % 40}` })
  say(9, { kind: 'agent', id: 'a-1' }, { contact_online: false })
  say(10 + (number % 50), { kind: 'contact', id: `v-${number % 40}` })
}

const statuses = ['delivered', 'delivered', 'delivered', 'pending', 'undelivered', 'error', 'delayed', 'canceled']

function notification(number: number, at: number, add: Add): void {
  const channel = (['sms', 'viber', 'email', 'whatsapp', 'push'] as const)[number % 5]
  add(`notification-${number}`, 'notification.updated', at, {
    notification_id: `n-${number}`,
    channel,
    status: statuses[number % statuses.length],
    campaign: 'Spring check',
    template: 'reminder',
    touchpoint_id: 'w-1',
    ...(channel === 'sms' && { parts: 2 }),
    price: { amount: '0.08', currency: 'EUR' },
  })
}

const endings = ['completed', 'completed', 'completed', 'busy', 'no_answer', 'failed']

function call(number: number, at: number, agent_id: string, add: Add): void {
  const status = endings[number % endings.length]
  add(`call-${number}`, 'call.updated', at, {
    call_id: `call-${number}`,
    status,
    medium: 'voice',
    direction: number % 2 === 0 ? 'inbound' : 'outbound',
    trunk: number % 3 === 0 ? 'trunk-1' : 'trunk-2',
    agent_id,
    bot_evaluation: ['good', 'neutral', 'bad'][number % 3],
    ...(status === 'completed' && { talk_seconds: 20 + ((number * 37) % 900), wrap_seconds: 30 }),
  })
}
