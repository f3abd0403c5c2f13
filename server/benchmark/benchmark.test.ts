import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DateGroup, dateGroups, groupRange } from '@parley/core/time/range.ts'
import { benchmarkByHand } from '@parley/fixtures/oracle/benchmark.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import { answer, metricIds } from '@parley/fixtures/oracle/metrics.ts'
import { anyWorld, receivedBy } from '@parley/fixtures/worlds.ts'
import { benchmarkKinds } from '@parley/model/benchmark.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ControlDatabase, openControlDatabase } from '../account/database.ts'
import { ask } from '../ask/ask.ts'
import type { AskServices } from '../ask/asking.ts'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import { createJobs } from '../jobs/jobs.ts'
import { type Benchmark, createBenchmark } from './benchmark.ts'
import { createBenchmarkShelf } from './shelf.ts'

const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)
const directory = mkdtempSync(join(tmpdir(), 'parley-benchmark-'))
let house: TestHouse
let database: ControlDatabase

beforeAll(async () => {
  house = await openTestHouse()
  database = await openControlDatabase({ dataDirectory: directory, postgresUrl: null })
})
afterAll(async () => {
  await house.close()
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})
beforeEach(clearShelf)

async function clearShelf(): Promise<void> {
  await database.db.deleteFrom('benchmark_runs').execute()
  await database.db.deleteFrom('benchmark_figures').execute()
}

type Place = {
  readonly organizations: Readonly<Record<string, string | null>>
  readonly timeZone?: string
  readonly minimum?: number
  /** Up to when answers are complete; the clock when absent. */
  readonly asOf?: () => number
}

/** The benchmark of some organizations at an instant that can be moved, and what was asked of the engine. */
function open(nowMs: number, { organizations, timeZone = 'UTC', minimum = 3, asOf }: Place) {
  const clock = { time: nowMs, now: () => clock.time }
  const asked: string[] = []
  const errors: unknown[] = []
  const services: AskServices = {
    ...house.at(0),
    asOf: asOf ?? clock.now,
    // Whatever an organization sees below it is no part of its own number.
    scopeOf: async () => Object.keys(organizations),
    timeZoneOf: async (id) => {
      asked.push(id)
      return 'Asia/Kathmandu'
    },
    benchmarkFor: (id, group) => benchmark.viewFor(id, group),
  }
  const benchmark: Benchmark = createBenchmark({
    ask: services,
    shelf: createBenchmarkShelf(database.db),
    clock,
    organizationIds: async () => Object.keys(organizations),
    businessTypeOf: async (id) => organizations[id] ?? null,
    timeZone,
    minimumOrganizations: minimum,
  })
  const jobs = createJobs({ jobs: benchmark.jobs, clock, onError: (error) => errors.push(error) })
  return { benchmark, services, clock, asked, errors, runDue: () => jobs.runDue() }
}

let chats = 0

/** A chat of an organization: the contact writes, and the agent answers so many seconds later, or nobody does. */
async function chat(organization: string, time: string, answeredAfter: number | null): Promise<void> {
  chats += 1
  const message = (id: string, at: number, kind: string) => ({
    specversion: '1.0',
    id: `${id}-${chats}`,
    source: '/test',
    type: 'message.sent',
    time: new Date(at).toISOString(),
    data: { conversation_id: `c-${chats}`, author: { kind, id: kind }, channel: 'web', text: 'Hello' },
  })
  const at = Date.parse(time)
  const answer = answeredAfter === null ? [] : [message('a', at + answeredAfter * 1000, 'agent')]
  await house.take(organization, [message('q', at, 'contact'), ...answer])
}

const wednesday = Date.parse('2026-03-18T10:20:00Z')

describe('the benchmark', () => {
  const dealers = { d1: 'dealer', d2: 'dealer', d3: 'dealer', n1: null, n2: null, n3: null, empty: 'brand' }

  beforeAll(async () => {
    // Yesterday, 17 March: answered after 10, 20 … seconds, and one missed each.
    for (const [index, id] of ['d1', 'd2', 'd3', 'n1', 'n2', 'n3'].entries()) {
      await chat(id, '2026-03-17T12:00:00Z', (index + 1) * 10)
      await chat(id, '2026-03-17T13:00:00Z', null)
    }
    // Only one organization had anything the day before.
    await chat('d1', '2026-03-16T12:00:00Z', 5)
    await house.settled()
  })

  it('adds up what is counted and takes the mean of what is measured, over all and over a business type', async () => {
    const { benchmark, runDue } = open(wednesday, { organizations: dealers })
    await runDue()
    const { run, all, businessType } = await benchmark.viewFor('d1', 'yesterday')
    expect(run).toEqual({
      group: 'yesterday',
      dueAt: Date.parse('2026-03-18T00:00:00Z'),
      computedAt: wednesday,
      range: { from: Date.parse('2026-03-17T00:00:00Z'), to: Date.parse('2026-03-18T00:00:00Z') },
    })
    expect(all.get('missed_chats')).toMatchObject({ value: 6, organizations: 6 })
    expect(all.get('chats_with_agent_reply')).toMatchObject({ value: 6, organizations: 6 })
    expect(all.get('avg_first_response_time')).toMatchObject({ value: 35, organizations: 6 })
    expect(businessType?.id).toBe('dealer')
    expect(businessType?.figures.get('avg_first_response_time')).toMatchObject({ value: 20, organizations: 3 })
    expect((await benchmark.viewFor('n1', 'yesterday')).businessType).toBeNull()
    expect((await benchmark.viewFor('empty', 'yesterday')).businessType).toEqual({ id: 'brand', figures: new Map() })
  })

  it('stands beside an answer, for the metrics that were asked for', async () => {
    const { services, runDue } = open(wednesday, { organizations: dealers })
    const question = {
      metrics: ['chats', 'missed_chats', 'avg_first_response_time'],
      range: { group: 'yesterday' },
      time_zone: 'UTC',
      granularity: 'hour' as const,
      compare: 'benchmark' as const,
    }
    const own: AskServices = { ...services, scopeOf: async (id) => [id] }
    const before = await ask(own, { organizationId: 'd2' }, question)
    expect(before.comparison).toMatchObject({
      kind: 'benchmark',
      computed_at: null,
      totals: { chats: null, missed_chats: null, avg_first_response_time: null },
    })
    await runDue()
    const { totals, comparison } = await ask(own, { organizationId: 'd2' }, question)
    expect(totals).toEqual({ chats: 2, missed_chats: 1, avg_first_response_time: 20 })
    expect(comparison).toEqual({
      kind: 'benchmark',
      rows: [],
      // Of `chats` there is no benchmark.
      totals: { chats: null, missed_chats: 6, avg_first_response_time: 35 },
      organizations: { chats: null, missed_chats: 6, avg_first_response_time: 6 },
      spread: {
        chats: null,
        missed_chats: { p25: 1, median: 1, p75: 1 },
        avg_first_response_time: { p25: 22.5, median: 35, p75: 47.5 },
      },
      range: { from: '2026-03-17T00:00:00.000Z', to: '2026-03-18T00:00:00.000Z' },
      computed_at: '2026-03-18T10:20:00.000Z',
      business_type: {
        id: 'dealer',
        totals: { chats: null, missed_chats: 3, avg_first_response_time: 20 },
        organizations: { chats: null, missed_chats: 3, avg_first_response_time: 3 },
        // Half of three dealers are too few to speak of.
        spread: { chats: null, missed_chats: null, avg_first_response_time: null },
      },
    })
  })

  it('keeps nothing that may not be given: not of a day on which one organization had chats', async () => {
    const { runDue } = open(Date.parse('2026-03-17T09:00:00Z'), { organizations: dealers })
    await runDue()
    const kept = await database.db.selectFrom('benchmark_figures').selectAll().execute()
    expect(kept.filter(({ date_group }) => date_group === 'yesterday')).toEqual([])
    expect(await database.db.selectFrom('benchmark_runs').select('date_group').execute()).toHaveLength(8)
  })

  it('of what was kept gives no more than the minimum of today allows', async () => {
    await open(wednesday, { organizations: dealers }).runDue()
    const { benchmark } = open(wednesday, { organizations: dealers, minimum: 6 })
    const { all, businessType } = await benchmark.viewFor('d1', 'yesterday')
    expect(all.get('missed_chats')).toMatchObject({ organizations: 6, spread: null })
    expect(businessType?.figures).toEqual(new Map())
  })

  it('does not ask anything where there are too few organizations', async () => {
    const { asked, runDue, benchmark } = open(wednesday, { organizations: { d1: null, d2: null } })
    await runDue()
    expect(asked).toEqual([])
    expect((await benchmark.viewFor('d1', 'today')).run).not.toBeNull()
  })

  it('waits until everything up to its time is in the numbers', async () => {
    let asOf = Date.parse('2026-03-18T09:59:59.999Z')
    const { runDue, benchmark } = open(wednesday, { organizations: dealers, asOf: () => asOf })
    await runDue()
    expect((await benchmark.viewFor('d1', 'today')).run).toBeNull()
    expect((await benchmark.viewFor('d1', 'yesterday')).run).not.toBeNull()
    asOf += 1
    await runDue()
    expect((await benchmark.viewFor('d1', 'today')).run?.dueAt).toBe(asOf)
  })
})

describe('the benchmark of three organizations with 1000, 2000 and 15000 visits', () => {
  const event = (id: string, type: string, at: number, data: object) => ({
    ...{ specversion: '1.0', id, source: '/test', type, time: new Date(at).toISOString() },
    data,
  })
  const noon = Date.parse('2026-05-06T12:00:00Z')

  /** Visits, and chats that last so long, of which an agent ends the engaged ones and the contact the missed ones. */
  function dayOf(visits: number, engaged: number, missed: number, seconds: number): object[] {
    const viewed = Array.from({ length: visits }, (_, index) =>
      event(`v${index}`, 'page.viewed', noon + index, { visitor_id: `v${index}`, url: 'https://shop.example/' }),
    )
    const said = Array.from({ length: engaged + missed }, (_, index) => {
      const says = (kind: string) => ({ conversation_id: `c${index}`, author: { kind, id: kind }, channel: 'web' })
      return [
        event(`q${index}`, 'message.sent', noon + index, says('contact')),
        event(`a${index}`, 'message.sent', noon + index + seconds * 1000, says(index < engaged ? 'agent' : 'contact')),
      ]
    })
    return [...viewed, ...said.flat()]
  }

  it('is 18000 visits, 1250 engaged, 310 missed, 500 s, 7.22 % and 1.72 %: asked of the engine, nothing is rounded before', async () => {
    const days = { e1: dayOf(1000, 50, 10, 350), e2: dayOf(2000, 200, 50, 800), e3: dayOf(15000, 1000, 250, 350) }
    for (const [organization, events] of Object.entries(days))
      for (let start = 0; start < events.length; start += 10_000)
        await house.take(organization, events.slice(start, start + 10_000))
    await house.settled()
    const { benchmark, runDue, errors } = open(Date.parse('2026-05-07T03:00:00Z'), {
      organizations: { e1: null, e2: null, e3: null },
    })
    await runDue()
    expect(errors).toEqual([])
    const { all } = await benchmark.viewFor('e1', 'yesterday')
    const said = (metric: string) => all.get(metric)?.value ?? Number.NaN
    expect(['visits', 'chats_with_agent_reply', 'missed_chats', 'avg_session_duration'].map(said)).toEqual([
      18000, 1250, 310, 500,
    ])
    expect(['engagement_ratio', 'missed_ratio'].map((metric) => (said(metric) * 100).toFixed(2))).toEqual([
      '7.22',
      '1.72',
    ])
  })
})

describe('the calendar of the platform', () => {
  const organizations = { a: null }
  const amsterdam = { organizations, timeZone: 'Europe/Amsterdam' }

  /** The groups that are computed when the clock goes on to an instant. */
  async function computedAt(from: string, to: string): Promise<DateGroup[]> {
    const { clock, runDue, benchmark } = open(Date.parse(from), amsterdam)
    await runDue()
    clock.time = Date.parse(to)
    await runDue()
    const runs = await Promise.all(dateGroups.map(async (group) => (await benchmark.viewFor('a', group)).run))
    return dateGroups.filter((_, index) => runs[index]?.computedAt === clock.time)
  }

  it.each([
    ['within the hour', '2026-03-18T10:20:00Z', '2026-03-18T10:59:59Z', []],
    ['the next hour', '2026-03-18T10:20:00Z', '2026-03-18T11:00:00Z', ['today']],
    [
      'the next day',
      '2026-03-18T22:20:00Z',
      '2026-03-18T23:00:00Z',
      ['year_to_date', 'month_to_date', 'week_to_date', 'yesterday', 'today'],
    ],
    [
      'on Monday, the night after clocks went forward',
      '2026-03-29T21:30:00Z',
      '2026-03-29T22:00:00Z',
      ['year_to_date', 'month_to_date', 'last_week', 'week_to_date', 'yesterday', 'today'],
    ],
    [
      'on the 1st, a Sunday',
      '2026-02-28T22:30:00Z',
      '2026-02-28T23:00:00Z',
      ['year_to_date', 'last_month', 'month_to_date', 'week_to_date', 'yesterday', 'today'],
    ],
    [
      'on 1 January, a Thursday',
      '2025-12-31T22:30:00Z',
      '2025-12-31T23:00:00Z',
      ['last_year', 'year_to_date', 'last_month', 'month_to_date', 'week_to_date', 'yesterday', 'today'],
    ],
    [
      'after three months down',
      '2026-01-10T12:00:00Z',
      '2026-04-12T12:34:00Z',
      dateGroups.filter((group) => group !== 'last_year'),
    ],
  ])('computes %s what is due', async (_, from, to, groups) => {
    expect(await computedAt(from, to)).toEqual(groups)
  })

  it('decides over which days: all of last month in its zone, today up to the full hour', async () => {
    const { runDue, benchmark } = open(Date.parse('2026-04-12T12:34:00Z'), amsterdam)
    await runDue()
    const rangeOf = async (group: DateGroup) => {
      const range = (await benchmark.viewFor('a', group)).run?.range
      return range && [new Date(range.from).toISOString(), new Date(range.to).toISOString()]
    }
    expect(await rangeOf('last_month')).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'])
    expect(await rangeOf('last_week')).toEqual(['2026-03-29T22:00:00.000Z', '2026-04-05T22:00:00.000Z'])
    expect(await rangeOf('month_to_date')).toEqual(['2026-03-31T22:00:00.000Z', '2026-04-11T22:00:00.000Z'])
    expect(await rangeOf('today')).toEqual(['2026-04-11T22:00:00.000Z', '2026-04-12T12:00:00.000Z'])
  })
})

describe('of random worlds the benchmark', () => {
  it('is what is counted by hand', async () => {
    const types = ['dealer', 'brand', null]
    const worlds = fc
      .sample(anyWorld({ organizations: 9, conversations: 3 }), { seed, numRuns: 40 })
      .filter((world) => world.organizations >= 5)
      .slice(-5)
    expect(worlds.length).toBeGreaterThan(0)
    const metrics = [...benchmarkKinds].filter(([id]) => catalogue.metrics.has(id) && metricIds.includes(id))
    let given = 0
    let spreads = 0
    for (const [index, world] of worlds.entries()) {
      const ids = Array.from({ length: world.organizations }, (_, number) => `world-${index}-${number}`)
      for (const { organization, events } of world.batches) await house.take(ids[organization] ?? '', events)
      await house.settled()
      // What was computed for a later world would be done already.
      await clearShelf()
      const organizations = Object.fromEntries(ids.map((id, number) => [id, types[number % 3] ?? null]))
      const { benchmark, errors, runDue } = open(world.now, { organizations })
      await runDue()
      expect(errors).toEqual([])
      const facts = ids.map((_, number) => factsOf(receivedBy(world, number)))
      for (const group of dateGroups) {
        const { run, all } = await benchmark.viewFor('', group)
        const range = groupRange(group, 'UTC', run?.dueAt ?? 0)
        const numbers = ids.map((_, number) => ({
          type: types[number % 3] ?? null,
          figures: Object.fromEntries(
            metrics.map(([id]) => [
              id,
              answer(facts[number] as ReturnType<typeof factsOf>, id, { ...range, now: world.now, filters: [] }),
            ]),
          ),
        }))
        for (const [metric, kind] of metrics) {
          const expected = benchmarkByHand(numbers, metric, kind, 3)
          for (const type of types) {
            const ofType = type === null ? all : await figuresOf(benchmark, ids[types.indexOf(type)] ?? '', group)
            const figure = ofType.get(metric)
            const said = expected.find((one) => one.type === type)
            const where = `${metric} of ${group} for ${type} with seed ${seed}`
            expect(figure?.organizations, where).toBe(said?.organizations)
            if (figure && said) expect(figure.value, where).toBeCloseTo(said.value, 6)
            const quartiles = figure?.spread ? [figure.spread.p25, figure.spread.median, figure.spread.p75] : null
            expect(quartiles?.length, where).toBe(said?.quartiles?.length)
            for (const [place, one] of (quartiles ?? []).entries())
              expect(one, where).toBeCloseTo(said?.quartiles?.[place] ?? Number.NaN, 6)
            if (quartiles) spreads += 1
            if (figure) given += 1
          }
        }
      }
    }
    expect(given).toBeGreaterThan(0)
    expect(spreads).toBeGreaterThan(0)
  })
})

async function figuresOf(benchmark: Benchmark, organizationId: string, group: DateGroup) {
  return (await benchmark.viewFor(organizationId, group)).businessType?.figures ?? new Map()
}
