import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id } from './fields.ts'

const subject = subjectBy('agent', 'agent_id')

export const agentEvents = {
  'agent.presence_changed': declareEvent({
    what: 'An agent came online, paused or left.',
    schema: z.looseObject({ agent_id: id, status: z.enum(['online', 'paused', 'offline']) }),
    subject,
    samples: [
      {
        id: 'presence-anna-1772434800',
        source: '/chat/eu',
        time: '2026-03-02T07:00:00Z',
        data: { agent_id: 'anna', status: 'online' },
      },
      {
        id: 'ext-204/pause/18',
        source: '/pbx/asterisk-1',
        time: '2026-03-02T12:00:00.000+01:00',
        data: { agent_id: 'bram', status: 'paused', reason: 'lunch' },
      },
    ],
  }),
  'agent.active': declareEvent({
    what: 'An agent did something: looked at a conversation, changed a contact. Tells who uses the desk.',
    schema: z.looseObject({ agent_id: id }),
    subject,
    samples: [
      { id: 'active-anna-2026-03-02', source: '/chat/eu', time: '2026-03-02T07:00:12Z', data: { agent_id: 'anna' } },
      {
        id: 'cw-user-19-1772443200',
        source: 'https://chatwoot.example/accounts/3',
        time: '2026-03-02T09:20:00Z',
        data: { agent_id: 'u-19', screen: 'conversation' },
      },
    ],
  }),
}
