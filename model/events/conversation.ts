import { z } from 'zod'
import { channel } from './channel.ts'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, url } from './fields.ts'

const initiator = z.enum(['contact', 'agent'])
const subject = subjectBy('conversation', 'conversation_id')
const offer = z.looseObject({ conversation_id: id, agent_id: id })

export const conversationEvents = {
  'conversation.requested': declareEvent({
    what: 'A contact or an agent asked for a text, voice or video exchange.',
    schema: z.looseObject({
      conversation_id: id,
      initiator,
      medium: z.enum(['text', 'voice', 'video']),
      visitor_id: id.optional(),
      contact_id: id.optional(),
      agent_id: id.optional(),
      channel: channel.optional(),
      touchpoint_id: id.optional(),
      url: url.optional(),
      auto_message_id: id.optional(),
    }),
    subject,
    samples: [
      {
        id: 'req-c-20931',
        source: '/chat/eu',
        time: '2026-03-02T08:14:40.000Z',
        data: {
          conversation_id: 'c-20931',
          initiator: 'contact',
          medium: 'text',
          visitor_id: 'v-5f9c2a7e41',
          channel: 'web',
          touchpoint_id: 'w1',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          auto_message_id: 'am-1',
        },
      },
      {
        id: 'video-invite-77',
        source: 'urn:video-desk:ams',
        time: '2026-03-02T14:30:00Z',
        data: {
          conversation_id: 'c-20944',
          initiator: 'agent',
          medium: 'video',
          agent_id: 'anna',
          contact_id: 'crm-10233',
        },
      },
    ],
  }),
  'conversation.started': declareEvent({
    what: 'A conversation began in its source.',
    schema: z.looseObject({
      conversation_id: id,
      channel: channel.optional(),
      touchpoint_id: id.optional(),
      inbox_id: id.optional(),
      visitor_id: id.optional(),
      contact_id: id.optional(),
      url: url.optional(),
      initiator: initiator.optional(),
    }),
    subject,
    samples: [
      {
        id: 'start-c-20931',
        source: '/chat/eu',
        time: '2026-03-02T08:14:41.003Z',
        data: {
          conversation_id: 'c-20931',
          channel: 'web',
          touchpoint_id: 'w1',
          inbox_id: 'sales',
          visitor_id: 'v-5f9c2a7e41',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          initiator: 'contact',
        },
      },
      {
        id: 'wamid.HBgLOTcyOTg3NjU0MzIxFQIAEhg/start',
        source: '/whatsapp/1122334455667',
        time: '2026-03-02T09:00:23Z',
        data: {
          conversation_id: 'wa:972987654321',
          channel: 'whatsapp',
          touchpoint_id: 'wa-main',
          contact_id: 'wa:972987654321',
        },
      },
    ],
  }),
  'conversation.routed': declareEvent({
    what: 'A conversation was put into an inbox.',
    schema: z.looseObject({ conversation_id: id, inbox_id: id }),
    subject,
    samples: [
      {
        id: 'route-c-20931-1',
        source: '/chat/eu',
        time: '2026-03-02T08:14:41.010Z',
        data: { conversation_id: 'c-20931', inbox_id: 'sales' },
      },
      {
        id: 'chatwoot:8812:inbox',
        source: 'https://chatwoot.example/accounts/3',
        time: '2026-03-02T11:02:17Z',
        data: { conversation_id: 'cw-8812', inbox_id: '14', rule: 'keyword:service' },
      },
    ],
  }),
  'conversation.offered': declareEvent({
    what: 'A conversation was offered to an agent.',
    schema: offer,
    subject,
    samples: [
      {
        id: 'offer-c-20931-anna',
        source: '/chat/eu',
        time: '2026-03-02T08:14:42.000Z',
        data: { conversation_id: 'c-20931', agent_id: 'anna' },
      },
      {
        id: 'q-551/2',
        source: '/telegram/velo_bot',
        time: '2026-03-02T08:20:00Z',
        data: { conversation_id: 'tg-551', agent_id: 'u-19' },
      },
    ],
  }),
  'conversation.skipped': declareEvent({
    what: 'An agent let a conversation that was offered to them pass.',
    schema: offer,
    subject,
    samples: [
      {
        id: 'skip-c-20931-anna',
        source: '/chat/eu',
        time: '2026-03-02T08:14:57.000Z',
        data: { conversation_id: 'c-20931', agent_id: 'anna' },
      },
      {
        id: 'q-551/2/timeout',
        source: '/telegram/velo_bot',
        time: '2026-03-02T08:20:30Z',
        data: { conversation_id: 'tg-551', agent_id: 'u-19', after_seconds: 30 },
      },
    ],
  }),
  'conversation.assigned': declareEvent({
    what: 'A conversation was given to an agent (or, with `agent_id` null, taken from the one who had it), or to a team.',
    schema: z.looseObject({ conversation_id: id, agent_id: id.nullable(), team_id: id.optional() }),
    subject,
    samples: [
      {
        id: 'assign-c-20931-1',
        source: '/chat/eu',
        time: '2026-03-02T08:15:01.000Z',
        data: { conversation_id: 'c-20931', agent_id: 'bram', team_id: 'sales-nl' },
      },
      {
        id: 'chatwoot:8812:unassign',
        source: 'https://chatwoot.example/accounts/3',
        time: '2026-03-02T17:31:00Z',
        data: { conversation_id: 'cw-8812', agent_id: null },
      },
    ],
  }),
  'conversation.ended': declareEvent({
    what: 'A conversation was ended; what is said after it is a new session.',
    schema: z.looseObject({
      conversation_id: id,
      reason: z.enum(['resolved', 'timeout', 'contact_left', 'agent_closed']),
    }),
    subject,
    samples: [
      {
        id: 'end-c-20931-1',
        source: '/chat/eu',
        time: '2026-03-02T08:31:12.400Z',
        data: { conversation_id: 'c-20931', reason: 'resolved' },
      },
      {
        id: 'star-1-8',
        source: '/star',
        time: '2020-05-13T13:19:25Z',
        data: { conversation_id: 'star-1', reason: 'contact_left' },
      },
    ],
  }),
}
