import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileQuery } from '@parley/core/compile/compile.ts'
import { compileRecords } from '@parley/core/compile/records.ts'
import type { Metric } from '@parley/core/declare/metric.ts'
import type { Sight } from '@parley/core/query/lookups.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { resolveQuery, resolveRecords } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { settingNumbers } from '@parley/model/settings/numbers.ts'
import { defaultSettings } from '@parley/model/settings/settings.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../store/engine.ts'
import { createFactTable } from '../../store/fact-table.ts'
import { openEngine } from '../../store/open.ts'
import { readSettings } from '../read-settings.ts'

/*
 * The SQL of every metric and of every kind of question, one file for each fact, to be read in a review:
 * `npx vitest run server/ask/golden -u` writes what changed.
 */

let directory: string
let engine: Engine

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-golden-'))
  engine = await openEngine(directory)
  for (const fact of catalogue.stored.values()) await engine.command(createFactTable(fact))
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

const asking = { now: Date.parse('2026-04-01T12:00:00Z'), timeZone: 'Europe/Amsterdam' }
const scope = organizationScope(['group', 'shop'])
const sight: Sight = {
  scope,
  lookups: {
    settings: new Map([
      ['group', settingNumbers(defaultSettings)],
      ['shop', settingNumbers({ ...defaultSettings, sla_target_seconds: 90, potential_visitors: 1200 })],
    ]),
    agent_levels: new Map([
      ['group', new Map([['anna', 0]])],
      ['shop', new Map([['anna', 2]])],
    ]),
    agent_guests: new Map([['shop', new Set(["o'neil"])]]),
    agent_teams: new Map([
      ['group', new Map([['anna', ['sales', "night's"]]])],
      ['shop', new Map([['bram', ['sales']]])],
    ]),
    tracked_urls: new Map([
      ['shop', [{ id: 'cards', patterns: ['*.shop.example/cards/*', "https://Bücher.example/100%_'off'"] }]],
    ]),
  },
}
// Clocks change on the 29th.
const range = { from: '2026-03-28', to: '2026-03-31' }

/** A question in words, and its statements. */
type Golden = { readonly title: string; readonly statements: readonly string[] }

function questionSql(title: string, request: Omit<QueryRequest, 'range'>): Golden {
  const resolved = resolveQuery({ range, ...request }, catalogue, asking)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
  return { title, statements: [compileQuery(resolved.query, catalogue, sight).sql] }
}

function recordsSql(title: string, metric: string): Golden {
  const resolved = resolveRecords({ metric, range, limit: 10 }, catalogue, asking)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
  const cursor = { timeMs: asking.now, eventKey: '18446744073709551615', organizationId: 'shop' }
  const { rows, count } = compileRecords(resolved.query, catalogue, sight, cursor)
  return { title, statements: [rows, count] }
}

function goldenOfMetric({ id, unit }: Metric): Golden {
  return questionSql(`${id} (${unit})`, { metrics: [id] })
}

const byFact = Map.groupBy(catalogue.metrics.values(), ({ fact }) => fact)
const goldens = new Map<string, readonly Golden[]>(
  [...byFact].map(([fact, metrics]) => [fact, metrics.map(goldenOfMetric)]),
)

goldens.set('questions', [
  questionSql('the four statistics of a duration sort once', {
    metrics: ['avg_response_time', 'median_response_time', 'p90_response_time', 'max_response_time'],
  }),
  questionSql('by day, over the change of the clocks', { metrics: ['chats'], granularity: 'day' }),
  questionSql('by hour, over the change of the clocks', { metrics: ['chats'], granularity: 'hour' }),
  questionSql('by hour in UTC', { metrics: ['chats'], granularity: 'hour', time_zone: 'UTC' }),
  questionSql('by week in Kathmandu', { metrics: ['chats'], granularity: 'week', time_zone: 'Asia/Kathmandu' }),
  questionSql('by quarter', { metrics: ['chats'], granularity: 'quarter' }),
  questionSql('by hour of the week', { metrics: ['messages'], granularity: 'hour_of_week', cycle: 'mean' }),
  questionSql('split, ordered and cut', {
    metrics: ['leads', 'chats'],
    dimensions: ['channel', 'agent'],
    granularity: 'month',
    order: [{ by: 'chats', desc: true }, { by: 'agent' }],
    limit: 5,
  }),
  questionSql('one number over another of another fact, and one of the two', {
    metrics: ['missed_ratio', 'visits'],
    dimensions: ['touchpoint'],
    granularity: 'day',
  }),
  questionSql('three facts joined', {
    metrics: ['chats', 'messages', 'avg_response_time'],
    dimensions: ['channel'],
    granularity: 'day',
  }),
  questionSql('what lasts, cut at the hours, over the change of the clocks', {
    metrics: ['online_seconds'],
    granularity: 'hour',
  }),
  questionSql('every kind of filter', {
    metrics: ['survey_rating'],
    filters: [
      { dimension: 'channel', op: 'in', values: ['web', "it's"] },
      { dimension: 'agent', op: 'not_in', values: ['a1', null] },
      { dimension: 'team', op: 'exists' },
      { dimension: 'touchpoint', op: 'not_exists' },
      { dimension: 'agent', op: 'contains', values: ['An', '%'] },
      { dimension: 'rating', op: 'in', values: [4, null] },
      { dimension: 'rating', op: 'not_in', values: [1, 2.5] },
      { dimension: 'rating', op: 'exists' },
    ],
  }),
  questionSql('by tracked URL, of which a page may have several, and by level', {
    metrics: ['chats'],
    dimensions: ['tracked_url', 'level'],
    filters: [
      { dimension: 'tracked_url', op: 'in', values: ['cards', '-1'] },
      { dimension: 'level_group', op: 'in', values: ['own'] },
    ],
  }),
  questionSql('by the teams of an agent, of which there may be several', {
    metrics: ['agent_occupancy'],
    dimensions: ['team'],
    filters: [{ dimension: 'team', op: 'not_in', values: ["night's", null] }],
  }),
  questionSql('by length', { metrics: ['first_responses'], dimensions: ['first_response_bucket'] }),
  questionSql('what is set for each month beside what happened in it', {
    metrics: ['potential_visitors', 'chats'],
    dimensions: ['organization'],
    granularity: 'month',
  }),
  recordsSql('the second page of the records behind missed chats', 'missed_chats'),
  recordsSql('the records behind a rating', 'survey_rating'),
])

function text(all: readonly Golden[]): string {
  return `${all.map(({ title, statements }) => `-- ${title}\n${statements.join(';\n\n')};\n`).join('\n\n')}`
}

describe('the SQL', () => {
  it.each([...goldens.keys()])('of %s is as it was read and agreed', async (name) => {
    await expect(text(goldens.get(name) ?? [])).toMatchFileSnapshot(`${name}.sql`)
  })

  it.each([...goldens.keys()])('of %s is SQL to the engine, and answers from empty tables', async (name) => {
    for (const { title, statements } of goldens.get(name) ?? [])
      for (const statement of statements) {
        const [parsed] = await engine.query(`EXPLAIN SYNTAX ${statement}`)
        expect(parsed, title).toBeDefined()
        await engine.query(`EXPLAIN ${statement}`, { settings: readSettings })
        await engine.query(statement, { settings: readSettings })
      }
  })

  it('has the guard of the organizations on every table it reads', () => {
    for (const all of goldens.values())
      for (const { title, statements } of all)
        for (const statement of statements) {
          const guarded =
            statement.match(
              /^FROM (?:\w+(?: FINAL)?|\(SELECT [^\n]+\))\nWHERE organization_id IN \('group', 'shop'\)(?: AND |$)/gm,
            ) ?? []
          // What else is named was made of these in the same statement.
          const read = [...statement.matchAll(/\b(?:FROM|JOIN)\s+(\w+|\(SELECT fromUnix)/gi)].filter(
            ([, name = '']) => name.startsWith('(') || catalogue.stored.has(name),
          )
          expect(guarded, title).toHaveLength(read.length)
          expect(guarded.length, title).toBeGreaterThan(0)
        }
  })

  it('lies in no file that nothing writes any more', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.sql'))
    expect(files.filter((file) => !goldens.has(file.replace('.sql', '')))).toEqual([])
  })
})
