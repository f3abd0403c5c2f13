import { afterAll, beforeAll, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { createSharedRows } from './shared-rows.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)

afterAll(() => house.close())

/** Rows shared on the real engine, in a state that the test decides, and what was asked of the engine. */
function open({ failures = 0 } = {}) {
  const statements: string[] = []
  let state = 1
  const engine: Engine = {
    ...house.engine,
    query(sql, options) {
      statements.push(sql)
      if (statements.length <= failures) return Promise.reject(new Error('The engine is busy.'))
      return house.engine.query(sql, options)
    },
  }
  return {
    shared: createSharedRows({ engine: () => engine, state: () => state }),
    change: () => (state += 1),
    made: () => statements.filter((sql) => sql.startsWith('CREATE')).length,
  }
}

const valuesOf = async (table: string) => (await house.engine.query(`SELECT value FROM ${table} ORDER BY value`)).flat()
const isThere = async (table: string) =>
  (await house.engine.query(`SELECT 1 FROM system.tables WHERE database = currentDatabase() AND name = '${table}'`))
    .length > 0

it('rows are made once for all that ask for them at once or after, until a fact changes', async () => {
  const { shared, change, made } = open()
  const select = 'SELECT arrayJoin([1, 2, 3]) AS value'
  const [one, other] = await Promise.all([shared.hold(select), shared.hold(select)])
  const third = await shared.hold(select)
  expect([other.table, third.table]).toEqual([one.table, one.table])
  expect(await valuesOf(one.table)).toEqual([1, 2, 3])
  expect(made()).toBe(1)
  for (const { release } of [one, other, third]) release()
  change()
  const later = await shared.hold(select)
  expect(later.table).not.toBe(one.table)
  expect(made()).toBe(2)
  await expect.poll(() => isThere(one.table)).toBe(false)
  later.release()
})

it('rows that are read while a fact changes stay until nobody reads them', async () => {
  const { shared, change } = open()
  const before = await shared.hold("SELECT 'before' AS value")
  change()
  const after = await shared.hold("SELECT 'after' AS value")
  expect(await valuesOf(before.table)).toEqual(['before'])
  before.release()
  await expect.poll(() => isThere(before.table)).toBe(false)
  expect(await valuesOf(after.table)).toEqual(['after'])
  after.release()
})

it('rows that cannot be made are a failure of each question, and are tried again by the next', async () => {
  const { shared, made } = open()
  const select = "SELECT throwIf(1, 'no') AS value"
  const failed = await Promise.allSettled([shared.hold(select), shared.hold(select)])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(shared.hold(select)).rejects.toMatchObject({ code: 'engine_failed' })
  expect(made()).toBe(2)
})

it('a failure before the first rows are made is not remembered', async () => {
  const { shared } = open({ failures: 1 })
  await expect(shared.hold('SELECT 7 AS value')).rejects.toThrow('busy')
  const held = await shared.hold('SELECT 7 AS value')
  expect(await valuesOf(held.table)).toEqual([7])
  held.release()
})

it('the oldest rows go when there are too many, and large ones at once', async () => {
  const { shared, made } = open()
  const first = await shared.hold('SELECT 0 AS value')
  first.release()
  for (let place = 1; place <= limits.sharedTables; place += 1) {
    const { release } = await shared.hold(`SELECT ${place} AS value`)
    release()
  }
  await expect.poll(() => isThere(first.table)).toBe(false)
  const large = `SELECT number AS value FROM numbers(${limits.sharedTableBytes / 8 + 100_000})`
  const before = made()
  const held = await shared.hold(large)
  expect(await isThere(held.table)).toBe(true)
  held.release()
  await expect.poll(() => isThere(held.table)).toBe(false)
  const again = await shared.hold(large)
  again.release()
  expect(made() - before).toBe(2)
})
