import { dashboards } from '@parley/model/dashboards.ts'
import { openAsker } from '../load/asker.ts'
import type { Measure, Table } from '../measurement.ts'
import { type Asked, askedBy } from '../panel-questions.ts'
import { prepare } from '../prepared/prepare.ts'
import { startRemote } from '../processes/remote.ts'
import type { ServingSetup, servingCommands } from '../processes/serving.ts'
import { withDirectory } from '../processes/temporary.ts'
import { atRest } from '../processes/usage.ts'
import { median, percentile } from '../statistics.ts'

const dayMs = 24 * 60 * 60 * 1000
const warmUps = 1

/** The question of every panel of every dashboard, over HTTP, of the largest organization of the largest data. */
export const panels: Measure = async (task, say) => {
  const tables: Table[] = []
  for (const size of task.sizes.slice(-1)) {
    const prepared = await prepare(size, task.dataDirectory, say)
    say(`panels: ${size} messages and as many page views`)
    tables.push(
      await withDirectory(prepared.directory, async (dataDirectory) => {
        const setup: ServingSetup = { dataDirectory }
        const server = startRemote<typeof servingCommands>(new URL('../processes/serving.ts', import.meta.url), setup)
        try {
          const asker = await openAsker(await server.call('address'), prepared.key)
          await atRest(server.pid)
          const rows: (string | number)[][] = []
          for (const days of [30, 365])
            for (const { name, asked } of questionsOfPanels(prepared.toMs, days)) {
              const times: number[] = []
              for (let run = -warmUps; run < task.runs; run += 1) {
                const before = performance.now()
                await asker.ask(asked)
                if (run >= 0) times.push(performance.now() - before)
              }
              rows.push([`${name}, ${days} days`, median(times), percentile(times, 0.95)])
            }
          asker.close()
          return tableOf(`Panels over ${size.toLocaleString('en')} messages and as many page views`, rows, task.runs)
        } finally {
          await server.stop()
        }
      }),
    )
  }
  return tables
}

function questionsOfPanels(toMs: number, days: number): { name: string; asked: Asked }[] {
  const range = { from: new Date(toMs - days * dayMs).toISOString(), to: new Date(toMs).toISOString() }
  return dashboards.flatMap((dashboard) =>
    dashboard.panels.map((panel) => ({
      name: `${dashboard.id} · ${panel.id}`,
      asked: askedBy(panel, dashboard, { range }),
    })),
  )
}

/** The slowest first: the quick ones need no list. */
function tableOf(title: string, rows: readonly (string | number)[][], runs: number): Table {
  const middles = rows.map(([, middle]) => Number(middle))
  const slow = rows.map(([, , slowest]) => Number(slowest))
  return {
    title,
    columns: ['panel', 'p50 ms', 'p95 ms'],
    rows: [
      ['the median panel', median(middles), median(slow)],
      ['19 of 20 panels are within', percentile(middles, 0.95), percentile(slow, 0.95)],
      ['the slowest panel', Math.max(...middles), Math.max(...slow)],
      ...[...rows].sort((one, other) => Number(other[1]) - Number(one[1])).slice(0, 15),
    ],
    notes: [
      `${rows.length} questions, over 30 and over 365 days, each asked ${runs} times; below the sums the 15 slowest.`,
    ],
  }
}
