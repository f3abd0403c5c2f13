import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventColumns } from '../../ingest/event-row.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let shop: TestOrganization

const origin = 'https://shop.example'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'

beforeAll(async () => {
  server = await startTestServer()
  shop = await server.createOrganization('Shop')
})

afterAll(() => server.close())

function page(id: string, data: Record<string, unknown> = {}) {
  return {
    specversion: '1.0',
    id,
    source: '/tag/w1',
    type: 'page.viewed',
    data: { visitor_id: 'v-1', url: 'https://shop.example/', ...data },
  }
}

function send(key: string, event: object, headers: Record<string, string>) {
  return server.send({
    method: 'POST',
    url: '/v1/events',
    key,
    remoteAddress: '145.97.0.1',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(event),
  })
}

const surroundings = ['country', 'region', 'place', 'browser', 'os', 'device'] as const

/** The row of an event in the journal, its surroundings, and what it has beside the columns of its type. */
async function journaled(id: string): Promise<{ row: string; around: string[]; data: unknown }> {
  const { journal } = server.services
  const { records } = await journal.read(journal.checkpoint(), 1e9)
  const rows = records.flatMap(({ payload }) => payload.toString().split('\n'))
  const row = rows.find((line) => line.split('\t')[2] === id) ?? ''
  const cells = row.split('\t')
  const cell = (column: (typeof eventColumns)[number]) => cells[eventColumns.indexOf(column)] ?? ''
  return { row, around: surroundings.map(cell), data: JSON.parse(cell('data')) }
}

describe('an event that a browser sends', () => {
  it('says where and with what the visitor was, and keeps neither the address nor the user agent', async () => {
    const key = await shop.publishableKeyFor(origin)
    const headers = { origin, 'user-agent': firefox }
    const made_up = { country: 'ZZ', region: 'Oz', latitude: 52.09083, longitude: 5.12222, title: 'Shop' }
    expect((await send(key, page('b-1', made_up), headers)).statusCode).toBe(200)
    const { row, around, data } = await journaled('b-1')
    // The page cannot make up a country, nor tell more finely where somebody is.
    expect(data).toEqual({ title: 'Shop' })
    expect(around).toEqual(['NL', '', '', 'Firefox', 'Linux', 'desktop'])
    expect(row).not.toMatch(/145\.97|Gecko/)
    expect(JSON.stringify(server.logged)).not.toMatch(/145\.97|Gecko/)
  })

  it('is marked when the browser is a bot', async () => {
    const key = await shop.publishableKeyFor(origin)
    await send(key, page('b-2'), { origin, 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
    expect((await journaled('b-2')).around).toEqual(['NL', '', '', '', '', 'bot'])
  })
})

describe('an event that a server sends', () => {
  it('is kept as it was sent: the address is the server’s', async () => {
    const told = { country: 'BE', browser: 'Chrome', region: 'Antwerpen', latitude: 51.2, longitude: 4.4 }
    await send(await shop.keyFor('ingest'), page('s-1', told), { 'user-agent': firefox })
    const { around, data } = await journaled('s-1')
    expect(around).toEqual(['BE', 'Antwerpen', '51.2,4.4', 'Chrome', '', ''])
    expect(data).toEqual({})
  })
})

describe('a page that is left', () => {
  const leave = (key: string, address: string, event: object, headers: Record<string, string> = { origin }) =>
    server.send({
      method: 'POST',
      url: `/v1/events?key=${address}`,
      ...(key && { key }),
      headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
      payload: JSON.stringify([event]),
    })

  it('sends its last events as plain text, with the publishable key in the address', async () => {
    const key = await shop.publishableKeyFor(origin)
    const answer = await leave('', key, page('l-1'))
    expect([answer.statusCode, answer.json().accepted]).toEqual([200, 1])
  })

  it('may do so only from the origins of its key', async () => {
    const key = await shop.publishableKeyFor(origin)
    const answer = await leave('', key, page('l-2'), { origin: 'https://elsewhere.example' })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin_not_allowed'])
  })

  it('cannot use a secret key so', async () => {
    const answer = await leave('', await shop.keyFor('ingest'), page('l-3'))
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in'])
  })

  it('is what plain text is for: a server sends JSON', async () => {
    const answer = await leave(await shop.keyFor('ingest'), '', page('l-4'))
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported_media_type'])
  })
})
