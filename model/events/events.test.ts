import { describe, expect, it } from 'vitest'
import { cloudEventOf, type EventType, eventTypes } from './index.ts'

const types = Object.keys(eventTypes) as EventType[]

/** The fields of every type as the contract lists them: required ones first, then optional ones. */
const contract: Record<EventType, readonly [string, string]> = {
  'page.viewed': ['visitor_id url', 'referrer title touchpoint_id locale screen contact_id'],
  'widget.shown': ['visitor_id touchpoint_id url', ''],
  'widget.clicked': ['visitor_id touchpoint_id url target', 'auto_message_id'],
  'auto_message.shown': ['visitor_id auto_message_id trigger url', 'text target_url'],
  'auto_message.clicked': ['visitor_id auto_message_id trigger url', 'text target_url'],
  'contact.identified': ['contact_id', 'visitor_id name email phone'],
  'conversation.requested': [
    'conversation_id initiator medium',
    'visitor_id contact_id agent_id channel touchpoint_id url auto_message_id',
  ],
  'conversation.started': ['conversation_id', 'channel touchpoint_id inbox_id visitor_id contact_id url initiator'],
  'conversation.routed': ['conversation_id inbox_id', ''],
  'conversation.offered': ['conversation_id agent_id', ''],
  'conversation.skipped': ['conversation_id agent_id', ''],
  'conversation.assigned': ['conversation_id agent_id', 'team_id'],
  'conversation.ended': ['conversation_id reason', ''],
  'message.sent': [
    'conversation_id author',
    'text channel touchpoint_id visitor_id contact_id contact_online url attachments auto_message_id private price',
  ],
  'bot.started': ['conversation_id bot_id', 'agent_id'],
  'bot.handed_over': ['conversation_id bot_id', 'agent_id'],
  'outcome.recorded': ['conversation_id', 'outcome_id category effective lead chatpoints points_v1 by'],
  'survey.answered': ['conversation_id submitted', 'rating scale feedback agent_id visitor_id'],
  'invitation.sent': ['conversation_id', 'campaign template channel conversation_url'],
  'order.placed': ['order_id total', 'visitor_id contact_id shipping tax discount'],
  'order.refunded': ['order_id amount', 'visitor_id contact_id'],
  'notification.updated': [
    'notification_id channel status',
    'campaign template parts price error_code contact_id touchpoint_id',
  ],
  // With touchpoint_id in addition.
  'call.updated': [
    'call_id status medium',
    'direction conversation_id trunk touchpoint_id agent_id bot_id bot_evaluation contact_id talk_seconds wrap_seconds price',
  ],
  'agent.presence_changed': ['agent_id status', ''],
  'agent.active': ['agent_id', ''],
  'entity.described': ['kind id', 'name description role level team_ids channel service_hours time_zone'],
}

const words = (list: string) => list.split(' ').filter((word) => word !== '')

describe('the types of events', () => {
  it('are those of the contract, no more and no fewer', () => {
    expect(types.toSorted()).toEqual(Object.keys(contract).toSorted())
  })

  it.each(types)('%s has the fields of the contract, required and optional as it says', (type) => {
    const { shape } = eventTypes[type].schema
    const required = Object.keys(shape).filter((field) => !shape[field]?.safeParse(undefined).success)
    const optional = Object.keys(shape).filter((field) => !required.includes(field))
    expect(required.toSorted()).toEqual(words(contract[type][0]).toSorted())
    expect(optional.toSorted()).toEqual(words(contract[type][1]).toSorted())
  })

  it.each(types)('%s takes each of its samples, and keeps what it does not know', (type) => {
    const { schema, samples } = eventTypes[type]
    for (const { data } of samples) {
      expect(schema.parse(data)).toEqual(data)
      expect(schema.parse({ ...data, a_field_of_tomorrow: { kept: true } })).toHaveProperty(
        'a_field_of_tomorrow.kept',
        true,
      )
    }
  })

  it.each(types)('%s has samples from different sources, each its own event', (type) => {
    const { samples } = eventTypes[type]
    expect(samples.length).toBeGreaterThanOrEqual(2)
    expect(new Set(samples.map(({ source }) => source)).size).toBeGreaterThanOrEqual(2)
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length)
  })

  it.each(types)('%s shows each of its fields in a sample', (type) => {
    const shown = new Set(eventTypes[type].samples.flatMap(({ data }) => Object.keys(data)))
    expect(Object.keys(eventTypes[type].schema.shape).filter((field) => !shown.has(field))).toEqual([])
  })

  it('are sent as CloudEvents', () => {
    const [sample] = eventTypes['conversation.routed'].samples
    expect(sample && cloudEventOf('conversation.routed', sample)).toEqual({
      specversion: '1.0',
      id: 'route-c-20931-1',
      source: '/chat/eu',
      type: 'conversation.routed',
      time: '2026-03-02T08:14:41.010Z',
      data: { conversation_id: 'c-20931', inbox_id: 'sales' },
    })
  })
})

describe('the subject of an event', () => {
  const cases: readonly [EventType, Record<string, unknown>, string, string][] = [
    ['page.viewed', { visitor_id: 'v-1' }, 'visitor', 'v-1'],
    ['widget.shown', { visitor_id: 'v-1' }, 'visitor', 'v-1'],
    ['auto_message.clicked', { visitor_id: 'v-1' }, 'visitor', 'v-1'],
    ['contact.identified', { contact_id: 'p-1', visitor_id: 'v-1' }, 'visitor', 'v-1'],
    ['contact.identified', { contact_id: 'p-1' }, 'contact', 'p-1'],
    ['conversation.assigned', { conversation_id: 'c-1', agent_id: 'a-1' }, 'conversation', 'c-1'],
    ['message.sent', { conversation_id: 'c-1', contact_id: 'p-1' }, 'conversation', 'c-1'],
    ['survey.answered', { conversation_id: 'c-1' }, 'conversation', 'c-1'],
    ['invitation.sent', { conversation_id: 'c-1' }, 'conversation', 'c-1'],
    ['order.refunded', { order_id: 'o-1', visitor_id: 'v-1' }, 'order', 'o-1'],
    ['notification.updated', { notification_id: 'n-1' }, 'notification', 'n-1'],
    ['call.updated', { call_id: 'k-1' }, 'call', 'k-1'],
    ['call.updated', { call_id: 'k-1', conversation_id: 'c-1' }, 'conversation', 'c-1'],
    ['agent.active', { agent_id: 'a-1' }, 'agent', 'a-1'],
    ['entity.described', { kind: 'team', id: 'sales' }, 'entity', 'team:sales'],
  ]

  it.each(cases)('of %s with %o is %s %s', (type, data, kind, id) => {
    expect(eventTypes[type].subject(data)).toEqual({ kind, id })
  })
})
