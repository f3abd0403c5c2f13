import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root, serverEnvironment } from '../../tools/launch/environment.mjs'
import type { Measure } from '../measurement.ts'
import { prepare } from '../prepared/prepare.ts'
import type { bareEngineCommands } from '../processes/bare-engine.ts'
import { startRemote } from '../processes/remote.ts'
import { withDirectory } from '../processes/temporary.ts'
import { mebibytes, type Usage, usageOf } from '../processes/usage.ts'
import { median } from '../statistics.ts'

const turns = 3
const restMs = 10_000

/** How soon a server is ready and what it takes at rest, beside a process that only opens the same engine. */
export const start: Measure = async (task, say) => {
  const places: { title: string; original: string | null }[] = [{ title: 'empty', original: null }]
  for (const size of task.sizes)
    places.push({
      title: `${size.toLocaleString('en')} messages`,
      original: (await prepare(size, task.dataDirectory, say)).directory,
    })
  const rows: (string | number | null)[][] = []
  for (const { title, original } of places) {
    say(`start: ${title}`)
    await withDirectory(original, async (directory) => {
      const ours: Started[] = []
      const bare: Started[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        ours.push(await startParley(directory))
        bare.push(await startBareEngine(directory))
      }
      const row = (name: string, of: (started: Started) => number | null) => {
        const [left, right] = [ours, bare].map((starts) => median(starts.map((one) => of(one) ?? Number.NaN)))
        return [`${title}: ${name}`, finite(left), finite(right), finite((left ?? 0) / (right ?? 0))]
      }
      rows.push(
        row('from spawn to listening, ms', ({ listeningMs }) => listeningMs),
        row('from spawn to ready, ms', ({ readyMs }) => readyMs),
        row('RSS when ready, MiB', ({ ready }) => mebibytes(ready?.residentBytes)),
        row('RSS 10 s later, MiB', ({ rested }) => mebibytes(rested?.residentBytes)),
        row('peak RSS by then, MiB', ({ rested }) => mebibytes(rested?.peakBytes)),
        row('CPU s by then', ({ rested }) => rested?.cpuSeconds ?? null),
      )
    })
  }
  return [
    {
      title: 'Start and rest',
      columns: ['figure', 'Parley', 'bare engine', '×'],
      rows,
      notes: [
        `Medians of ${turns} starts each, in turn, on one directory; its files are in the page cache. Ready: GET /readyz gives 200.`,
        'After the start the server reads all ids once, beside everything else, to recognize repeated deliveries: that is in the peak and in the CPU.',
      ],
    },
  ]
}

type Started = {
  readonly listeningMs: number | null
  readonly readyMs: number
  readonly ready: Usage | null
  readonly rested: Usage | null
}

async function startParley(directory: string): Promise<Started> {
  const before = performance.now()
  const child = spawn(process.execPath, [join(root, 'server/cli/main.ts'), 'serve', '--json'], {
    env: {
      ...serverEnvironment(process.execPath),
      PARLEY_DATA: directory,
      PARLEY_PORT: '0',
      PARLEY_HOST: '127.0.0.1',
      PARLEY_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = () => child.kill()
  process.once('exit', kill)
  try {
    const said = once(createInterface(child.stdout), 'line').then(([line]) => String(line))
    const line = await Promise.race([
      said,
      exited.then(([code]) => `{"error":{"message":"The server ended with ${code}."}}`),
    ])
    const listeningMs = performance.now() - before
    const { address, error } = JSON.parse(line) as { address?: string; error?: { message: string } }
    if (address === undefined) throw new Error(error?.message ?? line)
    while (!(await fetch(`${address}/readyz`)).ok) await pause(10)
    const readyMs = performance.now() - before
    const ready = usageOf(child.pid ?? 0)
    await pause(restMs)
    return { listeningMs, readyMs, ready, rested: usageOf(child.pid ?? 0) }
  } finally {
    kill()
    await exited
    process.off('exit', kill)
  }
}

async function startBareEngine(directory: string): Promise<Started> {
  const before = performance.now()
  const engine = startRemote<typeof bareEngineCommands>(new URL('../processes/bare-engine.ts', import.meta.url), {
    directory,
  })
  try {
    await engine.call('ready')
    const readyMs = performance.now() - before
    const ready = usageOf(engine.pid)
    await pause(restMs)
    return { listeningMs: null, readyMs, ready, rested: usageOf(engine.pid) }
  } finally {
    await engine.stop()
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}
