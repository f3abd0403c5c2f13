import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id } from './fields.ts'

const schema = z.looseObject({ conversation_id: id, bot_id: id, agent_id: id.optional() })
const subject = subjectBy('conversation', 'conversation_id')

export const botEvents = {
  'bot.started': declareEvent({
    what: 'A bot took up a conversation.',
    schema,
    subject,
    samples: [
      {
        id: 'bot-c-20950-1',
        source: '/chat/eu',
        time: '2026-03-02T21:05:00.120Z',
        data: { conversation_id: 'c-20950', bot_id: 'greeter', agent_id: 'anna' },
      },
      {
        id: 'flow-17/run-4402',
        source: '/telegram/velo_bot',
        time: '2026-03-02T08:19:31Z',
        data: { conversation_id: 'tg-551', bot_id: 'flow-17', version: 12 },
      },
    ],
  }),
  'bot.handed_over': declareEvent({
    what: 'A bot handed a conversation over to people, or to one agent.',
    schema,
    subject,
    samples: [
      {
        id: 'bot-c-20950-2',
        source: '/chat/eu',
        time: '2026-03-02T21:06:10.000Z',
        data: { conversation_id: 'c-20950', bot_id: 'greeter' },
      },
      {
        id: 'flow-17/run-4402/handover',
        source: '/telegram/velo_bot',
        time: '2026-03-02T08:19:58Z',
        data: { conversation_id: 'tg-551', bot_id: 'flow-17', agent_id: 'u-19' },
      },
    ],
  }),
}
