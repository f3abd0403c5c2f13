import { z } from 'zod'
import { declareEvent, subjectBy } from './event-declaration.ts'
import { id, text } from './fields.ts'
import { isRecord, type Rule, ruled } from './rule.ts'

/** A rating is 1–5, or 0–10 where the survey says so: the scale of the net promoter score. */
const ratingOnItsScale: Rule = (data) => {
  if (!isRecord(data) || typeof data.rating !== 'number' || !Number.isInteger(data.rating)) return []
  const [lowest, highest] = data.scale === 10 ? [0, 10] : [1, 5]
  if (data.rating >= lowest && data.rating <= highest) return []
  const scale = data.scale === undefined ? 'no "scale"' : `"scale" ${highest}`
  return [{ path: ['rating'], message: `must be ${lowest} to ${highest} with ${scale}` }]
}

export const surveyEvents = {
  'survey.answered': declareEvent({
    what: 'A contact rated a conversation, or closed the question after rating.',
    schema: ruled(
      z.looseObject({
        conversation_id: id,
        rating: z.int().optional(),
        scale: z.literal([5, 10]).optional(),
        feedback: text.optional(),
        submitted: z.boolean(),
        agent_id: id.optional(),
        visitor_id: id.optional(),
      }),
      'rating_on_its_scale',
      ratingOnItsScale,
    ),
    subject: subjectBy('conversation', 'conversation_id'),
    samples: [
      {
        id: 'survey-c-20931',
        source: '/chat/eu',
        time: '2026-03-02T08:32:00Z',
        data: {
          conversation_id: 'c-20931',
          rating: 5,
          scale: 5,
          feedback: 'Snel en aardig geholpen',
          submitted: true,
          agent_id: 'bram',
          visitor_id: 'v-5f9c2a7e41',
        },
      },
      {
        id: 'nps-8812',
        source: 'https://chatwoot.example/accounts/3',
        time: '2026-03-04T07:00:00Z',
        data: { conversation_id: 'cw-8812', rating: 9, scale: 10, submitted: false },
      },
    ],
  }),
}
