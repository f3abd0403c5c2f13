import { chooseLanguage, textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { askPhrases, phrasesSchema } from '../../ask/phrases.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { untilGone } from '../until-gone.ts'

const definition = z.object({
  title: z.string(),
  what: z.string(),
  when: z.string(),
  why: z.string(),
  formula: z.string(),
})

const answer = z.object({
  definition,
  phrases: z.array(z.object({ phrase: z.string(), count: z.int(), share: z.number() })),
  total: z.int(),
  is_cut: z.boolean(),
})

export function phraseRoutes(app: FastifyInstance, { ask }: Services): void {
  route(
    app,
    {
      method: 'POST',
      path: '/v1/phrases',
      summary: 'What contacts, bots or agents write most: phrases with their count and share.',
      access: 'query',
      body: phrasesSchema,
      answer,
    },
    async ({ body, principal, request, reply }) => ({
      definition: textsIn(chooseLanguage(request.headers['accept-language'])).popular_phrases,
      ...(await askPhrases(ask, principal, body, untilGone(reply))),
    }),
  )
}
