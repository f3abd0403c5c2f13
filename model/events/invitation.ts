import { z } from 'zod'
import { channel } from './channel.ts'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label, url } from './fields.ts'

export const invitationEvents = {
  'invitation.sent': declareEvent({
    what: 'A contact was invited to a conversation, for instance about their car in the workshop.',
    schema: z.looseObject({
      conversation_id: id,
      campaign: label.optional(),
      template: label.optional(),
      channel: channel.optional(),
      conversation_url: url.optional(),
    }),
    subject: subjectBy('conversation', 'conversation_id'),
    samples: [
      {
        id: 'inv-2026-03-02-0017',
        source: '/workshop/planner',
        time: '2026-03-02T06:00:00Z',
        data: {
          conversation_id: 'ws-0017',
          campaign: 'workshop_appointment',
          template: 'your_car_is_in',
          channel: 'whatsapp',
          conversation_url: 'https://chat.garage.example/c/ws-0017',
        },
      },
      {
        id: 'sms-991',
        source: '/sms/gateway-2',
        time: '2026-03-02T06:00:01.250Z',
        data: { conversation_id: 'ws-0018', channel: 'sms' },
      },
    ],
  }),
}
