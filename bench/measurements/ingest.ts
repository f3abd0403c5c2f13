import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { GeneratorSetup, generatorCommands } from '../load/generator.ts'
import { askForMessages, lagSeconds, sampleAnswers } from '../load/lag.ts'
import type { Measure, Table, Task } from '../measurement.ts'
import { createOrganizations } from '../prepared/prepare.ts'
import type { bareServerCommands } from '../processes/bare-server.ts'
import { type Remote, startRemote } from '../processes/remote.ts'
import type { ServingSetup, servingCommands } from '../processes/serving.ts'
import { bytesBelow, withDirectory } from '../processes/temporary.ts'
import { usageOf } from '../processes/usage.ts'
import { busiestFunctions } from '../profile.ts'
import { type BareReport, type IngestFigures, ingestTable, type Load, settlingTable } from './ingest-tables.ts'

const loads: readonly Load[] = [
  {
    name: 'batches',
    title: 'batches of 500, as many as are taken',
    connections: 4,
    eventsPerRequest: 500,
    eventsPerSecond: null,
  },
  {
    name: 'singles',
    title: 'single events over 50 connections',
    connections: 50,
    eventsPerRequest: 1,
    eventsPerSecond: null,
  },
  {
    name: 'steady',
    title: '20,000 a second in batches of 500',
    connections: 4,
    eventsPerRequest: 500,
    eventsPerSecond: 20_000,
  },
  { name: 'trickle', title: 'ten single events a second', connections: 1, eventsPerRequest: 1, eventsPerSecond: 10 },
]

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

function loadBareServer(load: Load, seconds: number): Promise<BareReport> {
  return withDirectory(null, async (directory) => {
    const server = startRemote<typeof bareServerCommands>(new URL('../processes/bare-server.ts', import.meta.url), {
      directory,
    })
    try {
      return await withGenerator(load, await server.call('address'), 'none', async (generator) => {
        await generator.call('load', { seconds: 1, eventsPerSecond: load.eventsPerSecond })
        const cpuBefore = usageOf(server.pid)
        const report = await generator.call('load', { seconds, eventsPerSecond: load.eventsPerSecond })
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
      task.profileDirectory === null ? null : join(task.profileDirectory, `ingest-${load.name}.cpuprofile`)
    const setup: ServingSetup = { dataDirectory }
    const server = startRemote<typeof servingCommands>(new URL('../processes/serving.ts', import.meta.url), setup)
    const figures = await (async () => {
      try {
        const address = await server.call('address')
        return await withGenerator(load, address, key, (generator) =>
          measure(server, generator, {
            address,
            key,
            dataDirectory,
            seconds: task.seconds,
            eventsPerSecond: load.eventsPerSecond,
            profile,
          }),
        )
      } finally {
        await server.stop()
      }
    })()
    const after = await loadAgain()
    const tables = [ingestTable(load, figures, [before, after]), settlingTable(load, figures.flushes)]
    if (profile !== null) tables.push(busiestFunctions(load.title, profile))
    return tables
  })
}

type Place = {
  readonly address: string
  readonly key: string
  readonly dataDirectory: string
  readonly seconds: number
  readonly eventsPerSecond: number | null
  readonly profile: string | null
}

async function measure(
  server: Remote<typeof servingCommands>,
  generator: Remote<typeof generatorCommands>,
  place: Place,
): Promise<IngestFigures> {
  const { address, key, dataDirectory, seconds, eventsPerSecond, profile } = place
  const warmUp = await generator.call('load', { seconds: 1, eventsPerSecond })
  await untilCounted(address, key, warmUp.acknowledged, seconds)
  await server.call('flushes')
  if (profile !== null) await server.call('startProfile')
  const before = usageOf(server.pid)
  const sampling = sampleAnswers(address, key)
  const loading = generator.call('load', { seconds, eventsPerSecond })
  const report = await loading.finally(() => sampling.stop())
  const samples = await sampling.stop()
  const loaded = usageOf(server.pid)
  if (profile !== null) await server.call('stopProfile', { file: profile })
  const endedAt = Date.now()
  const all = warmUp.acknowledged + report.acknowledged
  await untilCounted(address, key, all, seconds)
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

/**
 * Waits until every acknowledged event is in an answer; an answer with more would be a wrong one. Not much longer than the
 * load itself took: facts that are further behind than that have lost it.
 */
async function untilCounted(address: string, key: string, acknowledged: number, seconds: number): Promise<void> {
  const givesUpAt = Date.now() + (60 + seconds) * 1000
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
