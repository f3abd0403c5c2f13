import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Table, Task } from './measurement.ts'
import { type MeasurementName, measurements } from './measurements.ts'
import type { measuringCommands } from './processes/measuring.ts'
import { startRemote } from './processes/remote.ts'
import { renderTable } from './report.ts'

type Result = { readonly measurement: MeasurementName } & ({ readonly tables: Table[] } | { readonly error: string })

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    data: { type: 'string', default: join(tmpdir(), 'parley-bench') },
    profile: { type: 'string' },
  },
})

const task: Task = {
  sizes: options.quick ? [100_000] : [1_000_000, 10_000_000],
  seconds: options.quick ? 5 : 30,
  runs: options.quick ? 10 : 20,
  dataDirectory: resolve(options.data),
  profileDirectory: options.profile === undefined ? null : resolve(options.profile),
}

const startedAt = new Date().toISOString()
const machine = {
  processors: cpus().length,
  model: cpus()[0]?.model ?? '',
  memory_bytes: totalmem(),
  node: process.version,
  /** What others did to the machine when the bench began: over 0.5 or so the figures are not worth much. */
  load_before: loadavg()[0] ?? 0,
}
const results: Result[] = []
for (const name of wantedMeasurements()) results.push(await measure(name))

const { sizes, seconds, runs } = task
const document = { started_at: startedAt, machine, task: { sizes, seconds, runs }, results }
const file = resolve(
  options.out ?? join(import.meta.dirname, 'results', `${startedAt.slice(0, 19).replaceAll(':', '-')}.json`),
)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
if (options.json) console.log(JSON.stringify(document))
console.error(`\nKept in ${file}`)
if (results.some((result) => 'error' in result)) process.exitCode = 1

/** A measurement that fails takes nothing from the others. */
async function measure(name: MeasurementName): Promise<Result> {
  const measuring = startRemote<typeof measuringCommands>(new URL('./processes/measuring.ts', import.meta.url), null)
  const giveUp = () => void measuring.stop().then(() => process.exit(1))
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp)
  try {
    const tables = await measuring.call('measure', { name, task })
    if (!options.json) for (const table of tables) console.log(renderTable(table))
    return { measurement: name, tables }
  } catch (error) {
    console.error(`${name} failed:`, error)
    return { measurement: name, error: String(error) }
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp)
    await measuring.stop()
  }
}

function wantedMeasurements(): readonly MeasurementName[] {
  const names = Object.keys(measurements) as MeasurementName[]
  if (options.only === undefined) return names
  const asked = options.only.split(',')
  const wanted = names.filter((name) => asked.includes(name))
  if (wanted.length === asked.length) return wanted
  console.error(`--only takes names of ${names.join(', ')}, separated by commas.`)
  process.exit(2)
}
