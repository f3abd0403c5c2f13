import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let dealer: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  dealer = await server.createOrganization('Dealer')
})
afterAll(() => server.close())

const march = { from: '2026-03-01', to: '2026-04-01' }

test('phrases are refused without their author or to a key that may not ask', async () => {
  const ask = (key: string, payload: object) => server.send({ method: 'POST', url: '/v1/phrases', key, payload })
  const unfinished = await ask(await dealer.keyFor('query'), { range: march })
  expect(unfinished.statusCode).toBe(400)
  expect(unfinished.json().code).toBe('invalid_request')
  const forbidden = await ask(await dealer.keyFor('ingest'), { author_kind: 'contact', range: march })
  expect(forbidden.statusCode).toBe(403)
})
