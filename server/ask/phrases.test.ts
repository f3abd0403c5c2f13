import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { createPhraseBook } from './phrase-book.ts'
import { askPhrases, type PhrasesRequest } from './phrases.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})

afterAll(() => house.close())

let written = 0

function wrote(kind: string, text: string, more: object = {}, time = '2026-03-10T10:00:00Z') {
  written += 1
  return {
    specversion: '1.0',
    id: `p-${written}`,
    source: '/phrases',
    type: 'message.sent',
    time,
    data: { conversation_id: 'c', author: { kind, id: 'x' }, channel: 'web', text, ...more },
  }
}

const march = { from: '2026-03-01', to: '2026-04-01' }

function phrasesOf(organizationId: string, request: Partial<PhrasesRequest> = {}) {
  const services = house.at(Date.parse('2026-06-01T00:00:00Z'))
  return askPhrases(services, { organizationId }, { author_kind: 'contact', range: march, ...request })
}

describe('popular phrases', () => {
  beforeAll(async () => {
    const bikes = wrote('contact', 'Is the BIKE in stock?')
    await house.take('phrases', [
      bikes,
      bikes,
      wrote('contact', 'are the bikes in stock'),
      wrote('contact', 'Is the bike in stock!!'),
      wrote('contact', 'Где мой заказ?', { channel: 'telegram' }),
      wrote('contact', 'What’s up'),
      wrote('contact', '👍 …'),
      wrote('contact', 'Is the bike in stock', { private: true }),
      wrote('contact', 'is the bike in stock', {}, '2026-04-01T00:00:00Z'),
      wrote('bot', 'How can I help you?'),
      wrote('bot', 'how can i help you'),
      wrote('agent', 'Yes'),
      wrote('system', 'The conversation was routed'),
    ])
    await house.take('stranger', [wrote('contact', 'a secret of another organization')])
    await house.settled()
  })

  it('are counted once in all their forms, with their share of the messages that have words', async () => {
    expect(await phrasesOf('phrases')).toEqual({
      phrases: [
        { phrase: 'is the bike in stock', count: 3, share: 3 / 5 },
        { phrase: 'what’s up', count: 1, share: 1 / 5 },
        { phrase: 'где мой заказ', count: 1, share: 1 / 5 },
      ],
      total: 5,
      is_cut: false,
    })
  })

  it('are those of bots, or of agents, alone', async () => {
    expect((await phrasesOf('phrases', { author_kind: 'bot' })).phrases).toEqual([
      { phrase: 'how can i help you', count: 2, share: 1 },
    ])
    expect((await phrasesOf('phrases', { author_kind: 'agent' })).phrases).toEqual([
      { phrase: 'yes', count: 1, share: 1 },
    ])
  })

  it('follow filters and a limit', async () => {
    const filters = [{ dimension: 'channel', op: 'in' as const, values: ['telegram'] }]
    expect((await phrasesOf('phrases', { filters })).phrases).toEqual([{ phrase: 'где мой заказ', count: 1, share: 1 }])
    expect((await phrasesOf('phrases', { limit: 1 })).phrases).toHaveLength(1)
    await expect(phrasesOf('phrases', { filters: [{ ...filters[0], dimension: 'rating' }] as never })).rejects.toThrow()
  })

  it('are read once: asked again, only numbers are', async () => {
    const services = house.at(Date.parse('2026-06-01T00:00:00Z'))
    const asked: string[] = []
    const engine = {
      ...house.engine,
      query: (...question: Parameters<Engine['query']>) => {
        asked.push(question[0])
        return house.engine.query(...question)
      },
    }
    const phraseBook = createPhraseBook()
    const ask = () =>
      askPhrases(
        { ...services, engine: () => engine, phraseBook },
        { organizationId: 'phrases' },
        { author_kind: 'contact', range: march },
      )
    const first = await ask()
    expect(asked.filter((sql) => sql.includes(eventsTable))).toHaveLength(1)
    expect(await ask()).toEqual(first)
    expect(asked.filter((sql) => sql.includes(eventsTable))).toHaveLength(1)
  })

  it('are none where nothing was written', async () => {
    expect(await phrasesOf('phrases', { range: { from: '2025-01-01', to: '2025-02-01' } })).toEqual({
      phrases: [],
      total: 0,
      is_cut: false,
    })
  })
})
