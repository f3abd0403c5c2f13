import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient, type IngestAnswer, type RecordsAnswer } from './client.ts'
import { hasCommand, parley } from './process.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'

const shared = join(import.meta.dirname, '../../shared')
const isThere = existsSync(join(shared, 'data/star.jsonl.gz'))
const hasImport = await hasCommand('import')
const hasRebuild = await hasCommand('rebuild')
const eventCount = 64_403

/** What an independent script, which shares no code with Parley, finds in them: `data/README.md` beside the data. */
describe.skipIf(!isThere)('the real conversations of STAR', () => {
  let directory: string
  let file: string
  let key: string
  let server: Server
  let client: Client

  beforeAll(async () => {
    directory = newDirectory()
    file = join(directory, 'star.ndjson')
    const script = join(shared, 'tools/star-to-events.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 256 * 1024 * 1024 })
    writeFileSync(file, stdout)
    key = (await createOrganization(directory)).key
    server = await startServer(directory)
    client = createClient(server.address, key)
    expect(await bringIn()).toMatchObject({ accepted: eventCount, duplicates: 0, rejected: 0 })
    await settled(client)
  }, 120_000)

  afterAll(async () => {
    await server.stop()
    removeDirectory(directory)
  })

  /** Imports everything; by the first way there is. */
  async function bringIn(): Promise<{ accepted: number; duplicates: number; rejected: number }> {
    if (!hasImport) return postAll()
    const { code, stdout, stderr } = await parley(
      ['import', '-', '--json'],
      { PARLEY_DATA: directory },
      readFileSync(file, 'utf8'),
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }

  async function postAll(): Promise<{ accepted: number; duplicates: number; rejected: number }> {
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const sum = { accepted: 0, duplicates: 0, rejected: 0 }
    for (let start = 0; start < lines.length; start += 10_000) {
      const body = lines.slice(start, start + 10_000).join('\n')
      const headers = { 'content-type': 'application/x-ndjson' }
      const { accepted, duplicates, rejected } = (await client.send('POST', '/v1/events', { body, headers }))
        .json as IngestAnswer
      sum.accepted += accepted
      sum.duplicates += duplicates
      sum.rejected += rejected.length
    }
    return sum
  }

  const counts: Record<string, number> = {
    chats: 3086,
    conversations: 3008,
    missed_chats: 78,
    contact_messages: 26_961,
    agent_messages: 26_810,
    avg_first_response_time: 29.1725,
    median_first_response_time: 20,
    p90_first_response_time: 60,
    max_first_response_time: 356,
    avg_response_time: 29.2751,
    median_response_time: 21,
    p90_response_time: 58,
    max_response_time: 623,
    avg_session_duration: 442.9883,
    median_session_duration: 371,
    p90_session_duration: 855.5,
    max_session_duration: 2390,
    active_contacts: 100,
    survey_answers: 2891,
  }

  async function everything() {
    const { totals } = await client.query({ metrics: Object.keys(counts) })
    const chatsOn = async (timeZone: string) => {
      const range = { from: '2020-05-16', to: '2020-05-17' }
      return (await client.query({ metrics: ['chats'], range, time_zone: timeZone })).totals.chats
    }
    const recordsOf = async (metric: string) => {
      const body = { metric, range: { from: '2020-01-01', to: '2021-01-01' }, limit: 1 }
      return ((await client.send('POST', '/v1/records', { body })).json as RecordsAnswer).total
    }
    const ratings = await client.query({
      metrics: ['survey_answers'],
      dimensions: ['rating'],
      order: [{ by: 'rating' }],
    })
    const writers = await client.query({
      metrics: ['agent_messages'],
      dimensions: ['agent'],
      filters: [{ dimension: 'author_kind', op: 'in', values: ['agent'] }],
    })
    return {
      totals: Object.fromEntries(
        Object.entries(totals).map(([id, value]) => [id, value === null ? null : Math.round(value * 10_000) / 10_000]),
      ),
      firstResponses: await recordsOf('avg_first_response_time'),
      responses: await recordsOf('avg_response_time'),
      ratings: ratings.rows,
      agentsWhoWrote: writers.rows.length,
      chatsOfOneDay: [await chatsOn('UTC'), await chatsOn('Europe/Amsterdam'), await chatsOn('Asia/Kolkata')],
    }
  }

  const expected = {
    totals: counts,
    firstResponses: 3008,
    responses: 26_810,
    ratings: [
      [1, 79],
      [5, 2812],
    ],
    agentsWhoWrote: 102,
    chatsOfOneDay: [431, 597, 865],
  }

  test('give the numbers that an independent script finds in them', async () => {
    expect(await everything()).toEqual(expected)
  })

  test('change nothing when they come a second time', async () => {
    expect(await bringIn()).toMatchObject({ accepted: eventCount, rejected: 0 })
    await settled(client)
    expect(await everything()).toEqual(expected)
  }, 120_000)

  test.skipIf(!hasImport)(
    'change nothing when some come a third time, while no server runs',
    async () => {
      await server.kill()
      const some = join(directory, 'some.ndjson')
      writeFileSync(some, readFileSync(file, 'utf8').split('\n').slice(0, 5000).join('\n'))
      const { code, stdout } = await parley(['import', some, '--json'], { PARLEY_DATA: directory })
      expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, accepted: 5000, duplicates: 5000, rejected: 0 })
      server = await startServer(directory)
      await server.ready()
      client = createClient(server.address, key)
      expect(await everything()).toEqual(expected)
    },
    120_000,
  )

  test.skipIf(!hasRebuild)(
    'give the same numbers once more when everything is derived anew',
    async () => {
      const { code, stdout } = await parley(['rebuild', '--json'], { PARLEY_DATA: directory })
      expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, events: eventCount })
      expect(await everything()).toEqual(expected)
    },
    120_000,
  )
})
