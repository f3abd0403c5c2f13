import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, label } from './fields.ts'

export const outcomeEvents = {
  'outcome.recorded': declareEvent({
    what: 'An agent or a bot recorded what came of a conversation. The same `outcome_id` again replaces it.',
    schema: z.looseObject({
      conversation_id: id,
      outcome_id: id.optional(),
      category: label.optional(),
      effective: z.boolean().optional(),
      lead: z.boolean().optional(),
      chatpoints: z.number().optional(),
      points_v1: z.number().optional(),
      by: z.looseObject({ kind: z.enum(['contact', 'agent', 'bot', 'system']), id: id.optional() }).optional(),
    }),
    subject: subjectBy('conversation', 'conversation_id'),
    samples: [
      {
        id: 'outcome-c-20931-1',
        source: '/chat/eu',
        time: '2026-03-02T08:30:40Z',
        data: {
          conversation_id: 'c-20931',
          outcome_id: 'o-1',
          category: 'new_bike',
          effective: true,
          lead: true,
          chatpoints: 3,
          points_v1: 1.5,
          by: { kind: 'agent', id: 'bram' },
        },
      },
      {
        id: 'flow-17/run-4402/result',
        source: '/telegram/velo_bot',
        time: '2026-03-02T08:21:00Z',
        data: { conversation_id: 'tg-551', category: 'Сервис', effective: false, by: { kind: 'bot', id: 'flow-17' } },
      },
    ],
  }),
}
