import type { LoadReport } from '../load/load-report.ts'
import type { Table } from '../measurement.ts'
import type { Flush } from '../processes/timings.ts'
import { mebibytes } from '../processes/usage.ts'
import { median, percentile, sum } from '../statistics.ts'

export type Load = {
  /** Of the file of its profile. */
  readonly name: string
  readonly title: string
  readonly connections: number
  readonly eventsPerRequest: number
  /** Null: as many as are taken. */
  readonly eventsPerSecond: number | null
}

export type BareReport = LoadReport & { readonly serverCpuSeconds: number | null }

/** What was seen of the real server. Seconds, bytes; null where the system does not tell. */
export type IngestFigures = {
  readonly report: LoadReport
  /** Of each sample: how far its answer was behind, and how far its `as_of`. */
  readonly lags: readonly number[]
  readonly asOfLags: readonly number[]
  readonly askMs: readonly number[]
  readonly caughtUpSeconds: number
  readonly cpuSeconds: number | null
  readonly mainThreadCpuSeconds: number | null
  /** From the beginning of the load until everything was settled. */
  readonly settledCpuSeconds: number | null
  readonly peakBytes: number | undefined
  readonly flushes: readonly Flush[]
  readonly storedEvents: number
  readonly journalBytes: number
  readonly engineBytes: number
}

/** The figures of one load, beside those of the bare server. */
export function ingestTable({ title }: Load, figures: IngestFigures, bare: readonly BareReport[]): Table {
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
      row('events settled per second', figures.report.acknowledged / (report.seconds + figures.caughtUpSeconds)),
      row('answer p50, ms', report.p50, (one) => one.p50),
      row('answer p95, ms', report.p95, (one) => one.p95),
      row('answer p99, ms', report.p99, (one) => one.p99),
      row('processors the server kept busy', figures.cpuSeconds && figures.cpuSeconds / report.seconds, (one) =>
        one.serverCpuSeconds === null ? null : one.serverCpuSeconds / one.seconds,
      ),
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
      row('journal when all is settled, MiB', mebibytes(figures.journalBytes)),
      row('engine afterwards, bytes per event', figures.engineBytes / figures.storedEvents),
    ],
    notes: [
      `${report.acknowledged} events of ${Math.round(report.bytesPerEvent)} bytes in ${report.seconds.toFixed(1)} s; every one was counted in the end.`,
      `The bare server took ${Math.round(first ?? 0)} events/s before and ${Math.round(last ?? 0)} after: the machine was that steady.`,
    ],
  }
}

/** Where the time of settling goes. */
export function settlingTable({ title }: Pick<Load, 'title'>, flushes: readonly Flush[]): Table {
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
