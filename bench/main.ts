import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Table, Task } from './measurement.ts'
import { type MeasurementName, measurementNames, type measuringCommands } from './measuring.ts'
import { startRemote } from './processes/remote.ts'
import { renderTable } from './report.ts'

const { values } = parseArgs({
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
  sizes: values.quick ? [100_000] : [1_000_000, 10_000_000],
  seconds: values.quick ? 5 : 60,
  runs: values.quick ? 10 : 30,
  dataDirectory: resolve(values.data),
  profileDirectory: values.profile === undefined ? null : resolve(values.profile),
}

const startedAt = new Date().toISOString()
const machine = {
  processors: cpus().length,
  model: cpus()[0]?.model ?? '',
  memory_bytes: totalmem(),
  node: process.version,
  load_before: loadavg()[0] ?? 0,
}
const results: { measurement: MeasurementName; tables: Table[] }[] = []
for (const name of wanted()) {
  const measuring = startRemote<typeof measuringCommands>(new URL('./measuring.ts', import.meta.url), null)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => measuring.stop().then(() => process.exit(1)))
  try {
    const tables = await measuring.call('measure', { name, task })
    results.push({ measurement: name, tables })
    if (!values.json) for (const table of tables) console.log(renderTable(table))
  } finally {
    await measuring.stop()
  }
}
const document = {
  started_at: startedAt,
  machine,
  task: { sizes: task.sizes, seconds: task.seconds, runs: task.runs },
  results,
}
if (values.json) console.log(JSON.stringify(document))
const file = resolve(
  values.out ?? join(import.meta.dirname, 'results', `${startedAt.slice(0, 19).replaceAll(':', '-')}.json`),
)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
console.error(`\nKept in ${file}`)

function wanted(): readonly MeasurementName[] {
  const { only } = values
  if (only === undefined) return measurementNames
  const names = measurementNames.filter((name) => only.split(',').includes(name))
  if (names.length === only.split(',').length) return names
  console.error(`--only takes names of ${measurementNames.join(', ')}, separated by commas.`)
  process.exit(2)
}
