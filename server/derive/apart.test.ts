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

it('a visitor who says the same name at every visit is that one throughout, until a visit says another', async () => {
  const viewed = (time: string, contact_id?: string) => event('page.viewed', time, { contact_id })
  const batches = [
    [viewed('10T10:00', 'p')],
    [viewed('20T10:00', 'p')],
    [viewed('01T10:00')],
    [viewed('05T10:00', 'p')],
  ]
  expect(await visitsAfter('same', ...batches)).toEqual([
    ['01 10:00', 1, 'p'],
    ['05 10:00', 1, 'p'],
    ['10 10:00', 1, 'p'],
    ['20 10:00', 1, 'p'],
  ])
  // Earlier than what was told last of who it is: nothing changes but that one visit, and what is told later changes all.
  expect(await visitsAfter('same', [viewed('02T10:00', 'q')], [viewed('03T10:00', 'p')])).toEqual(
    ['01', '02', '03', '05', '10', '20'].map((day) => [`${day} 10:00`, 1, 'p']),
  )
  expect(await visitsAfter('same', [viewed('21T10:00', 'q')])).toEqual(
    ['01', '02', '03', '05', '10', '20', '21'].map((day) => [`${day} 10:00`, 1, 'q']),
  )
})

it('what is told near a visit changes that one and leaves those far from it, of which not all is read', async () => {
  const viewed = (time: string, contact_id?: string) => event('page.viewed', time, { contact_id })
  // Two visits far from each other, in each of which a later page says who it is.
  const first = [viewed('05T10:00'), viewed('05T10:20', 'p'), viewed('05T10:40')]
  const second = [viewed('15T10:00'), viewed('15T10:20', 'p'), viewed('15T10:40')]
  const near = [viewed('10T10:00'), viewed('10T10:50')]
  expect(await visitsAfter('near', first, second, near)).toEqual([
    ['05 10:00', 3, 'p'],
    ['10 10:00', 1, 'p'],
    ['10 10:50', 1, 'p'],
    ['15 10:00', 3, 'p'],
  ])
  // Joins the two of the tenth, and goes before the first of them.
  expect(await visitsAfter('near', [viewed('10T10:25')], [viewed('10T09:45')])).toEqual([
    ['05 10:00', 3, 'p'],
    ['10 09:45', 4, 'p'],
    ['15 10:00', 3, 'p'],
  ])
  expect(await visitsAfter('near', [viewed('15T09:50', 'p')], [viewed('05T11:00')])).toEqual([
    ['05 10:00', 4, 'p'],
    ['10 09:45', 4, 'p'],
    ['15 09:50', 4, 'p'],
  ])
})
