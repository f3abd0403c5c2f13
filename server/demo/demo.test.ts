import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../api/testing.ts'
import { type DemoOptions, startDemo } from './demo.ts'
import { describeOrganization } from './describe.ts'
import { organizations } from './organizations/organizations.ts'
import { createDays, createLive } from './stream.ts'
import { yearUntil } from './year.ts'

let server: TestServer
const first = Date.UTC(2026, 2, 4, 15)
const year = yearUntil(first)
const recentMs = 14 * dayMs
const pastMs = 16 * dayMs
const options: DemoOptions = { stopping: new AbortController().signal, pastMs }

beforeAll(async () => {
  server = await startTestServer()
  server.clock.time = first
})
afterAll(() => server.close())

const filled = () => JSON.parse(readFileSync(join(server.services.config.dataDirectory, 'demo.json'), 'utf8'))
const countOf = (from: number, to: number) => createDays(year, from).advance(to).length
const liveCountOf = (from: number, to: number) => createLive(year, from).advance(to).length

test('the first start makes the organizations and their last days, and then what was before', async () => {
  const { services, account } = server
  const parts: number[] = []
  const demo = await startDemo(services, { ...options, onProgress: (part) => parts.push(part) })
  const described = organizations.flatMap((one) => describeOrganization(one, 0)).length
  expect(demo.added).toBe(described + countOf(first - recentMs, first) + liveCountOf(first - hourMs, first))
  expect(await demo.whole).toBe(true)
  await demo.stop()
  expect(parts).toEqual([14 / 16, 1])
  expect(filled()).toEqual({ first_day: year.firstDay, filled_from: first - pastMs, filled_to: first })
  const tree = (await account.organizations.list()).map(({ name, level }) => [name, level])
  expect(tree).toHaveLength(organizations.length)
  expect(tree).toEqual(
    expect.arrayContaining([
      ['Parlance Services', 0],
      ['Velo Group', 1],
      ['Velo Utrecht', 2],
      ['Velo Riga', 2],
      ['Velo Zeist', 3],
    ]),
  )
})

test('the organizations have decided what is to be decided, once', async () => {
  const { services, account } = server
  const shop = (await account.organizations.list()).find(({ name }) => name === 'Velo Utrecht')
  const held = async () => (await services.settings.of([shop?.id ?? ''])).get(shop?.id ?? '')
  expect(await held()).toMatchObject({
    values: { business_type: 'bicycles', sla_target_seconds: 180, conversion_rates: { bicycles: 0.035 } },
    sources: { conversion_rates: 'inherited', potential_visitors: 'own' },
  })
  expect((await services.trackedUrls.list([shop?.id ?? ''])).map(({ label }) => label)).toContain('Repair')
  await services.settings.change(shop?.id ?? '', { sla_target_seconds: 30 }, 'somebody')
  await (await startDemo(services, options)).stop()
  expect(await held()).toMatchObject({ values: { sla_target_seconds: 30 } })
})

test('a later start adds what is missing since', async () => {
  const { services, account, clock } = server
  const again = await startDemo(services, options)
  await again.stop()
  expect(again.added).toBe(0)
  clock.time = first + dayMs
  const later = await startDemo(services, options)
  await later.stop()
  const live = liveCountOf(first + dayMs - hourMs, first + dayMs)
  expect(later.added).toBe(countOf(first, first + dayMs) + live)
  expect(await account.organizations.list()).toHaveLength(organizations.length)
})

test('a later start goes on with what was before, where an earlier one stopped', async () => {
  const { services, clock } = server
  const { filled_from } = filled()
  const appends = () => services.journal.stats().appends
  const before = appends()
  const demo = await startDemo(services, { ...options, pastMs: clock.time - filled_from + dayMs })
  expect(await demo.whole).toBe(true)
  await demo.stop()
  expect(demo.added).toBe(0)
  expect(appends()).toBeGreaterThan(before)
  expect(filled()).toEqual({ first_day: year.firstDay, filled_from: filled_from - dayMs, filled_to: clock.time })
})

test('its link signs in as the owner, once', async () => {
  const demo = await startDemo(server.services, options)
  await demo.stop()
  const signIn = () => server.send({ method: 'POST', url: '/v1/sign-in', payload: { token: demo.token } })
  const answer = await signIn()
  const [cookie] = answer.cookies
  const me = await server.send({ url: '/v1/me', session: cookie?.value ?? '' })
  expect(me.json()).toMatchObject({
    organization: { id: demo.organizationId, name: 'Parlance Services' },
    memberships: [{ role: 'owner' }],
  })
  expect(me.json().organizations).toHaveLength(organizations.length)
  expect((await signIn()).json().code).toBe('sign_in_link_used')
})

test('it goes on while it runs', async () => {
  const { services, clock } = server
  const demo = await startDemo(services, options)
  const before = services.journal.stats().appends
  clock.time += hourMs
  await expect.poll(() => services.journal.stats().appends, { timeout: 10_000 }).toBeGreaterThan(before)
  await demo.stop()
  const after = services.journal.stats().appends
  clock.time += hourMs
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(services.journal.stats().appends).toBe(after)
})

test('it gives up when the server stops', async () => {
  server.clock.time += dayMs
  await expect(startDemo(server.services, { ...options, stopping: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  })
})
