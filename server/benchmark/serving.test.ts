import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { type Running, start } from '../main.ts'

const directory = mkdtempSync(join(tmpdir(), 'parley-benchmark-server-'))
const clock = { time: Date.parse('2026-03-18T10:20:00Z'), now: () => clock.time }
let running: Running | null = null

afterAll(async () => {
  await running?.close()
  rmSync(directory, { recursive: true, force: true })
})

async function serve(): Promise<Running> {
  const config = {
    ...readConfig({}),
    ...{ host: '127.0.0.1', port: 0, dataDirectory: directory, logLevel: 'silent' as const },
    benchmarkMinOrganizations: 3,
  }
  running = await start(config, { clock })
  await running.ready
  return running
}

/** A question of an organization, as its key asks it. */
async function ask(key: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${running?.address}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await response.json()) as Record<string, unknown>
}

const yesterday = { metrics: ['missed_chats'], range: { group: 'yesterday' }, time_zone: 'UTC', compare: 'benchmark' }

test('a server that was down over night computes what it missed, and tells every organization the same', async () => {
  const first = await serve()
  const keys = await Promise.all(
    ['One', 'Two', 'Three'].map(async (name) => {
      const { account } = first.services
      const { id } = await account.organizations.create({ name }, 'test')
      const key = { kind: 'secret' as const, scopes: ['ingest', 'query'] as ('ingest' | 'query')[], origins: [] }
      return (await account.keys.create(id, key, 'test')).secret
    }),
  )
  for (const key of keys) {
    const data = { conversation_id: 'c', author: { kind: 'contact', id: 'v' }, channel: 'web', text: 'Anybody?' }
    const event = {
      specversion: '1.0',
      id: 'm',
      source: '/s',
      type: 'message.sent',
      time: '2026-03-18T09:00:00Z',
      data,
    }
    expect(await ask(key, '/v1/events', event)).toMatchObject({ accepted: 1 })
  }
  await first.services.settling.settler().settled()
  await first.close()

  clock.time = Date.parse('2026-03-19T07:05:00Z')
  await serve()
  const [key = ''] = keys
  let answer = await ask(key, '/v1/query', yesterday)
  for (
    let turn = 0;
    turn < 200 && !(answer.comparison as { computed_at: string }).computed_at?.startsWith('2026-03-19');
    turn += 1
  ) {
    await sleep(50)
    answer = await ask(key, '/v1/query', yesterday)
  }
  for (const one of keys)
    expect(await ask(one, '/v1/query', yesterday)).toMatchObject({
      totals: { missed_chats: 1 },
      comparison: {
        kind: 'benchmark',
        computed_at: '2026-03-19T07:05:00.000Z',
        range: { from: '2026-03-18T00:00:00.000Z', to: '2026-03-19T00:00:00.000Z' },
        totals: { missed_chats: 3 },
        organizations: { missed_chats: 3 },
        business_type: null,
      },
    })
  const refused = await ask(key, '/v1/query', { ...yesterday, range: { from: '2026-03-18', to: '2026-03-19' } })
  expect(refused).toMatchObject({ status: 400, code: 'invalid_query', problems: [{ code: 'impossible_benchmark' }] })
})
