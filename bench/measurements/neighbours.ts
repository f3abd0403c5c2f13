import { compileQuery } from '@parley/core/compile/compile.ts'
import { noLookups } from '@parley/core/query/lookups.ts'
import { querySchema } from '@parley/core/query/request.ts'
import { resolveQuery } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { readSettings } from '@parley/server/ask/read-settings.ts'
import type { Engine } from '@parley/server/store/engine.ts'
import { factColumns } from '@parley/server/store/fact-table.ts'
import { openEngine } from '@parley/server/store/open.ts'
import type { Measure } from '../measurement.ts'
import { atLeisure } from '../prepared/at-leisure.ts'
import { prepare } from '../prepared/prepare.ts'
import { withDirectory } from '../processes/temporary.ts'
import { questions } from '../questions.ts'
import { median } from '../statistics.ts'

const dayMs = 24 * 60 * 60 * 1000
const growth = 10
const warmUps = 3
const days = 30

/** The facts that the questions are about. */
const factIds = ['sessions', 'messages', 'replies'] as const

/** What the questions of a small organization cost before and after all others have grown tenfold. */
export const neighbours: Measure = async (task, say) => {
  const size = task.sizes[0] ?? 0
  const prepared = await prepare(size, task.dataDirectory, say)
  return withDirectory(prepared.directory, async (directory) => {
    const engine = await openEngine(directory)
    try {
      const organizationId = await smallOrganization(engine, prepared.organizationId)
      const ask = () => askAll(engine, organizationId, prepared.toMs, task.runs)
      await merge(engine)
      say(`neighbours: a small one among ${size} messages`)
      const before = await ask()
      say(`neighbours: the others grow ${growth} times`)
      await growOthers(engine, organizationId)
      await merge(engine)
      const after = await ask()
      const rows = [...before].map(([title, was]) => {
        const is = after.get(title)
        if (is === undefined) throw new Error(`${title} was asked once only.`)
        return [title, was.ms, is.ms, is.ms / was.ms, was.cpuMs, is.cpuMs, is.cpuMs / was.cpuMs]
      })
      const middle = (column: number) => median(rows.map((row) => Number(row[column])))
      return [
        {
          title: `A small organization among ${size.toLocaleString('en')} messages, before and after the others grow ${growth} times`,
          columns: ['question', 'ms before', 'after', '×', 'CPU ms before', 'after', '×'],
          rows: [...rows, ['median of the ratios', null, null, middle(3), null, null, middle(6)]],
          notes: [
            `Over ${days} days; every table merged to the end both times. The second number is the processor’s time of the process.`,
          ],
        },
      ]
    } finally {
      await engine.close()
    }
  })
}

async function smallOrganization(engine: Engine, largest: string): Promise<string> {
  const [row] = await engine.query(
    `SELECT organization_id FROM sessions WHERE organization_id != ${literal(largest)} GROUP BY 1 ORDER BY count(), 1 LIMIT 1`,
  )
  return String(row?.[0])
}

/** Every row of the others comes nine times more, a little later each time, as other rows. */
async function growOthers(engine: Engine, organizationId: string): Promise<void> {
  for (const id of factIds) {
    const fact = catalogue.stored.get(id)
    if (fact === undefined) throw new Error(`There is no fact ${id}.`)
    const columns = [...factColumns(fact), 'version', 'is_withdrawn']
    const copied = columns.map((column) =>
      column === 'event_key'
        ? 'event_key + copy'
        : column === fact.time
          ? `${column} + toIntervalSecond(copy)`
          : column,
    )
    await engine.command(
      `INSERT INTO ${id} (${columns.join(', ')}) SELECT ${copied.join(', ')}
FROM ${id} FINAL ARRAY JOIN range(1, ${growth}) AS copy WHERE organization_id != ${literal(organizationId)}`,
      atLeisure,
    )
  }
}

async function merge(engine: Engine): Promise<void> {
  for (const id of factIds) await engine.command(`OPTIMIZE TABLE ${id} FINAL`, atLeisure)
}

type Cost = { readonly ms: number; readonly cpuMs: number }

async function askAll(engine: Engine, organizationId: string, toMs: number, runs: number): Promise<Map<string, Cost>> {
  const range = { from: new Date(toMs - days * dayMs).toISOString(), to: new Date(toMs).toISOString() }
  const costs = new Map<string, Cost>()
  for (const { title, request } of questions) {
    const resolved = resolveQuery(querySchema.parse({ ...request, range }), catalogue, {
      now: toMs,
      timeZone: 'Europe/Amsterdam',
    })
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
    const { sql } = compileQuery(resolved.query, catalogue, {
      scope: organizationScope([organizationId]),
      lookups: noLookups,
    })
    const times: number[] = []
    const cpu: number[] = []
    for (let run = -warmUps; run < runs; run += 1) {
      const [began, used] = [performance.now(), process.cpuUsage()]
      await engine.query(sql, { settings: readSettings })
      const { user, system } = process.cpuUsage(used)
      if (run < 0) continue
      times.push(performance.now() - began)
      cpu.push((user + system) / 1000)
    }
    costs.set(title, { ms: median(times), cpuMs: median(cpu) })
  }
  return costs
}
