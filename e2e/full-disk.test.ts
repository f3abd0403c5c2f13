import { afterAll, expect, test } from 'vitest'
import { type Client, createClient, type IngestAnswer } from './client.ts'
import { type Event, message } from './events.ts'
import { createOrganization, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'
import { mountSmallDisk } from './small-disk.ts'

const disk = mountSmallDisk(192)
let server: Server | null = null

afterAll(async () => {
  await server?.kill()
  disk?.remove()
})

test.skipIf(disk === null)(
  'a full disk refuses events and nothing else, and takes them again once there is space',
  async () => {
    if (disk === null) return
    const { key } = await createOrganization(disk.directory)
    server = await startServer(disk.directory, { PARLEY_LOG_LEVEL: 'fatal' })
    await server.ready()
    let client = createClient(server.address, key)
    await client.post(batch(0))
    await settled(client)
    await client.post(batch(1))

    disk.fill()
    for (const number of [2, 3]) {
      const refused = await client.send('POST', '/v1/events', { body: batch(number) })
      expect(refused).toMatchObject({
        status: 503,
        json: {
          code: 'journal_unavailable',
          detail: expect.stringMatching(/ENOSPC.*Nothing was taken: send the same again/),
        },
      })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    const notReady = await client.send('GET', '/readyz')
    expect(notReady).toMatchObject({ status: 503, json: { code: 'not_ready' } })
    expect(notReady.text).toMatch(/The disk of .* is full .* Make room on it; no restart is needed\./)
    // Questions are still answered, or it is said why not.
    const { status, json } = await client.send('POST', '/v1/query', {
      body: { metrics: ['messages'], range: { group: 'last_year' } },
    })
    expect([200, 503]).toContain(status)
    if (status === 503) expect(json).toMatchObject({ code: expect.stringMatching(/_unavailable$/) })
    expect((await client.send('GET', '/healthz')).status).toBe(200)

    // Room for the journal, and none for the tables: what is taken waits.
    disk.giveBack(64 * 1024)
    const few = Array.from({ length: 10 }, (_, index) => message(`few-${index}`))
    const postedAt = new Date().toISOString()
    expect(await client.post(few)).toEqual({ accepted: 10, duplicates: 0, rejected: [] })
    const { as_of } = await client.query({ metrics: ['messages'] })
    expect(as_of < postedAt).toBe(true)

    disk.free()
    const taken = (await client.send('POST', '/v1/events', { body: batch(2) })).json as IngestAnswer
    expect((await client.send('GET', '/readyz')).status).toBe(200)
    // What was refused had not been taken in part: none of it is a duplicate.
    expect(taken).toEqual({ accepted: 1000, duplicates: 0, rejected: [] })
    await settled(client)
    const all = [...few, ...batch(0), ...batch(1), ...batch(2)].map(({ id }) => id).sort()
    expect(await stored(client)).toEqual(all)

    await server.kill()
    server = await startServer(disk.directory, { PARLEY_LOG_LEVEL: 'fatal' })
    await server.ready()
    client = createClient(server.address, key)
    await settled(client)
    expect(await stored(client)).toEqual(all)
  },
  90_000,
)

function batch(number: number): Event[] {
  return Array.from({ length: 1000 }, (_, index) =>
    message(`m-${number}-${index}`, { conversation: `c-${index % 50}`, note: 'x'.repeat(200) }),
  )
}

async function stored(client: Client): Promise<string[]> {
  return (await client.records('messages')).map(({ text }) => String(text)).sort()
}
