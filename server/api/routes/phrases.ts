import { textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { askPhrases, phrasesSchema } from '../../ask/phrases.ts'
import { phrasesCsv, phrasesXlsx } from '../../panel-files/phrases-file.ts'
import { askerOf } from '../asker.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { untilGone } from '../until-gone.ts'
import { fileTypes, sendFile, wantedFile } from '../wanted-file.ts'

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
      alsoAnswers: fileTypes,
    },
    async ({ body, principal, request, reply }) => {
      const asker = askerOf(principal, request)
      const signal = untilGone(reply)
      const answered = await askPhrases(ask, asker, body, signal)
      const kind = wantedFile(request)
      if (kind !== null)
        return sendFile(
          reply,
          kind,
          kind === 'csv' ? phrasesCsv(answered) : await phrasesXlsx(ask, asker, body, answered, signal),
        )
      return { definition: textsIn(asker.language ?? 'en').popular_phrases, ...answered }
    },
  )
}
