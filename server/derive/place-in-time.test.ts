import { conversation } from '@parley/model/conversations/conversation.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lanes, openLanes } from './lanes.ts'
import { placeInTime } from './place-in-time.ts'
import { createSpans } from './spans.ts'
import { openTestStore, type TestStore } from './testing.ts'
import type { Touched } from './touch.ts'

const at = (hour: number) => Date.UTC(2026, 2, 1, hour)

let store: TestStore
let lanes: Lanes

beforeAll(async () => {
  store = await openTestStore()
  lanes = await openLanes(store.engine)
  const message = (key: string, hour: number) => ({
    specversion: '1.0',
    id: `${key}-${hour}`,
    source: '/place',
    type: 'message.sent',
    time: new Date(at(hour)).toISOString(),
    data: { conversation_id: key, author: { kind: 'contact', id: 'x' }, channel: 'web' },
  })
  await store.take('o-1', [message("c'1", 8), message("c'1", 11), message('c-2', 9)])
  await store.take('o-2', [message("c'1", 3)])
  await store.settled()
})
afterAll(() => store.close())

function unknown(key: string, changedHour: number, freshEvents: number): Touched {
  return {
    thread: conversation,
    organizationId: 'o-1',
    key,
    changedFromMs: at(changedHour),
    changedToMs: at(changedHour),
    isLate: true,
    span: undefined,
    within: undefined,
    joined: undefined,
    freshEvents,
  }
}

it('a thread that nothing is known of is read from its first event on, and known from then on', async () => {
  const spans = createSpans(10)
  const [known] = await placeInTime(lanes, [unknown("c'1", 11, 1)], spans)
  expect(known).toMatchObject({ span: { first: at(8), last: at(11) }, isLate: true })
  expect(spans.get("conversation\to-1\tc'1")).toEqual({ first: at(8), last: at(11) })
})

it('nothing of a thread is late when all that is stored of it is new', async () => {
  const placed = await placeInTime(lanes, [unknown("c'1", 8, 2), unknown('c-2', 9, 1)], createSpans(10))
  expect(placed.map(({ isLate }) => isLate)).toEqual([false, false])
})

it('a thread whose events are not stored stays unknown, and what is known is left as it is', async () => {
  const known = { ...unknown('c-2', 9, 1), span: { first: at(7), last: at(9) } }
  const touched = [unknown('c-3', 9, 1), known]
  expect(await placeInTime(lanes, touched, createSpans(10))).toEqual(touched)
})
