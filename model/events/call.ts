import { z } from 'zod'
import { declareEvent, type EventData, type Subject } from './event-declaration.ts'
import { id, label, seconds } from './fields.ts'
import { money } from './money.ts'

export const callStatuses = [
  'queued',
  'ringing',
  'answered',
  'completed',
  'busy',
  'no_answer',
  'failed',
  'canceled',
] as const

/** A call within a conversation belongs to its thread; any other is a thread of its own. */
function subject(data: EventData): Subject {
  return data.conversation_id === undefined
    ? { kind: 'call', id: String(data.call_id) }
    : { kind: 'conversation', id: String(data.conversation_id) }
}

export const callEvents = {
  'call.updated': declareEvent({
    what: 'A telephone or video call came in or went out, or its status changed.',
    schema: z.looseObject({
      call_id: id,
      status: z.enum(callStatuses),
      medium: z.enum(['voice', 'video']),
      direction: label.optional(),
      conversation_id: id.optional(),
      trunk: label.optional(),
      touchpoint_id: id.optional(),
      agent_id: id.optional(),
      bot_id: id.optional(),
      bot_evaluation: label.optional(),
      contact_id: id.optional(),
      talk_seconds: seconds.optional(),
      wrap_seconds: seconds.optional(),
      price: money.optional(),
    }),
    subject,
    samples: [
      {
        id: 'CA8d2f/completed',
        source: '/pbx/asterisk-1',
        time: '2026-03-02T09:12:45Z',
        data: {
          call_id: 'CA8d2f',
          status: 'completed',
          medium: 'voice',
          direction: 'inbound',
          trunk: 'kpn-1',
          agent_id: 'anna',
          contact_id: '+31201234567',
          talk_seconds: 183.4,
          wrap_seconds: 20,
          price: { amount: '0.094500', currency: 'EUR' },
        },
      },
      {
        id: 'video-77/answered',
        source: 'urn:video-desk:ams',
        time: '2026-03-02T14:30:18Z',
        data: {
          call_id: 'video-77',
          status: 'answered',
          medium: 'video',
          conversation_id: 'c-20944',
          agent_id: 'anna',
        },
      },
      {
        id: 'robo-3391',
        source: '/pbx/dialer',
        time: '2026-03-02T15:00:00+03:00',
        data: {
          call_id: '3391',
          status: 'no_answer',
          medium: 'voice',
          direction: 'outbound',
          touchpoint_id: 'reminders',
          bot_id: 'reminder',
          bot_evaluation: 'Автоответчик',
        },
      },
    ],
  }),
}
