import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { asLines, parley, type ServedDirectory, serveDirectory, someEvents } from './testing.ts'

let served: ServedDirectory
let organization: string
const events = someEvents(700)

beforeAll(async () => {
  served = await serveDirectory()
  organization = await served.createOrganization()
  const argv = ['import', '--organization', organization, '-']
  expect((await parley(served.env, argv, asLines(events))).code).toBe(0)
})

function exporting(...argv: string[]) {
  return parley(served.env, ['export', ...argv, '--organization', organization])
}

describe('an export', () => {
  it('of events is taken back by the import', async () => {
    const { stdout } = await exporting('events')
    const copy = await served.createOrganization()
    const imported = await parley(served.env, ['import', '--json', '--organization', copy, '-'], stdout)
    expect(imported.json()).toMatchObject({ accepted: events.length, duplicates: 0, rejected: 0 })
    const facts = async (id: string) => {
      const { stdout } = await parley(served.env, ['export', 'sessions', '--organization', id])
      return stdout.replaceAll(/"organization_(id|name)":"[^"]*",/g, '')
    }
    expect(await facts(copy)).toBe(await facts(organization))
  })

  it('goes to a file, as csv when its name says so, and counts the rows', async () => {
    const output = join(served.place, 'messages.csv')
    const { code, json } = await exporting('messages', '--output', output, '--json')
    const text = readFileSync(output, 'utf8')
    expect({ code, ...json() }).toMatchObject({
      code: 0,
      what: 'messages',
      rows: events.length,
      bytes: Buffer.byteLength(text),
      file: output,
      organization_id: organization,
    })
    const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
    expect(rows).toHaveLength(events.length)
    expect(rows[0]).toMatchObject({ sent_at: '2026-03-01T00:00:00.000+00:00', text: 'a ] "quote" {\n' })
    const asJson = await exporting('messages', '--output', output, '--format', 'ndjson', '--json')
    expect(asJson.json().rows).toBe(events.length)
    expect(JSON.parse(readFileSync(output, 'utf8').split('\n')[0] ?? '')).toMatchObject({ channel: 'web' })
  })

  it('is that of a range in a time zone', async () => {
    const { stdout } = await exporting(
      'messages',
      '--from',
      '2026-03-01T02:00',
      '--to',
      '2026-03-01T02:03',
      '--time-zone',
      'Europe/Riga',
    )
    const times = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).sent_at)
    expect(times).toEqual(['00', '01', '02'].map((minute) => `2026-03-01T02:${minute}:00.000+02:00`))
  })

  test.each([
    [['nothing'], 2, 'usage'],
    [['sessions', '--json'], 2, 'usage'],
    [['sessions', '--format', 'xlsx'], 2, 'usage'],
    [['events', '--format', 'csv'], 1, 'invalid_query'],
    [['sessions', '--from', 'then'], 1, 'invalid_query'],
    [['sessions', '--output', '/nowhere/at/all'], 1, 'unwritable_file'],
  ])('of %j ends with %i: %s', async (argv, exitCode, code) => {
    const { code: ended, stderr, stdout } = await exporting(...argv)
    expect(ended).toBe(exitCode)
    expect(`${stderr}${stdout}`).toContain(code)
  })

  it('that breaks off leaves no file that looks whole', async () => {
    const output = join(served.place, 'broken.csv')
    writeFileSync(output, 'what was there before')
    const { code } = await exporting('events', '--format', 'csv', '--output', output)
    expect(code).toBe(1)
    expect(readFileSync(output, 'utf8')).toBe('what was there before')
    expect(existsSync(`${output}.part`)).toBe(false)
  })
})

describe('over HTTP an export', () => {
  async function get(path: string, key?: string) {
    return fetch(
      `${served.running.address}${path}`,
      key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } },
    )
  }
  const keyOf = async (id: string, scope: 'query' | 'ingest') =>
    (await served.running.services.account.keys.create(id, { kind: 'secret', scopes: [scope], origins: [] }, 'cli'))
      .secret

  it('is the same, for a key that may ask', async () => {
    const response = await get(
      '/v1/export/sessions?format=csv&time_zone=Asia/Tokyo',
      await keyOf(organization, 'query'),
    )
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="parley-sessions.csv"')
    const { stdout } = await exporting('sessions', '--format', 'csv', '--time-zone', 'Asia/Tokyo')
    expect(await response.text()).toBe(stdout)
  })

  it('is compressed for who takes that, and the same', async () => {
    const key = await keyOf(organization, 'query')
    const plain = await get('/v1/export/events', key)
    const packed = await fetch(`${served.running.address}/v1/export/events`, {
      headers: { authorization: `Bearer ${key}`, 'accept-encoding': 'gzip' },
    })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe(await plain.text())
  })

  it('shows no organization to another', async () => {
    const other = await served.createOrganization()
    const key = await keyOf(other, 'query')
    expect(await (await get('/v1/export/events', key)).text()).toBe('')
    const asked = await get(`/v1/export/events?organization_id=${organization}`, key)
    expect([asked.status, (await asked.json()).code]).toEqual([404, 'unknown_organization'])
  })

  test.each([
    ['/v1/export/sessions', null, 401],
    ['/v1/export/sessions', 'ingest', 403],
    ['/v1/export/everything', 'query', 400],
    ['/v1/export/sessions?form=csv', 'query', 400],
    ['/v1/export/events?format=csv', 'query', 400],
  ] as const)('of %s with the scope %s is refused with %i', async (path, scope, status) => {
    expect((await get(path, scope === null ? undefined : await keyOf(organization, scope))).status).toBe(status)
  })

  it('that nobody waits for any more does no harm', async () => {
    const key = await keyOf(organization, 'query')
    const gone = new AbortController()
    const headers = { authorization: `Bearer ${key}` }
    const response = await fetch(`${served.running.address}/v1/export/events`, { headers, signal: gone.signal })
    gone.abort()
    await expect(response.text()).rejects.toThrow()
    expect((await (await get('/v1/export/events', key)).text()).trimEnd().split('\n')).toHaveLength(events.length)
  })

  it('does not keep the server from stopping when its reader has fallen asleep', async () => {
    const long = await served.createOrganization()
    await parley(served.env, ['import', '--organization', long, '-'], asLines(someEvents(40, 0, 200_000)))
    const asleep = await get('/v1/export/events', await keyOf(long, 'query'))
    expect(asleep.status).toBe(200)
    await served.close()
    // What came is not taken for the whole.
    await expect(asleep.text()).rejects.toThrow()
  })
})
