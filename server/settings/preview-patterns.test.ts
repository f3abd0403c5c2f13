import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../derive/testing.ts'
import { previewPatterns } from './preview-patterns.ts'

const now = Date.parse('2026-04-01T00:00:00Z')

let store: TestStore

function viewed(id: string, time: string, url: string): object {
  return { specversion: '1.0', id, source: '/tag', type: 'page.viewed', time, data: { visitor_id: 'v-1', url } }
}

beforeAll(async () => {
  store = await openTestStore()
  await store.take('mine', [
    viewed('1', '2026-03-20T10:00:00Z', 'https://Shop.example/cards/visa?a=1'),
    viewed('2', '2026-03-21T10:00:00Z', 'https://shop.example/cards/visa/'),
    viewed('3', '2026-03-22T10:00:00Z', 'https://shop.example/cards'),
    viewed('4', '2026-03-22T11:00:00Z', 'https://shop.example/'),
    viewed('5', '2026-02-01T10:00:00Z', 'https://shop.example/cards/old'),
  ])
  await store.take('theirs', [viewed('1', '2026-03-20T10:00:00Z', 'https://shop.example/cards/theirs')])
  await store.settled()
}, 60_000)

afterAll(() => store.close())

describe('a preview of patterns', () => {
  it('shows the pages of the last 30 days that match, the most frequent first, of one organization', async () => {
    expect(await previewPatterns(store.engine, 'mine', ['shop.example/cards/*'], now)).toEqual({
      pages: [
        { page: 'shop.example/cards/visa/', events: 2 },
        { page: 'shop.example/cards/', events: 1 },
      ],
      matched: 2,
      seen: 3,
    })
  })

  it('is empty where nothing matches, and where nobody has been', async () => {
    expect(await previewPatterns(store.engine, 'mine', ['other.example/*'], now)).toEqual({
      pages: [],
      matched: 0,
      seen: 3,
    })
    expect(await previewPatterns(store.engine, 'nobody', ['*'], now)).toEqual({ pages: [], matched: 0, seen: 0 })
  })
})
