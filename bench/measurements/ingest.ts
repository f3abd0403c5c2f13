import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createOrganizations } from '../data/prepare.ts'
import type { GeneratorSetup, generatorCommands } from '../load/generator.ts'
import { askForMessages, lagSeconds, sampleAnswers } from '../load/lag.ts'
import type { LoadReport } from '../load/load-report.ts'
import type { Measure, Table, Task } from '../measurement.ts'
import type { bareServerCommands } from '../processes/bare-server.ts'
import { type Remote, startRemote } from '../processes/remote.ts'
import type { ServingSetup, servingCommands } from '../processes/serving.ts'
import { bytesBelow, withDirectory } from '../processes/temporary.ts'
import type { Flush } from '../processes/timings.ts'
import { mebibytes, usageOf } from '../processes/usage.ts'
import { busiestFunctions } from '../profile.ts'
import { median, percentile, sum } from '../statistics.ts'

const loads = [
  { title: 'batches of 500 over 4 connections', connections: 4, eventsPerRequest: 500 },
  { title: 'single events over 50 connections', connections: 50, eventsPerRequest: 1 },
] as const

/** Events taken durably, and how soon answers know them; beside a server that only makes the bytes durable. */
export const ingest: Measure = async (task, say) => {
  const tables: Table[] = []
  if (task.profileDirectory !== null) await mkdir(task.profileDirectory, { recursive: true })
  for (const load of loads) {
    say(`ingest: ${load.title}`)
    // The reference before and after: when the machine is slower at the end than at the beginning, it shows.
    const referenceSeconds = Math.max(2, task.seconds / 6)
    const before = await loadBareServer(load, referenceSeconds)
    tables.push(...(await loadParley(load, task, before, () => loadBareServer(load, referenceSeconds))))
  }
  return tables
}

type Load = (typeof loads)[number]
type BareReport = LoadReport & { readonly serverCpuSeconds: number | null }

function loadBareServer(load: Load, seconds: number): Promise<BareReport> {
  return withDirectory(null, async (directory) => {
    const server = startRemote<typeof bareServerCommands>(new URL('../processes/bare-server.ts', import.meta.url), {
      directory,
    })
    try {
      return await withGenerator(load, await server.call('address'), 'none', async (generator) => {
        await generator.call('load', { seconds: 1, eventsPerSecond: null })
        const cpuBefore = usageOf(server.pid)
        const report = await generator.call('load', { seconds, eventsPerSecond: null })
        const cpuAfter = usageOf(server.pid)
        return { ...report, serverCpuSeconds: cpuBefore && cpuAfter && cpuAfter.cpuSeconds - cpuBefore.cpuSeconds }
      })
    } finally {
      await server.stop()
    }
  })
}

function loadParley(
  load: Load,
  task: Task,
  before: BareReport,
  loadAgain: () => Promise<BareReport>,
): Promise<Table[]> {
  return withDirectory(null, async (dataDirectory) => {
    const { key } = await createOrganizations(dataDirectory, 1)
    const profile =
      task.profileDirectory === null ? null : join(task.profileDirectory, `ingest-${load.eventsPerRequest}.cpuprofile`)
    const setup: ServingSetup = { dataDirectory }
    const server = startRemote<typeof servingCommands>(new URL('../processes/serving.ts', import.meta.url), setup)
    const figures = await (async () => {
      try {
        const address = await server.call('address')
        return await withGenerator(load, address, key, (generator) =>
          measure(server, generator, { address, key, dataDirectory, seconds: task.seconds, profile }),
        )
      } finally {
        await server.stop()
      }
    })()
    const after = await loadAgain()
    const tables = [mainTable(load, figures, [before, after]), settlingTable(load, figures.flushes)]
    if (profile !== null) tables.push(busiestFunctions(load.title, profile))
    return tables
  })
}

type Figures = Awaited<ReturnType<typeof measure>>

type Place = {
  readonly address: string
  readonly key: string
  readonly dataDirectory: string
  readonly seconds: number
  readonly profile: string | null
}

async function measure(
  server: Remote<typeof servingCommands>,
  generator: Remote<typeof generatorCommands>,
  place: Place,
) {
  const { address, key, dataDirectory, seconds, profile } = place
  const warmUp = await generator.call('load', { seconds: 1, eventsPerSecond: null })
  await untilCounted(address, key, warmUp.acknowledged)
  await server.call('flushes')
  const before = usageOf(server.pid)
  if (profile !== null) await server.call('startProfile')
  const sampling = sampleAnswers(address, key)
  const loading = generator.call('load', { seconds, eventsPerSecond: null })
  const report = await loading.finally(() => sampling.stop())
  const samples = await sampling.stop()
  const loaded = usageOf(server.pid)
  if (profile !== null) await server.call('stopProfile', { file: profile })
  const endedAt = Date.now()
  const all = warmUp.acknowledged + report.acknowledged
  await untilCounted(address, key, all)
  const caughtUpSeconds = (Date.now() - endedAt) / 1000
  const settled = usageOf(server.pid)
  const known = samples.map((sample) => ({ ...sample, messages: sample.messages - warmUp.acknowledged }))
  return {
    report,
    lags: known.map((sample) => lagSeconds(sample, report)),
    asOfLags: known.map(({ askedAt, asOf }) => (askedAt - asOf) / 1000),
    askMs: known.map(({ askedAt, answeredAt }) => answeredAt - askedAt),
    caughtUpSeconds,
    cpuSeconds: before && loaded && loaded.cpuSeconds - before.cpuSeconds,
    mainThreadCpuSeconds: before && loaded && loaded.mainThreadCpuSeconds - before.mainThreadCpuSeconds,
    settledCpuSeconds: before && settled && settled.cpuSeconds - before.cpuSeconds,
    peakBytes: settled?.peakBytes,
    flushes: await server.call('flushes'),
    storedEvents: all,
    journalBytes: await bytesBelow(join(dataDirectory, 'journal')),
    engineBytes: await bytesBelow(join(dataDirectory, 'engine')),
  }
}

/** Waits until every acknowledged event is in an answer; an answer with more would be a wrong one. */
async function untilCounted(address: string, key: string, acknowledged: number): Promise<void> {
  const givesUpAt = Date.now() + 15 * 60 * 1000
  for (;;) {
    const { messages } = await askForMessages(address, key)
    if (messages === acknowledged) return
    if (messages > acknowledged || Date.now() > givesUpAt)
      throw new Error(`${acknowledged} messages were acknowledged and ${messages} are counted.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function withGenerator<T>(
  { connections, eventsPerRequest }: Load,
  address: string,
  key: string,
  work: (generator: Remote<typeof generatorCommands>) => Promise<T>,
): Promise<T> {
  const setup: GeneratorSetup = { address, key, connections, eventsPerRequest }
  const generator = startRemote<typeof generatorCommands>(new URL('../load/generator.ts', import.meta.url), setup)
  try {
    return await work(generator)
  } finally {
    await generator.stop()
  }
}

function mainTable({ title }: Load, figures: Figures, bare: readonly BareReport[]): Table {
  const { report } = figures
  const reference = (of: (report: BareReport) => number | null) =>
    sum(bare.map((one) => of(one) ?? Number.NaN)) / bare.length
  const per100k = (cpuSeconds: number | null, events: number) =>
    cpuSeconds === null ? null : (cpuSeconds / events) * 100_000
  const row = (name: string, value: number | null, of: ((report: BareReport) => number | null) | null = null) => {
    const beside = of === null ? null : finite(reference(of))
    return [name, value, beside, value === null || beside === null ? null : value / beside]
  }
  const rate = (one: LoadReport) => one.acknowledged / one.seconds
  const [first, last] = bare.map(rate)
  return {
    title: `Durable ingest, ${title}`,
    columns: ['figure', 'Parley', 'bare server', '×'],
    rows: [
      row('events acknowledged per second', rate(report), rate),
      row('answer p50, ms', report.p50, (one) => one.p50),
      row('answer p95, ms', report.p95, (one) => one.p95),
      row('answer p99, ms', report.p99, (one) => one.p99),
      row('server CPU s per 100,000 events, under load', per100k(figures.cpuSeconds, report.acknowledged), (one) =>
        per100k(one.serverCpuSeconds, one.acknowledged),
      ),
      row('· of it, in the main thread', per100k(figures.mainThreadCpuSeconds, report.acknowledged)),
      row('· until all was settled', per100k(figures.settledCpuSeconds, report.acknowledged)),
      row('generator CPU s per 100,000 events', per100k(report.cpuSeconds, report.acknowledged), (one) =>
        per100k(one.cpuSeconds, one.acknowledged),
      ),
      row('answers behind, p95, s', percentile(figures.lags, 0.95)),
      row('answers behind, at most, s', Math.max(...figures.lags)),
      row('as_of behind, at most, s', Math.max(...figures.asOfLags)),
      row('until answers had everything, after the load, s', figures.caughtUpSeconds),
      row('a small question meanwhile, p50, ms', median(figures.askMs)),
      row('a small question meanwhile, p95, ms', percentile(figures.askMs, 0.95)),
      row('server peak RSS, MiB', mebibytes(figures.peakBytes)),
      row('journal afterwards, bytes per event', figures.journalBytes / figures.storedEvents),
      row('engine afterwards, bytes per event', figures.engineBytes / figures.storedEvents),
    ],
    notes: [
      `${report.acknowledged} events of ${Math.round(report.bytesPerEvent)} bytes in ${report.seconds.toFixed(1)} s; every one was counted in the end.`,
      `The bare server took ${Math.round(first ?? 0)} events/s before and ${Math.round(last ?? 0)} after: the machine was that steady.`,
    ],
  }
}

function settlingTable({ title }: Load, flushes: readonly Flush[]): Table {
  const steps = [...new Set(flushes.flatMap((flush) => Object.keys(flush.steps)))]
  const statements = [...new Set(flushes.flatMap((flush) => Object.keys(flush.statements)))]
  const events = sum(flushes.map((flush) => flush.events))
  const row = (name: string, values: readonly number[]) => [
    name,
    median(values),
    percentile(values, 0.95),
    (sum(values) / events) * 1000,
  ]
  const whole = flushes.map((flush) => sum(Object.values(flush.steps)))
  const byCost = statements
    .map((name) =>
      row(
        `· ${name}`,
        flushes.map((flush) => flush.statements[name] ?? 0),
      ),
    )
    .sort((a, b) => Number(b[3]) - Number(a[3]))
  return {
    title: `Settling, ${title}`,
    columns: ['step or statement', 'median ms a flush', 'p95', 'µs an event'],
    rows: [
      ...steps.map((name) =>
        row(
          name,
          flushes.map((flush) => flush.steps[name] ?? 0),
        ),
      ),
      row('all steps', whole),
      ...byCost,
    ],
    notes: [
      `${flushes.length} flushes of ${median(flushes.map((flush) => flush.events))} events and ${median(flushes.map((flush) => flush.conversations))} conversations (medians). Steps wait for the engine and for the main thread, which takes events meanwhile.`,
    ],
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
