import { z } from 'zod'
import { channel } from './channel.ts'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label, list, text, url } from './fields.ts'
import { money } from './money.ts'

export const messageEvents = {
  'message.sent': declareEvent({
    what: 'Somebody, or a bot, wrote in a conversation. System and private messages are kept but never counted.',
    schema: z.looseObject({
      conversation_id: id,
      author: z.looseObject({
        kind: z.enum(['contact', 'agent', 'bot', 'system']),
        id: id.optional(),
        name: label.optional(),
      }),
      text: text.optional(),
      channel: channel.optional(),
      touchpoint_id: id.optional(),
      visitor_id: id.optional(),
      contact_id: id.optional(),
      contact_online: z.boolean().optional(),
      url: url.optional(),
      attachments: list(z.unknown(), 1_000).optional(),
      auto_message_id: id.optional(),
      private: z.boolean().optional(),
      price: money.optional(),
    }),
    subject: subjectBy('conversation', 'conversation_id'),
    samples: [
      {
        id: 'm-1',
        source: '/chat/eu',
        time: '2026-03-02T08:14:44.300Z',
        data: {
          conversation_id: 'c-20931',
          author: { kind: 'contact', id: 'v-5f9c2a7e41' },
          channel: 'web',
          touchpoint_id: 'w1',
          visitor_id: 'v-5f9c2a7e41',
          url: 'https://www.velo-utrecht.example/fietsen/e-bikes',
          auto_message_id: 'am-1',
          text: 'Hoi! Past de Kalkhoff Image ook bij iemand van 1,58 m? 🚲',
        },
      },
      {
        id: 'm-2',
        source: '/chat/eu',
        time: '2026-03-02T08:15:20.118Z',
        data: {
          conversation_id: 'c-20931',
          author: { kind: 'agent', id: 'bram', name: 'Bram' },
          channel: 'web',
          contact_online: true,
          private: false,
          text: 'Jazeker: maat S.\nZal ik er een voor je klaarzetten?',
        },
      },
      {
        id: 'wamid.HBgLOTcyOTg3NjU0MzIxFQIAEhg',
        source: '/whatsapp/1122334455667',
        time: '2026-03-02T11:00:23+02:00',
        data: {
          conversation_id: 'wa:972987654321',
          author: { kind: 'bot', id: 'greeter' },
          channel: 'whatsapp',
          contact_id: 'wa:972987654321',
          text: 'Здравствуйте! Чем помочь?',
          attachments: [{ type: 'image', mime_type: 'image/jpeg', bytes: 48_211 }],
          price: { amount: '0.0575', currency: 'EUR' },
        },
      },
    ],
  }),
}
