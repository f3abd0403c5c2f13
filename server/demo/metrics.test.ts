import { dimensionsOf } from '@parley/core/query/catalogue.ts'
import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../ask/ask.ts'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import { playDay } from './day.ts'
import { settingsOf, trackedUrlsOf } from './decisions.ts'
import { describeOrganization } from './describe.ts'
import { organizations } from './organizations/organizations.ts'
import type { Planned } from './script.ts'
import { yearUntil } from './year.ts'

// A week with a newsletter and an offer: what is in it is in the year.
const firstDay = Date.UTC(2026, 9, 5) / dayMs
const dayCount = 6
/** And the Monday after it, as it is a quarter past twelve: some wait, some have a break. */
const lastDay = firstDay + 7
const noon = lastDay * dayMs + 10.25 * hourMs
const year = yearUntil(Date.UTC(2026, 10, 20))

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  const [vendor] = organizations
  const { conversion_rates = {} } = settingsOf(vendor)
  for (const one of organizations) {
    const trackedUrls = trackedUrlsOf(one).map(({ label, patterns }) => ({ id: `${one.key} ${label}`, patterns }))
    house.decide(one.key, { settings: { ...settingsOf(one), conversion_rates }, trackedUrls })
    await house.take(one.key, eventsOf(describeOrganization(one, firstDay * dayMs)))
  }
  // Hours of service are there before what they hold for: nothing has to be derived twice.
  await house.settled()
  for (const one of organizations) {
    const days = Array.from({ length: dayCount }, (_, index) => playDay(year, one, firstDay + index)).flat()
    await house.take(one.key, eventsOf(days))
  }
  const lastHours = organizations.flatMap((one) => playDay(year, one, lastDay).filter(({ at }) => at < noon))
  for (const [key, planned] of Map.groupBy(lastHours, ({ organization }) => organization))
    await house.take(key, eventsOf(planned))
  await house.settled()
})
afterAll(() => house.close())

const eventsOf = (planned: readonly Planned[]) => planned.map(({ event }) => event)

/** Numbers of now, which are of nothing a month later. */
const standing = ['open_sessions', 'waiting_contacts', 'longest_wait', 'agents_online', 'agents_paused']

function answer(metrics: string[], dimensions: string[] = [], now = (firstDay + 60) * dayMs) {
  const sees = () => organizations.map(({ key }) => key)
  const services = house.at(now, { timeZone: 'Europe/Amsterdam', sees })
  const range = { from: '2026-09-01', to: '2026-11-01' }
  return ask(services, { organizationId: 'parlance', language: 'en' }, { metrics, dimensions, range })
}

function withoutValue({ totals }: Awaited<ReturnType<typeof answer>>): string[] {
  return Object.keys(totals).filter((id) => totals[id] === null || Number(totals[id]) === 0)
}

test('every metric of the catalogue has a value', async () => {
  const without: string[] = []
  const ids = [...catalogue.metrics.keys()].filter((id) => !standing.includes(id))
  while (ids.length > 0) without.push(...withoutValue(await answer(ids.splice(0, 10))))
  without.push(...withoutValue(await answer(standing, [], noon)))
  expect(without).toEqual([])
})

test('every dimension of the catalogue tells things apart', async () => {
  const without: string[] = []
  for (const { id } of catalogue.dimensions.values()) {
    const named = new Set<unknown>()
    for (const metric of catalogue.metrics.values()) {
      if (named.size > 1) break
      if (!dimensionsOf(catalogue, metric).some((dimension) => dimension.id === id)) continue
      for (const [value] of (await answer([metric.id], [id])).rows) if (value !== '' && value !== null) named.add(value)
    }
    if (named.size < 2) without.push(id)
  }
  // Everybody in the demo pays in euros.
  expect(without).toEqual(['currency'])
})
