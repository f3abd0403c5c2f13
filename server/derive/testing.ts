import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { createIngest } from '../ingest/ingest.ts'
import { createRecent } from '../ingest/recent.ts'
import { openJournal } from '../journal/journal.ts'
import type { Engine, Lane } from '../store/engine.ts'
import { openEngine } from '../store/open.ts'
import { type FactSettings, noFactSettings } from './fact-settings.ts'
import { type Settled, type Settler, startSettler } from './settle.ts'

/** The way of events through the house, everything real, in a directory of its own. */
export type TestStore = {
  readonly engine: Engine
  readonly settler: Settler
  /** Takes events as `POST /v1/events` would; every one has to be accepted. */
  take(organizationId: string, events: readonly unknown[]): Promise<void>
  /** Resolves when everything taken has been settled. */
  settled(): Promise<void>
  /** Stops settling and starts again on the same data, as a new process would. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Later than every world, so that no event is from the future whatever the machine's clock says. */
const clock: Clock = { now: () => Date.UTC(2027, 0, 1) }

export async function openTestStore(
  options: {
    onSettled?: (settled: Settled) => void
    factSettings?: (engine: Engine) => Promise<FactSettings>
    /** What facts are derived by, in the place of the engine's own lanes. */
    laneOf?: (engine: Engine) => Lane
    /** Told of troubles that the test makes; absent, there may be none. */
    onError?: (error: unknown) => void
  } = {},
): Promise<TestStore> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-store-'))
  const engine = await openEngine(directory)
  const journal = await openJournal({ directory: join(directory, 'journal') })
  // No memory of what came before, so that every duplicate reaches the store.
  const ingest = createIngest({ journal, recent: createRecent(0), clock })
  const start = () =>
    startSettler({
      engine: { ...engine, openLane: () => (options.laneOf ?? ((own) => own.openLane()))(engine) },
      journal,
      clock,
      keepRejected: async (records) => {
        if (records.length > 0) throw new Error('An event of the test was rejected.')
      },
      factSettings: options.factSettings ?? (async () => noFactSettings),
      onSettled: options.onSettled ?? (() => {}),
      onError:
        options.onError ??
        ((error) => {
          throw error
        }),
    })
  let settler = await start()
  return {
    engine,
    get settler() {
      return settler
    },
    async take(organizationId, events) {
      if (events.length === 0) return
      const { rejected } = await ingest.take({
        organizationId,
        contentType: 'application/cloudevents-batch+json',
        contentEncoding: undefined,
        headers: {},
        body: Buffer.from(JSON.stringify(events)),
      })
      const [first] = rejected
      if (first) throw new Error(`An event of the test was rejected: ${first.message}`)
    },
    settled: () => settler.settled(),
    async restart() {
      await settler.stop()
      settler = await start()
    },
    async close() {
      await settler.stop()
      await journal.close()
      await engine.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
