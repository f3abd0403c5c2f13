import type { QueryRequest } from '@parley/core/query/request.ts'
import { littleCommerce } from '@parley/fixtures/little-commerce.ts'
import { littleWorld } from '@parley/fixtures/little-world.ts'
import { dashboards } from '@parley/model/dashboards.ts'
import { type Language, languages } from '@parley/model/texts/index.ts'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../ask/ask.ts'
import { askRecords } from '../ask/records.ts'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import type { OwnDashboard } from '../boards/own-dashboards.ts'
import { type ToldDashboard, tellBuiltIn, tellOwn } from '../boards/told-dashboards.ts'
import { dashboardWorkbook } from './dashboard-workbook.ts'
import type { DashboardWorkbookRequest } from './workbook-request.ts'

/*
 * Workbooks are read back by a program that is not ours, and their numbers are compared with the answers to the same questions.
 */

let house: TestHouse
const timeZone = 'Europe/Amsterdam'
const range = { from: '2026-03-01', to: '2026-04-01' }
const filters = [{ dimension: 'channel', op: 'in' as const, values: ['web'] }]
const march: DashboardWorkbookRequest = { range, filters: [], granularity: 'auto' }
const services = () => house.at(littleWorld.now, { timeZone })
const maker = { organizationId: 'shop', actor: 'user:anna', isAdmin: false }

beforeAll(async () => {
  house = await openTestHouse()
  for (const { organization, events } of littleWorld.batches) if (organization === 0) await house.take('shop', events)
  await house.take('shop', littleCommerce)
  await house.take('shop', [
    {
      ...{ specversion: '1.0', id: 's-1', source: '/workbook', type: 'survey.answered', time: '2026-03-04T10:00:00Z' },
      data: { conversation_id: 's-1', rating: 4, submitted: true, feedback: '=1+1' },
    },
  ])
  await house.settled()
}, 60_000)
afterAll(() => house.close())

function builtIn(id: string, language: Language = 'en'): ToldDashboard {
  const found = dashboards.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return tellBuiltIn(found, language)
}

async function workbookOf(dashboard: ToldDashboard, request = march, language: Language = 'en') {
  const asker = { organizationId: 'shop', organization: 'The Shop', language }
  const bytes = await dashboardWorkbook(services(), asker, dashboard, request, AbortSignal.timeout(60_000))
  const sheets = await readXlsxFile(bytes)
  const parts = unzipSync(bytes)
  return {
    names: sheets.map(({ sheet }) => sheet),
    sheet: (name: string) => (sheets.find(({ sheet }) => sheet === name)?.data ?? []) as unknown[][],
    part: (path: string) => strFromU8(parts[path] ?? new Uint8Array()),
    paths: Object.keys(parts),
  }
}

const answer = (question: Partial<QueryRequest> & Pick<QueryRequest, 'metrics'>) =>
  ask(services(), { organizationId: 'shop' }, { range, ...question })

describe('the workbook of a dashboard with filters and a comparison', () => {
  const compare = 'previous_period' as const
  const request: DashboardWorkbookRequest = { ...march, filters, compare, granularity: 'week' }

  it('has the numbers of the same questions, those compared with under them', async () => {
    const { sheet } = await workbookOf(builtIn('chats_overview'), request)
    const metrics = ['chats_with_agent_reply', 'missed_chats']
    const asked = await answer({ metrics, filters, granularity: 'week', compare })
    const numbers = (rows: readonly unknown[][]) => rows.map((row) => row.slice(1, 3))
    const [titles, ...rows] = sheet('Answered and missed chats')
    const earlier = asked.comparison?.rows ?? []
    expect(titles).toEqual(['Time', 'Answered chats', 'Missed chats', 'Period'])
    expect(asked.rows.flat().some((value) => typeof value === 'number' && value > 0)).toBe(true)
    expect(earlier.length).toBeGreaterThan(0)
    expect(numbers(rows)).toEqual(numbers([...asked.rows, ...earlier]))
    expect(rows.map((row) => row[3])).toEqual([
      ...asked.rows.map(() => 'This period'),
      ...earlier.map(() => 'Previous period'),
    ])
  })

  it('has the cards of all its panels on one sheet, beside the numbers compared with', async () => {
    const { sheet } = await workbookOf(builtIn('chats_overview'), request)
    const panel = builtIn('chats_overview').panels.find(({ kind }) => kind === 'cards')
    const asked = await answer({ metrics: panel?.metrics ?? [], filters, compare })
    const [titles, ...rows] = sheet('Cards')
    expect(titles?.slice(0, 5)).toEqual(['Panel', 'Metric', 'Whole range', 'Previous period', 'Unit'])
    const total = (id: string, totals = asked.totals) => totals[id] ?? null
    expect(rows.map((row) => row.slice(2, 4))).toEqual(
      (panel?.metrics ?? []).map((id) => [total(id), total(id, asked.comparison?.totals)]),
    )
  })

  it('has the way of each card over time: dates as dates, and a line for each', async () => {
    const { sheet, names, part, paths } = await workbookOf(builtIn('chats_overview'), request)
    const metrics = builtIn('chats_overview').panels.find(({ kind }) => kind === 'cards')?.metrics ?? []
    const asked = await answer({ metrics, filters, granularity: 'week' })
    const [titles, ...rows] = sheet('Key numbers')
    expect(titles).toHaveLength(metrics.length + 1)
    expect(rows.map(([time]) => (time as Date).toISOString().slice(0, 10))).toEqual(asked.rows.map(([time]) => time))
    expect(rows.map(([, ...numbers]) => numbers)).toEqual(asked.rows.map(([, ...numbers]) => numbers))
    const page = part(`xl/worksheets/_rels/sheet${names.indexOf('Key numbers') + 1}.xml.rels`)
    const drawing = part(`xl/drawings/_rels/${/drawing\d+\.xml/.exec(page)?.[0]}.rels`)
    const charts = paths.filter((path) => drawing.includes(path.replace('xl/', '../')))
    expect(charts).toHaveLength(metrics.length)
    for (const chart of charts) {
      expect(part(chart)).toContain('<c:lineChart>')
      expect(part(chart).match(/<c:ser>/g)).toHaveLength(1)
    }
  })

  it('has no way over time of a single bucket', async () => {
    const { names } = await workbookOf(builtIn('chats_overview'), { ...request, granularity: 'year' })
    expect(names).toContain('Cards')
    expect(names).not.toContain('Key numbers')
  })

  it('begins with what was chosen, and leads to every sheet', async () => {
    const { sheet, names, part } = await workbookOf(builtIn('chats_overview'), request)
    const lines = sheet('Dashboard').map((row) => row.filter((cell) => cell !== null))
    const said = new Map(lines.map(([what, ...rest]) => [what, rest]))
    expect(names[0]).toBe('Dashboard')
    expect(said.get('Dashboard')).toEqual(['Overview'])
    expect(said.get('Organization')).toEqual(['The Shop'])
    expect(said.get('Filters')).toEqual(['Channel is Web'])
    expect(said.get('Compared with')).toEqual(['Previous period'])
    expect(said.get('Granularity')).toEqual(['Weeks'])
    expect(said.get('Time zone')).toEqual([timeZone])
    const moment = (what: string) => Math.round(Number(said.get(what)?.[0]) / 1000) * 1000
    expect(moment('From')).toBe(Date.parse('2026-03-01T00:00:00Z'))
    expect(moment('To (not part of it)')).toBe(Date.parse('2026-04-01T00:00:00Z'))
    expect(said.has('As of')).toBe(true)
    const links = [...part('xl/worksheets/sheet1.xml').matchAll(/location="'(.*?)'!A1"/g)].map(([, name]) => name)
    expect(new Set(links)).toEqual(
      new Set(names.filter((name) => !['Dashboard', 'About'].includes(name) && !name.startsWith('Chart data'))),
    )
  })

  it('says what the filters leave out, and asks nothing of it', async () => {
    const byAgent = [{ dimension: 'agent', op: 'in' as const, values: ['a1'] }]
    const { sheet, names } = await workbookOf(builtIn('website_widget'), { ...march, filters: byAgent })
    expect(names).toEqual(['Dashboard', 'About'])
    const [, , ...panels] = sheet('Dashboard')
      .filter((row) => String(row[4]).startsWith('Left out'))
      .map((row) => row[0])
    expect(new Set(panels)).toEqual(new Set(['–']))
  })

  it('refuses a filter that there is not, as a question does', async () => {
    const wrong = [{ dimension: 'chanel', op: 'in' as const, values: ['web'] }]
    await expect(workbookOf(builtIn('chats_overview'), { ...march, filters: wrong })).rejects.toMatchObject({
      code: 'invalid_query',
    })
  })
})

it('draws its panels, each from its own rows', async () => {
  const { part, paths, names } = await workbookOf(builtIn('chats_overview'))
  const charts = paths.filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))
  expect(charts.length).toBeGreaterThan(2)
  for (const path of charts) {
    const drawn = [...part(path).matchAll(/<c:f>'?(.*?)'?!\$/g)].map(([, name]) => name?.replaceAll("''", "'"))
    expect(drawn.length).toBeGreaterThan(0)
    for (const name of drawn) expect(names).toContain(name)
  }
})

it('says of a place where it is', async () => {
  const { sheet } = await workbookOf(builtIn('contacts'))
  expect(sheet('Countries and places')[0]?.slice(0, 3)).toEqual(['Country', 'Region', 'Place'])
})

it('holds lists of records and phrases', async () => {
  const satisfaction = await workbookOf(builtIn('satisfaction'))
  const { total } = await askRecords(services(), { organizationId: 'shop' }, { metric: 'survey_answers', range })
  expect(total).toBeGreaterThan(0)
  expect(satisfaction.sheet('Feedback')).toHaveLength(total + 1)
  expect(satisfaction.sheet('Feedback').flat()).toContain('=1+1')
  const handling = await workbookOf(builtIn('chats_handling'))
  expect(handling.sheet('What contacts write most')[0]).toEqual(['Popular phrases', 'Contact messages', 'Share'])
})

describe('of a dashboard that somebody composed', () => {
  const own: OwnDashboard = {
    ...{ id: 'd', organization_id: 'shop', owner: 'user:anna', visibility: 'private', revision: 1 },
    ...{ created_at: 0, changed_at: 0, title: 'Mine: [all]', question: '', filters: [], picker: ['messages', 'chats'] },
    panels: [
      { id: 'a', title: 'Same', kind: 'line', metrics: ['$picked'], granularity: 'auto', width: 6 },
      { id: 'b', title: 'same', kind: 'table', metrics: ['$picked', 'gone'], dimensions: ['channel'], width: 6 },
      { id: 'c', kind: 'cards', metrics: ['calls'], window: 'all_time', width: 6 },
    ],
  }

  it('the picked metric is in its place, and sheets of one title are told apart', async () => {
    const { names, sheet } = await workbookOf(tellOwn(own, maker, 'en'), { ...march, metric: 'chats' })
    expect(names).toEqual(['Dashboard', 'Cards', 'Same', 'same (2)', 'Calls', 'About'])
    expect(sheet('Same')[0]).toEqual(['Time', 'Chats'])
    const { rows } = await answer({ metrics: ['chats'], dimensions: ['channel'], order: [{ by: 'chats', desc: true }] })
    expect(
      sheet('same (2)')
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(rows.map((row) => row[1]))
    expect(sheet('Dashboard').flat()).toContain('Left out, as the filters cannot be asked of it: gone')
  })

  it('a panel with a window of its own has its numbers', async () => {
    const { sheet } = await workbookOf(tellOwn(own, maker, 'en'))
    const { totals } = await answer({ metrics: ['calls'], range: { from: '2000-01-01', to: '2026-12-31' } })
    expect(sheet('Cards')[1]?.[2]).toBe(totals.calls)
  })
})

it.each(languages)(
  'every built-in dashboard is a workbook in %s',
  async (language) => {
    for (const { id } of dashboards) {
      const told = builtIn(id, language)
      const { names } = await workbookOf(told, { ...march, compare: 'previous_year' }, language)
      expect(names.length, id).toBeGreaterThan(2)
      for (const name of names) expect(name.length, name).toBeLessThanOrEqual(31)
    }
  },
  240_000,
)
