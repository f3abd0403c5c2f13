import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedFacts } from './laws.testing.ts'
import { createMonthMerging } from './merge-months.ts'
import { openTestStore, type TestStore } from './testing.ts'

let store: TestStore
let isRebuilding = false
const signal = new AbortController().signal

beforeAll(async () => {
  store = await openTestStore({})
})
afterAll(() => store.close())

const merging = (quietSeconds: number) =>
  createMonthMerging({ engine: () => store.engine, isRebuilding: () => isRebuilding, quietSeconds })

function message(month: number, day: number) {
  return {
    ...{ specversion: '1.0', source: '/shop', type: 'message.sent', id: `m-${month}-${day}` },
    time: new Date(Date.UTC(2026, month, day)).toISOString(),
    data: { conversation_id: `c-${day}`, author: { kind: 'contact', id: 'x' }, channel: 'web' },
  }
}

/** Of each month of messages the parts it lies in, by how often each was merged. */
async function levels(): Promise<Record<string, number[]>> {
  const rows = await store.engine.query(
    `SELECT partition_id, arraySort(groupArray(level)) FROM system.parts WHERE active AND table = 'messages' GROUP BY partition_id`,
  )
  return Object.fromEntries(rows as [string, number[]][])
}

/** Whether readers look for what was replaced. */
async function isSearched(): Promise<boolean> {
  const rows = await store.engine.query('EXPLAIN PIPELINE SELECT sum(words_hash) FROM messages FINAL', {
    settings: { do_not_merge_across_partitions_select_final: 1 },
  })
  return rows.some(([line]) => String(line).includes('ReplacingSorted'))
}

it('a quiet month becomes one merged part, also when it was written at one go, and what is read stays', async () => {
  await store.take('shop', [message(0, 3), message(1, 3)])
  await store.settled()
  await store.take('shop', [message(1, 5), message(1, 7)])
  await store.settled()
  const [before, facts] = [await levels(), await storedFacts(store.engine, ['shop'])]
  expect(before['202601']).toEqual([0])
  expect(await isSearched()).toBe(true)

  await merging(3600).run(0, signal)
  expect(await levels()).toEqual(before)
  isRebuilding = true
  await merging(-1).run(0, signal)
  expect(await levels()).toEqual(before)

  isRebuilding = false
  const job = merging(-1)
  expect(await job.doneFor()).toBeNull()
  await job.run(60_000, signal)
  expect(await job.doneFor()).toBe(60_000)
  const after = await levels()
  expect(Object.values(after).map(({ length }) => length)).toEqual([1, 1])
  expect(Math.min(...Object.values(after).flat())).toBeGreaterThan(0)
  expect(await isSearched()).toBe(false)
  expect(await storedFacts(store.engine, ['shop'])).toEqual(facts)

  // What is merged is left alone.
  await job.run(120_000, signal)
  expect(await levels()).toEqual(after)
})

it('is asked for once a minute', () => {
  const job = merging(60)
  expect([job.lastDue(59_999), job.lastDue(60_000), job.lastDue(185_000)]).toEqual([0, 60_000, 180_000])
})
