import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Question } from './answer.ts'
import { askTogether } from './together.ts'

const march: Question = {
  metrics: ['chats', 'leads', 'gmv'],
  range: { from: '2026-03-01', to: '2026-03-03' },
  granularity: 'day',
  compare: 'previous_period',
}

const numbers: Record<string, readonly (number | string)[]> = { chats: [3, 4], leads: [1, 2], gmv: ['1.50', '2.50'] }
let asked: { readonly question: Question; readonly signal: AbortSignal }[] = []
let refused: readonly string[] = []
/** Whether the server takes for ever. */
let isHeld = false

/** Answers like the engine: a row for each of two days. */
function answer({ metrics }: Question) {
  const part = {
    rows: ['2026-03-01', '2026-03-02'].map((day, at) => [day, ...metrics.map((id) => numbers[id]?.[at] ?? 0)]),
    totals: Object.fromEntries(metrics.map((id) => [id, numbers[id]?.[0] ?? 0])),
    range: { from: '2026-03-01T00:00:00Z', to: '2026-03-03T00:00:00Z' },
  }
  return {
    columns: [{ id: 'time', role: 'time' }, ...metrics.map((id) => ({ id, role: 'metric', unit: 'count' }))],
    ...part,
    time_zone: 'UTC',
    as_of: '2026-03-03T00:00:00Z',
    labels: {},
    comparison: { ...part, kind: 'previous_period' },
  }
}

beforeEach(() => {
  asked = []
  refused = []
  isHeld = false
  vi.stubGlobal('fetch', async (_path: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    const question = JSON.parse(body) as Question
    asked.push({ question, signal })
    await new Promise((resolve, reject) => {
      if (!isHeld) resolve(undefined)
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    const isRefused = question.metrics.some((metric) => refused.includes(metric))
    return isRefused
      ? Response.json({ code: 'invalid_query', detail: 'No.' }, { status: 400 })
      : Response.json(answer(question))
  })
})

afterEach(() => vi.unstubAllGlobals())

const ask = (question: Question, signal = new AbortController().signal) =>
  askTogether(question, { language: 'en', signal })

it('asks as one what differs in its numbers alone, and gives each question its part of the answer', async () => {
  const part = { ...march, metrics: ['gmv', 'chats'] }
  const other = { ...march, metrics: ['visits', 'leads'] }
  const answers = await Promise.all([ask(part), ask(march), ask(other)])
  expect(asked.map(({ question }) => question)).toEqual([{ ...march, metrics: ['gmv', 'chats', 'leads', 'visits'] }])
  expect(answers).toEqual([answer(part), answer(march), answer(other)])
})

it('asks no more at once than one question may ask', async () => {
  const many = (from: number) => ({ ...march, metrics: Array.from({ length: 20 }, (_, at) => `m${from + at}`) })
  const questions = [many(0), many(20), many(5)]
  expect(await Promise.all(questions.map((question) => ask(question)))).toEqual(questions.map(answer))
  expect(asked.map(({ question }) => question.metrics.length)).toEqual([25, 20])
})

it.each([
  ['has another range', { ...march, range: { group: 'today' } }],
  ['has another filter', { ...march, filters: [{ dimension: 'channel', op: 'in', values: ['web'] }] }],
  ['is not compared', { metrics: ['chats'], range: march.range, granularity: 'day' }],
])('asks what %s for itself', async (_, other: Question) => {
  expect(await Promise.all([ask(march), ask(other)])).toEqual([answer(march), answer(other)])
  expect(asked).toHaveLength(2)
})

it('asks what is split for itself: there would be rows of others in its answer', async () => {
  const split = { ...march, dimensions: ['channel'] }
  await Promise.all([ask(split), ask({ ...split, metrics: ['chats'] })])
  expect(asked).toHaveLength(2)
})

it('asks alone what was refused together', async () => {
  refused = ['gmv']
  const [whole, part] = await Promise.allSettled([ask(march), ask({ ...march, metrics: ['chats'] })])
  expect(asked.map(({ question }) => question.metrics)).toEqual([march.metrics, march.metrics, ['chats']])
  expect(whole).toMatchObject({ status: 'rejected', reason: { code: 'invalid_query' } })
  expect(part).toMatchObject({ status: 'fulfilled', value: { totals: { chats: 3 } } })
})

it('cancels a question when nobody waits for it any more', async () => {
  isHeld = true
  const [one, other] = [new AbortController(), new AbortController()]
  const answers = Promise.allSettled([ask(march, one.signal), ask({ ...march, metrics: ['chats'] }, other.signal)])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  one.abort()
  expect(asked[0]?.signal.aborted).toBe(false)
  other.abort()
  expect(asked[0]?.signal.aborted).toBe(true)
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked).toHaveLength(1)
})

it('does not ask at all what is left before the moment is over', async () => {
  const left = new AbortController()
  const answered = ask(march, left.signal)
  left.abort()
  await expect(answered).rejects.toThrow()
  expect(asked).toEqual([])
})
