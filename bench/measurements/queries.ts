import { type Connection, openConnection } from '../load/connection.ts'
import type { GeneratorSetup, generatorCommands } from '../load/generator.ts'
import type { Measure, Table, Task } from '../measurement.ts'
import { type Prepared, prepare } from '../prepared/prepare.ts'
import { type Remote, startRemote } from '../processes/remote.ts'
import type { ServingSetup, servingCommands } from '../processes/serving.ts'
import { withDirectory } from '../processes/temporary.ts'
import { atRest } from '../processes/usage.ts'
import { type Question, questions, whereByHand } from '../questions.ts'
import { median, percentile } from '../statistics.ts'

const dayMs = 24 * 60 * 60 * 1000
const warmUps = 3
const ingestPerSecond = 20_000

/** Typical questions: over HTTP, inside the server, their SQL alone, and SQL written by hand over flat tables. */
export const queries: Measure = async (task, say) => {
  const tables: Table[] = []
  for (const size of task.sizes) {
    const prepared = await prepare(size, task.dataDirectory, say)
    tables.push(...(await withDirectory(prepared.directory, (directory) => measureOn(directory, prepared, task, say))))
  }
  return tables
}

type Server = Remote<typeof servingCommands>
type Place = {
  readonly server: Server
  readonly address: string
  readonly http: Connection
  readonly prepared: Prepared
}
/** Milliseconds of each run, by way of asking. */
type Times = {
  readonly http: number[]
  readonly ask: number[]
  readonly compiled: number[]
  readonly byHand: number[]
  isSame: boolean
}

async function measureOn(
  dataDirectory: string,
  prepared: Prepared,
  task: Task,
  say: (line: string) => void,
): Promise<Table[]> {
  const setup: ServingSetup = { dataDirectory }
  const server = startRemote<typeof servingCommands>(new URL('../processes/serving.ts', import.meta.url), setup)
  try {
    const address = await server.call('address')
    const http = await openConnection(address, 'application/json', prepared.key)
    const place: Place = { server, address, http, prepared }
    say(`queries: ${prepared.messages} messages, at rest`)
    await atRest(server.pid)
    const resting = await askAll(place, task.runs)
    say(`queries: ${prepared.messages} messages, while ${ingestPerSecond} events/s come in`)
    const { times: underLoad, rate } = await whileIngesting(place, () => askAll(place, task.runs))
    http.close()
    return [
      tableOf(`Queries over ${prepared.messages.toLocaleString('en')} messages, at rest`, resting, []),
      tableOf(`Queries over ${prepared.messages.toLocaleString('en')} messages, under ingest`, underLoad, [
        `Meanwhile ${Math.round(rate)} events/s were acknowledged, of ${ingestPerSecond} asked for. The flat tables do not get them.`,
      ]),
    ]
  } finally {
    await server.stop()
  }
}

async function askAll(place: Place, runs: number): Promise<Map<string, Times>> {
  const all = new Map<string, Times>()
  for (const question of questions) {
    for (const days of [30, 365]) all.set(`${question.title}, ${days} days`, await askOne(place, question, days, runs))
  }
  return all
}

/** Each way of asking in turn, so that whatever disturbs the machine disturbs all of them. */
async function askOne(
  { server, http, prepared }: Place,
  question: Question,
  days: number,
  runs: number,
): Promise<Times> {
  const { organizationId, toMs } = prepared
  const fromMs = toMs - days * dayMs
  const instant = (ms: number) => new Date(ms).toISOString()
  const request = { ...question.request, range: { from: instant(fromMs), to: instant(toMs) } }
  const body = Buffer.from(JSON.stringify(request))
  const sql = question.byHand(whereByHand(organizationId, fromMs, toMs))
  const times: Times = { http: [], ask: [], compiled: [], byHand: [], isSame: true }
  for (let run = -warmUps; run < runs; run += 1) {
    const before = performance.now()
    const { status, text } = await http.post('/v1/query', body)
    const overHttp = performance.now() - before
    if (status !== 200) throw new Error(`The server answered ${status}: ${text.slice(0, 500)}`)
    const asked = await server.call('ask', { organizationId, request })
    const compiled = await server.call('compiled', { organizationId, request })
    const byHand = await server.call('sql', { sql })
    if (run < 0) {
      times.isSame &&= isSame(compiled.rows, byHand.rows, question.request.metrics.length)
      continue
    }
    times.http.push(overHttp)
    times.ask.push(asked)
    times.compiled.push(compiled.ms)
    times.byHand.push(byHand.ms)
  }
  return times
}

/** Whether two results have the same numbers in the same order; keys are written differently and not compared. */
function isSame(left: unknown[][], right: unknown[][], metrics: number): boolean {
  const numbers = (rows: unknown[][]) => rows.map((row) => row.slice(-metrics).map(Number))
  const others = numbers(right)
  return (
    left.length === right.length &&
    numbers(left).every((row, index) =>
      row.every((value, column) => Math.abs(value - (others[index]?.[column] ?? Number.NaN)) <= 1e-9 * Math.abs(value)),
    )
  )
}

async function whileIngesting(
  place: Place,
  work: () => Promise<Map<string, Times>>,
): Promise<{ times: Map<string, Times>; rate: number }> {
  const setup: GeneratorSetup = {
    address: place.address,
    key: place.prepared.key,
    connections: 4,
    eventsPerRequest: 500,
  }
  const generator = startRemote<typeof generatorCommands>(new URL('../load/generator.ts', import.meta.url), setup)
  try {
    const loading = generator.call('load', { seconds: 24 * 60 * 60, eventsPerSecond: ingestPerSecond })
    const working = work().finally(() => generator.call('end'))
    const [times, report] = await Promise.all([working, loading])
    return { times, rate: report.acknowledged / report.seconds }
  } finally {
    await generator.stop()
  }
}

function tableOf(title: string, all: ReadonlyMap<string, Times>, notes: readonly string[]): Table {
  const different = [...all].filter(([, { isSame }]) => !isSame).map(([name]) => name)
  const rows = [...all].map(([name, { http, ask, compiled, byHand }]) => [
    name,
    median(http),
    percentile(http, 0.95),
    median(ask),
    percentile(ask, 0.95),
    median(compiled),
    percentile(compiled, 0.95),
    median(byHand),
    percentile(byHand, 0.95),
    median(http) / median(byHand),
    median(compiled) / median(byHand),
  ])
  const middle = (column: number) => median(rows.map((row) => Number(row[column])))
  return {
    title,
    columns: [
      'ms',
      'HTTP p50',
      'p95',
      'ask() p50',
      'p95',
      'its SQL p50',
      'p95',
      'by hand p50',
      'p95',
      'HTTP ×',
      'SQL ×',
    ],
    rows: [...rows, ['median of the ratios', null, null, null, null, null, null, null, null, middle(9), middle(10)]],
    notes: [
      'HTTP, ask() and "its SQL" answer with the totals too; "by hand" gives the rows alone.',
      different.length === 0
        ? 'By hand gave the same numbers every time.'
        : `NOT the same numbers by hand: ${different.join('; ')}.`,
      ...notes,
    ],
  }
}
