import type { Dashboard } from '@parley/core/declare/dashboard.ts'
import { dashboards } from '@parley/model/dashboards.ts'
import { openConnection } from '../load/connection.ts'
import type { Table } from '../measurement.ts'
import { isAsked, questionOf } from '../panel-questions.ts'
import { usageOf } from '../processes/usage.ts'
import { median } from '../statistics.ts'

/** A browser has as many to one server. */
const connections = 6
const runs = 5

type Place = { readonly address: string; readonly key: string; readonly pid: number }
type Page = { readonly ms: number; readonly cpuMs: number | null }
type Asked = { readonly path: '/v1/query' | '/v1/phrases'; readonly body: object }

/** Whole pages: all that a dashboard asks, at once, over a year and as the app opens it first. */
export async function dashboardsTable(title: string, place: Place, toMs: number, days: number): Promise<Table> {
  const from = new Date(toMs - days * 24 * 60 * 60 * 1000).toISOString()
  const whole = { range: { from, to: new Date(toMs).toISOString() } }
  const first = { range: { group: 'month_to_date' }, compare: 'previous_period' }
  const asker = await openAsker(place)
  try {
    const rows: (string | number | null)[][] = []
    for (const dashboard of dashboards) {
      const year = await asker.ask(dashboard, whole)
      const month = await asker.ask(dashboard, first)
      rows.push([dashboard.id, year.ms, year.cpuMs, month.ms, month.cpuMs])
    }
    const slowest = (column: number) => Math.max(...rows.map((row) => Number(row[column])))
    return {
      title,
      columns: ['dashboard', `${days} days, ms`, 'CPU ms', 'this month and the one before, ms', 'CPU ms'],
      rows: [
        ['the slowest', slowest(1), slowest(2), slowest(3), slowest(4)],
        ...rows.sort((one, other) => Number(other[1]) - Number(one[1])),
      ],
      notes: [
        `Until the last of a page's questions was answered, asked over ${connections} connections; medians of ${runs} after one to warm up. Lists of records are left aside.`,
      ],
    }
  } finally {
    asker.close()
  }
}

async function openAsker({ address, key, pid }: Place) {
  const open = (path: string) => openConnection(address, path, 'application/json', key)
  const lines = await Promise.all(
    Array.from({ length: connections }, async () => ({
      '/v1/query': await open('/v1/query'),
      '/v1/phrases': await open('/v1/phrases'),
    })),
  )
  async function askAll(all: readonly Asked[]): Promise<void> {
    const waiting = [...all]
    const work = async (line: (typeof lines)[number]) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { status, text } = await line[next.path].post(Buffer.from(JSON.stringify(next.body)))
        if (status !== 200) throw new Error(`${JSON.stringify(next)}: ${status}: ${text.slice(0, 500)}`)
      }
    }
    await Promise.all(lines.map(work))
  }
  return {
    async ask(dashboard: Dashboard, view: { readonly range: object }): Promise<Page> {
      const all = questionsOf(dashboard, view)
      const pages: Page[] = []
      for (let run = -1; run < runs; run += 1) {
        const [began, before] = [performance.now(), usageOf(pid)]
        await askAll(all)
        const [ms, after] = [performance.now() - began, usageOf(pid)]
        if (run < 0) continue
        pages.push({ ms, cpuMs: before && after && (after.cpuSeconds - before.cpuSeconds) * 1000 })
      }
      const cpu = pages.map(({ cpuMs }) => cpuMs).filter((one) => one !== null)
      return { ms: median(pages.map(({ ms }) => ms)), cpuMs: cpu.length === 0 ? null : median(cpu) }
    },
    close() {
      for (const line of lines) for (const connection of Object.values(line)) connection.close()
    },
  }
}

function questionsOf(dashboard: Dashboard, view: { readonly range: object }): Asked[] {
  return dashboard.panels.flatMap((panel): Asked[] => {
    if (isAsked(panel)) return [{ path: '/v1/query', body: { ...questionOf(panel, dashboard), ...view } }]
    const [author_kind] = panel.metrics[0]?.split('_') ?? []
    return panel.kind === 'phrases' ? [{ path: '/v1/phrases', body: { author_kind, range: view.range } }] : []
  })
}
