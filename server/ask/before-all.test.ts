import type { QueryRequest } from '@parley/core/query/request.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ask } from './ask.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * Of what was before the first event nothing is asked of the engine: the answer is what the engine would have given.
 */

let house: TestHouse
let sent = 0
const asker = { organizationId: 'shop' }
const now = Date.UTC(2026, 2, 20)
const metrics = [...catalogue.metrics.values()]
/** Fact by fact: a question that joins all facts would be too large. */
const sets = [...Map.groupBy(metrics, ({ fact }) => fact)].map(
  ([fact, set]) => [fact, set.map(({ id }) => id).slice(0, 20)] as const,
)

function message(time: string) {
  sent += 1
  return {
    specversion: '1.0',
    id: `m-${sent}`,
    source: '/shop',
    type: 'message.sent',
    time,
    data: {
      conversation_id: `c-${sent}`,
      author: { kind: 'contact' },
      channel: 'web',
      cost: { amount: '0.01', currency: 'EUR' },
    },
  }
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
    expect(all.times - times).toBe(fact === 'months' ? 0 : 1)
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
