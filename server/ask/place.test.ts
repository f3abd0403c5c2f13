import type { QueryRequest } from '@parley/core/query/request.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/*
 * Where people are, by the coordinates of their city: two visitors of two cities, and one of whom nothing is known.
 */

let house: TestHouse

const range = { from: '2026-03-01', to: '2026-04-01' }
const utrecht = { country: 'NL', region: 'Utrecht', latitude: 52.1, longitude: 5.1 }
// Finer than a city: what a source knows more of is no place.
const antwerpen = { country: 'BE', region: 'Antwerpen', latitude: 51.2213, longitude: 4.3997 }
let sent = 0

function event(time: string, type: string, data: object) {
  sent += 1
  return { specversion: '1.0', id: `e-${sent}`, source: '/shop', type, time: `2026-03-10T${time}Z`, data }
}

/** A visitor looks at a page, writes and is answered. */
function chat(visitor_id: string, where: object) {
  const conversation_id = `c-${visitor_id}`
  const contact = { conversation_id, author: { kind: 'contact' }, visitor_id, channel: 'web' }
  return [
    event('10:00:00', 'page.viewed', { visitor_id, url: 'https://shop.example/', ...where }),
    event('10:00:30', 'widget.clicked', {
      visitor_id,
      url: 'https://shop.example/',
      touchpoint_id: 'w1',
      target: 'launcher',
    }),
    event('10:01:00', 'message.sent', { ...contact, ...where }),
    // An agent's own whereabouts tell nothing of the visitor.
    event('10:01:20', 'message.sent', {
      conversation_id,
      author: { kind: 'agent', id: 'anna' },
      latitude: 60.2,
      longitude: 24.9,
    }),
    event('10:30:00', 'order.placed', {
      order_id: `o-${visitor_id}`,
      visitor_id,
      total: { amount: '10', currency: 'EUR' },
    }),
  ]
}

const rows = async (request: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>) =>
  (await ask(house.at(Date.parse('2026-05-01T00:00:00Z')), { organizationId: 'shop' }, { range, ...request })).rows
const byPlace = (metric: string) => rows({ metrics: [metric], dimensions: ['place'], order: [{ by: 'place' }] })

beforeAll(async () => {
  house = await openTestHouse()
  await house.take('shop', [
    ...chat('v-1', utrecht),
    ...chat('v-2', antwerpen),
    ...chat('v-3', {}),
    ...chat('v-4', { latitude: 95, longitude: 5.1 }),
    ...chat('v-5', { latitude: 52.1 }),
  ])
  await house.settled()
}, 60_000)

afterAll(() => house.close())

describe('the place of whom it is about', () => {
  it.each(['chats', 'visits', 'widget_click_visitors', 'first_responses', 'orders', 'unique_contact_visits'])(
    'splits %s; without coordinates, or with what are none, it is no place',
    async (metric) => {
      const found = await byPlace(metric)
      expect(found.toSorted(([, one], [, other]) => Number(other) - Number(one))).toEqual(
        expect.arrayContaining([
          ['51.2,4.4', 1],
          ['52.1,5.1', 1],
          [null, 3],
        ]),
      )
      expect(found).toHaveLength(3)
    },
  )

  it('filters, by one, by having one and by having none', async () => {
    const chats = async (op: 'in' | 'exists' | 'not_exists', ...values: string[]) =>
      rows({ metrics: ['chats'], filters: [{ dimension: 'place', op, values }] })
    expect(await chats('in', '52.1,5.1')).toEqual([[1]])
    expect(await chats('exists')).toEqual([[2]])
    expect(await chats('not_exists')).toEqual([[3]])
  })

  it('lies in a country and a region', async () => {
    expect(await rows({ metrics: ['chats'], dimensions: ['country', 'region', 'place'] })).toContainEqual([
      'BE',
      'Antwerpen',
      '51.2,4.4',
      1,
    ])
  })

  it('of a session is what was known of its visitor first; of one that began before anything was, what came first after', async () => {
    const said = { conversation_id: 'c-late', author: { kind: 'contact' }, channel: 'web' }
    await house.take('late', [
      event('12:00:00', 'message.sent', said),
      event('12:05:00', 'message.sent', { ...said, ...utrecht }),
      event('12:10:00', 'message.sent', { ...said, ...antwerpen }),
    ])
    await house.settled()
    const { rows } = await ask(
      house.at(Date.parse('2026-05-01T00:00:00Z')),
      { organizationId: 'late' },
      {
        range,
        metrics: ['chats'],
        dimensions: ['place'],
      },
    )
    expect(rows).toEqual([['52.1,5.1', 1]])
  })
})
