import type { Dashboard } from '@parley/core/declare/dashboard.ts'
import { dashboards } from '@parley/model/dashboards.ts'
import { type Asker, openAsker } from '../load/asker.ts'
import type { Table } from '../measurement.ts'
import { type Asked, askedBy, type Chosen } from '../panel-questions.ts'
import { usageOf } from '../processes/usage.ts'
import { median } from '../statistics.ts'

/** A browser has as many to one server. */
const connections = 6
const runs = 5

type Place = { readonly address: string; readonly key: string; readonly pid: number }
type Page = { readonly ms: number; readonly cpuMs: number | null }

/** Whole pages: all that a dashboard asks, at once, over a year and as the app opens it first. */
export async function dashboardsTable(title: string, place: Place, toMs: number, days: number): Promise<Table> {
  const from = new Date(toMs - days * 24 * 60 * 60 * 1000).toISOString()
  const whole = { range: { from, to: new Date(toMs).toISOString() } }
  const first: Chosen = { range: { group: 'month_to_date' }, compare: 'previous_period' }
  const pages = await openPages(place)
  try {
    const rows: (string | number | null)[][] = []
    for (const dashboard of dashboards) {
      const year = await pages.ask(dashboard, whole)
      const month = await pages.ask(dashboard, first)
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
        `Until the last of a page's questions was answered, asked over ${connections} connections; medians of ${runs} after one to warm up.`,
      ],
    }
  } finally {
    pages.close()
  }
}

async function openPages({ address, key, pid }: Place) {
  const askers = await Promise.all(Array.from({ length: connections }, () => openAsker(address, key)))
  async function askAll(all: readonly Asked[]): Promise<void> {
    const waiting = [...all]
    const work = async (asker: Asker) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await asker.ask(next)
    }
    await Promise.all(askers.map(work))
  }
  return {
    async ask(dashboard: Dashboard, view: Chosen): Promise<Page> {
      const all = dashboard.panels.map((panel) => askedBy(panel, dashboard, view))
      const asked: Page[] = []
      for (let run = -1; run < runs; run += 1) {
        const [began, before] = [performance.now(), usageOf(pid)]
        await askAll(all)
        const [ms, after] = [performance.now() - began, usageOf(pid)]
        if (run < 0) continue
        asked.push({ ms, cpuMs: before && after && (after.cpuSeconds - before.cpuSeconds) * 1000 })
      }
      const cpu = asked.map(({ cpuMs }) => cpuMs).filter((one) => one !== null)
      return { ms: median(asked.map(({ ms }) => ms)), cpuMs: cpu.length === 0 ? null : median(cpu) }
    },
    close() {
      for (const asker of askers) asker.close()
    },
  }
}
