import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStore, type TestStore } from './testing.ts'

let store: TestStore

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

let told = 0

function event(type: string, time: string, data: object = {}) {
  told += 1
  return {
    specversion: '1.0',
    id: `a-${told}`,
    source: '/apart',
    type,
    time: `2026-03-${time}:00Z`,
    data: { visitor_id: 'v', ...(type === 'page.viewed' && { url: 'https://velo.example/' }), ...data },
  }
}

/** The visits after each batch: when they began, their pages and who the visitor is. */
async function visitsAfter(organization: string, ...batches: object[][]): Promise<unknown[]> {
  for (const batch of batches) {
    await store.take(organization, batch)
    await store.settled()
  }
  return store.engine.query(
    `SELECT formatDateTime(visited_at, '%d %H:%i'), pages, contact FROM visits FINAL WHERE organization_id = '${organization}' ORDER BY visited_at`,
  )
}

it('a visit that is told of apart from others leaves them as they are, though they begin or end near it', async () => {
  const later = [event('page.viewed', '10T10:50'), event('page.viewed', '10T11:10')]
  const earlier = [event('page.viewed', '10T08:50'), event('page.viewed', '10T09:10')]
  expect(await visitsAfter('between', later, [event('page.viewed', '10T10:15')])).toEqual([
    ['10 10:15', 1, ''],
    ['10 10:50', 2, ''],
  ])
  expect(await visitsAfter('between', earlier, [event('page.viewed', '10T12:00')])).toEqual([
    ['10 08:50', 2, ''],
    ['10 10:15', 1, ''],
    ['10 10:50', 2, ''],
    ['10 12:00', 1, ''],
  ])
})

it('a visit after years, or long before all others, is of whom the visitor was said to be', async () => {
  const batches = [
    [event('page.viewed', '10T10:00'), event('contact.identified', '10T10:05', { contact_id: 'p' })],
    [event('page.viewed', '20T10:00')],
    [event('page.viewed', '01T10:00'), event('page.viewed', '01T10:20')],
    [event('page.viewed', '10T10:25')],
  ]
  expect(await visitsAfter('named', ...batches)).toEqual([
    ['01 10:00', 2, 'p'],
    ['10 10:00', 2, 'p'],
    ['20 10:00', 1, 'p'],
  ])
  expect(await visitsAfter('named', [event('contact.identified', '21T00:00', { contact_id: 'q' })])).toEqual([
    ['01 10:00', 2, 'q'],
    ['10 10:00', 2, 'q'],
    ['20 10:00', 1, 'q'],
  ])
})
