import type { Language } from '../ui/formats/language.ts'
import type { Answer, Question } from './answer.ts'
import { ask } from './http.ts'

/** What `POST /v1/phrases` is asked. */
export type PhrasesQuestion = Pick<Question, 'range' | 'time_zone' | 'filters'> & {
  readonly author_kind: 'contact' | 'bot' | 'agent'
  readonly limit?: number
}

type SentPhrases = {
  readonly phrases: readonly { readonly phrase: string; readonly count: number; readonly share: number }[]
  readonly total: number
}

const authorOf: Readonly<Record<string, PhrasesQuestion['author_kind']>> = {
  contact_messages: 'contact',
  bot_messages: 'bot',
  agent_messages: 'agent',
}

/** A panel of phrases names whose by the metric that counts their messages. */
export function phrasesQuestion({ metrics, range, time_zone, filters }: Question): PhrasesQuestion {
  return {
    author_kind: authorOf[metrics[0] ?? ''] ?? 'contact',
    range,
    ...(time_zone === undefined ? {} : { time_zone }),
    ...(filters === undefined ? {} : { filters }),
    limit: 50,
  }
}

/** Phrases as an answer: one row each with its number and its share, so that they can be drawn as any other. */
export async function askPhrases(question: Question, language: Language, signal: AbortSignal): Promise<Answer> {
  const metric = question.metrics[0] ?? ''
  const body = phrasesQuestion(question)
  const sent = await ask<SentPhrases>('/v1/phrases', { method: 'POST', body, signal, language })
  const now = new Date().toISOString()
  return {
    columns: [
      { id: 'phrase', role: 'dimension' },
      { id: metric, role: 'metric', unit: 'count' },
      { id: 'share', role: 'metric', unit: 'ratio' },
    ],
    rows: sent.phrases.map(({ phrase, count, share }) => [phrase, count, share]),
    totals: { [metric]: sent.total },
    range: { from: now, to: now },
    time_zone: question.time_zone ?? 'UTC',
    as_of: now,
    comparison: null,
  }
}
