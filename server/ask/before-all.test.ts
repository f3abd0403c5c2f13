import { monthsFact } from '@parley/core/declare/metric.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { anyWorld } from '@parley/fixtures/worlds.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ask } from './ask.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * Of what was before the first event nothing is asked of the engine: the answer is what the engine would have given.
 */

let house: TestHouse
let sent = 0
const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)
const asker = { organizationId: 'shop' }
const now = Date.UTC(2026, 2, 20)
const metrics = [...catalogue.metrics.values()]
/** Fact by fact: a question that joins all facts would be too large. */
const sets = [...Map.groupBy(metrics, ({ fact }) => fact)].map(
  ([fact, set]) => [fact, set.map(({ id }) => id).slice(0, 20)] as const,
)

function event(time: string, type: string, data: object) {
  sent += 1
  return { specversion: '1.0', id: `e-${sent}`, source: '/shop', type, time, data }
}

function message(time: string) {
  const cost = { amount: '0.01', currency: 'EUR' }
  return event(time, 'message.sent', {
    conversation_id: `c-${sent}`,
    author: { kind: 'contact' },
    channel: 'web',
    cost,
  })
}

beforeAll(async () => {
  house = await openTestHouse()
  await house.take('shop', [message('2026-03-10T10:00:00Z')])
  await house.settled()
}, 60_000)

afterAll(() => house.close())

/** What is answered, and how often the engine was asked for it. */
async function asked(request: QueryRequest, services = house.at(now)) {
  const query = vi.fn(services.engine().query)
  const answer = await ask({ ...services, engine: () => ({ ...services.engine(), query }) }, asker, request)
  return { answer, times: query.mock.calls.length }
}

const isAskedAnyway = (fact: string) => fact === monthsFact || catalogue.facts.get(fact)?.lastsUntil !== undefined

it.each(sets)('the numbers of %s are those of nothing', async (fact, set) => {
  for (const shape of [
    {},
    { granularity: 'month' },
    { granularity: 'day_of_week', cycle: 'mean' },
    { dimensions: ['organization'] },
  ]) {
    const request = {
      metrics: [...set],
      range: { from: '2026-03-09', to: '2026-03-11' },
      compare: 'previous_year',
      ...shape,
    } as QueryRequest
    const { answer, times } = await asked(request)
    const all = await asked(request, { ...house.at(now), beginsAt: () => 0 })
    expect(answer).toEqual(all.answer)
    expect(all.times - times).toBe(isAskedAnyway(fact) ? 0 : 1)
  }
})

it('begins with the first event, also when that comes last', async () => {
  const request: QueryRequest = { metrics: ['contact_messages'], range: { from: '2026-03-01', to: '2026-03-02' } }
  expect(await asked(request)).toMatchObject({ answer: { totals: { contact_messages: 0 } }, times: 0 })
  await house.take('shop', [message('2026-03-01T12:00:00Z')])
  await house.settled()
  expect(await asked(request)).toMatchObject({ answer: { totals: { contact_messages: 1 } }, times: 1 })
  expect(house.at(now).beginsAt()).toBeLessThan(now - 18 * dayMs)
})

it('holds what lasts, which may be told when it is over', async () => {
  await house.take('line', [
    event('2026-02-20T12:00:00Z', 'call.updated', {
      call_id: 'k',
      status: 'completed',
      medium: 'voice',
      talk_seconds: 7200,
    }),
  ])
  await house.settled()
  expect(house.at(now).beginsAt()).toBe(Date.UTC(2026, 1, 20, 12))
  const range = { from: '2026-02-20T10:00Z', to: '2026-02-20T11:00Z' }
  const answer = await ask(house.at(now), { organizationId: 'line' }, { metrics: ['talk_seconds'], range })
  expect(answer.totals).toEqual({ talk_seconds: 3600 })
})

it('is no time before the first event of any world, whatever happens in it', async () => {
  const worlds = fc.sample(anyWorld({ conversations: 6 }), { seed, numRuns: 40 }).slice(-12)
  for (const [index, { batches }] of worlds.entries())
    for (const { organization, events } of batches) await house.take(`world-${index}-${organization}`, events)
  await house.settled()
  for (const [index, { batches }] of worlds.entries()) {
    const times = batches.flatMap(({ events }) => events.map(({ time }) => Date.parse(time)))
    const range = { from: '2000-01-01', to: new Date(Math.min(...times)).toISOString() }
    const services = {
      ...house.at(now, { sees: (id) => [0, 1, 2, 3].map((number) => `${id}-${number}`) }),
      beginsAt: () => 0,
    }
    for (const [fact, set] of sets) {
      if (isAskedAnyway(fact)) continue
      const { totals } = await ask(services, { organizationId: `world-${index}` }, { metrics: [...set], range })
      expect(totals).toEqual(Object.fromEntries(set.map((id) => [id, nothingOf(id)])))
    }
  }
}, 60_000)

function nothingOf(id: string) {
  const metric = catalogue.metrics.get(id)
  return metric?.unit === 'money' && metric.empty === 0 ? '0' : metric?.empty
}
