import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { AppError } from '@parley/core/errors/app-error.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChdb } from './chdb.ts'
import type { Engine } from './engine.ts'

const readers = 2

let directory: string
let engine: Engine

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-chdb-'))
  engine = await openChdb(join(directory, 'engine'), { readers })
  await engine.command('CREATE TABLE notes (place UInt32, said String) ENGINE = MergeTree ORDER BY place')
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

/** A query that takes `seconds` (at most 3) and nothing else. */
function long(seconds: number, options?: Parameters<Engine['query']>[1]): Promise<unknown[][]> {
  return engine.query(`SELECT sleep(${seconds})`, options)
}

async function refusalOf(asked: Promise<unknown>): Promise<AppError> {
  return asked.then(
    () => {
      throw new Error('It was not refused.')
    },
    (error: AppError) => error,
  )
}

describe('the embedded engine answers', () => {
  it('a quick question while a long one is running', async () => {
    const order: string[] = []
    const slow = long(1).then(() => order.push('long'))
    for (let turn = 0; turn < 10; turn += 1) await engine.query('SELECT 1').then(() => order.push('quick'))
    await slow
    expect(order).toEqual([...Array.from({ length: 10 }, () => 'quick'), 'long'])
  })

  it('questions that find all readers taken, each in its turn', async () => {
    const order: number[] = []
    const ask = (number: number) =>
      engine.query(`SELECT ${number} + sleep(0.2)`).then(([row]) => order.push(row?.[0] as number))
    await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
    // Two at a time; which of the two is done first nobody knows.
    expect([order.slice(0, 2), order.slice(2, 4), order.slice(4)].map((pair) => pair.sort())).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
  })

  it('a question while a statement is writing', async () => {
    const order: string[] = []
    const writing = engine
      .command("INSERT INTO notes SELECT number, 'slow' FROM numbers(1) WHERE NOT sleep(1)")
      .then(() => order.push('written'))
    await engine.query('SELECT count() FROM notes').then(() => order.push('read'))
    await writing
    expect(order).toEqual(['read', 'written'])
  })

  it('with integers and floats as numbers, decimals to the last digit as text, nothing as null', async () => {
    const rows = await engine.query(
      "SELECT toUInt64(9007199254740991), toInt64(-1), 0.1, toDecimal128('12345678901234567.89', 2), NULL, nan, 'é', [1, 2]",
    )
    expect(rows).toEqual([[9007199254740991, -1, 0.1, '12345678901234567.89', null, null, 'é', [1, 2]]])
    expect(await engine.query('SELECT 1 WHERE 0')).toEqual([])
    expect(Buffer.from(await engine.queryBytes('SELECT toUInt64(1)', 'RowBinary'))).toEqual(
      Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]),
    )
  })
})

describe('a question that is given up', () => {
  it('while it waits for its turn leaves the queue at once, and the others go on', async () => {
    const order: string[] = []
    const busy = Array.from({ length: readers }, () => long(0.5).then(() => order.push('long')))
    const patience = new AbortController()
    const given = engine
      .query('SELECT 1', { signal: patience.signal })
      .catch((reason: unknown) => order.push(`given up: ${reason}`))
    const after = engine.query('SELECT 2').then(() => order.push('after'))
    patience.abort('gone')
    await Promise.all([...busy, given, after])
    expect(order[0]).toBe('given up: gone')
    expect(order).toContain('after')
    expect(order).toHaveLength(readers + 2)
  })

  it('while it runs is not waited for, though the engine goes on with it and is still right afterwards', async () => {
    const patience = new AbortController()
    const order: string[] = []
    const given = long(0.5, { signal: patience.signal }).catch(() => order.push('given up'))
    const other = long(0.5).then(() => order.push('other'))
    patience.abort()
    await Promise.all([given, other])
    expect(order).toEqual(['given up', 'other'])
    const answers = await Promise.all([1, 2, 3, 4].map((number) => engine.query(`SELECT ${number}`)))
    expect(answers).toEqual([[[1]], [[2]], [[3]], [[4]]])
  })

  it('before it is asked never runs', async () => {
    const asked = engine.query('SELECT throwIf(1)', { signal: AbortSignal.abort('never') })
    await expect(asked).rejects.toBe('never')
  })
})

describe('a statement that', () => {
  it('takes longer than it may is refused as query_too_slow', async () => {
    const asked = engine.query('SELECT sum(sipHash64(number)) FROM numbers(100000000000)', {
      settings: { max_execution_time: 1 },
    })
    expect(await refusalOf(asked)).toMatchObject({
      code: 'query_too_slow',
      status: 503,
      message: expect.stringContaining('shorter range'),
    })
  })

  it('needs more memory than it may is refused as query_too_large', async () => {
    const asked = engine.query('SELECT length(groupArray(number)) FROM numbers(100000000)', {
      settings: { max_memory_usage: 50_000_000 },
    })
    expect(await refusalOf(asked)).toMatchObject({
      code: 'query_too_large',
      status: 503,
      message: expect.stringContaining('shorter range'),
    })
  })

  it('the engine does not understand fails as engine_failed, with the statement in the cause for the log', async () => {
    const refusal = await refusalOf(engine.query('SELECT nonsense FROM notes'))
    expect(refusal).toMatchObject({ code: 'engine_failed', status: 500 })
    expect(String(refusal.cause)).toContain('SELECT nonsense FROM notes')
  })

  it('says nothing about its limits has ours', async () => {
    const settings = ['max_execution_time', 'max_memory_usage'].map((name) => `getSetting('${name}')`)
    const [ours] = await engine.query(`SELECT ${settings.join(', ')}`)
    expect(ours?.every((limit) => Number(limit) > 0)).toBe(true)
    const [asked] = await engine.query(`SELECT ${settings.join(', ')}`, {
      settings: { max_execution_time: 7, max_memory_usage: 1e9 },
    })
    expect(asked?.map(Number)).toEqual([7, 1e9])
    // What one statement asked for is forgotten at the next.
    expect(await engine.query(`SELECT ${settings.join(', ')}`)).toEqual([ours])
  })

  it('fails while writing does not hold up the next, which are written in the order of asking', async () => {
    await engine.command('TRUNCATE TABLE notes')
    const bad = engine.insertRows('notes', ['place', 'said'], Buffer.from('not a number\tx\n'))
    const writes = Array.from({ length: 5 }, (_, place) =>
      place % 2 === 0
        ? engine.insertRows('notes', ['place', 'said'], Buffer.from(`${place}\tlines\n`))
        : engine.command(`INSERT INTO notes SELECT count(), 'as many as before' FROM notes`),
    )
    expect(await refusalOf(bad)).toMatchObject({ code: 'engine_failed' })
    await Promise.all(writes)
    expect(await engine.query('SELECT place FROM notes ORDER BY place')).toEqual([[0], [1], [2], [3], [4]])
  })
})

describe('the engine that is closed', () => {
  it('finishes what runs, what waits and what is being written, then refuses; opened again it has everything', async () => {
    await engine.command('TRUNCATE TABLE notes')
    const asked = [
      ...Array.from({ length: readers }, () => long(0.4)),
      engine.query('SELECT 7'),
      engine.query('SELECT 8'),
    ]
    const written = [1, 2, 3].map((place) =>
      engine.insertRows('notes', ['place', 'said'], Buffer.from(`${place}\tlast words\n`)),
    )
    const closing = engine.close()
    expect(await refusalOf(engine.query('SELECT 1'))).toMatchObject({
      code: 'engine_unavailable',
      status: 503,
      retryAfterSeconds: 5,
    })
    expect(await refusalOf(engine.command('SELECT 1'))).toMatchObject({ code: 'engine_unavailable' })
    await closing
    expect((await Promise.all(asked)).slice(readers)).toEqual([[[7]], [[8]]])
    await Promise.all(written)
    engine = await openChdb(join(directory, 'engine'), { readers })
    expect(await engine.query('SELECT place FROM notes ORDER BY place')).toEqual([[1], [2], [3]])
  })
})

const program = join(import.meta.dirname, 'inserting-process.ts')

type Told = { readonly stored: Map<number, number>; readonly inserted: number[]; readonly failed: string[] }

/** Runs the inserting process; kills it the moment it has said that `killAfter` batches are durable. */
async function insertIn(
  place: string,
  first: number,
  batches: number,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<Told & { signal: string | null }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, place, String(first), String(batches), '100'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const told: Told = { stored: new Map(), inserted: [], failed: [] }
  const ended = new Promise<string | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)))
  for await (const line of createInterface({ input: child.stdout })) {
    const [word = '', batch = '', rows = ''] = line.split(' ')
    if (word === 'stored') told.stored.set(Number(batch), Number(rows))
    if (word === 'inserted') told.inserted.push(Number(batch))
    if (word === 'failed') told.failed.push(line.slice('failed '.length))
    if (told.inserted.length >= killAfter) child.kill('SIGKILL')
  }
  return { ...told, signal: await ended }
}

describe('a second process', () => {
  it('on the same directory is told in words that it is in use, and the first goes on', async () => {
    // The process opens the directory `engine` in the one it is given.
    const { failed } = await insertIn(directory, 0, 1)
    expect(failed).toEqual([
      `data_directory_in_use 409 The event engine's directory ${join(directory, 'engine')} is in use by process ${process.pid}. One process works in one directory: stop that one, or set PARLEY_DATA to another directory.`,
    ])
    expect(await engine.query('SELECT 1')).toEqual([[1]])
  })
})

describe('rows that were said to be inserted', () => {
  it('survive five kills in the middle of the work, every one, and none is torn or doubled', async () => {
    const place = mkdtempSync(join(tmpdir(), 'parley-killed-'))
    const acknowledged: number[] = []
    for (const [kill, after] of [3, 1, 7, 2, 12].entries()) {
      const { inserted, signal } = await insertIn(place, kill * 10_000, 10_000, after)
      expect(signal).toBe('SIGKILL')
      acknowledged.push(...inserted)
    }
    const { stored, failed } = await insertIn(place, 0, 0)
    expect(failed).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(25)
    expect(acknowledged.filter((batch) => !stored.has(batch))).toEqual([])
    expect([...stored].filter(([, rows]) => rows !== 100)).toEqual([])
    // At most the one batch of each run that was under way when it was killed.
    expect(stored.size - acknowledged.length).toBeLessThanOrEqual(5)
    rmSync(place, { recursive: true, force: true })
  }, 60_000)
})
