import { systemClock } from '@parley/server/clock.ts'
import { noFactSettings } from '@parley/server/derive/fact-settings.ts'
import { openLanes } from '@parley/server/derive/lanes.ts'
import { createVersions } from '@parley/server/derive/prepare-facts.ts'
import { rebuild as rebuildFacts } from '@parley/server/derive/rebuild.ts'
import type { Engine } from '@parley/server/store/engine.ts'
import { openEngine } from '@parley/server/store/open.ts'
import type { Measure } from '../measurement.ts'
import { deriveByHand } from '../prepared/derive-by-hand.ts'
import { prepare } from '../prepared/prepare.ts'
import { withDirectory } from '../processes/temporary.ts'
import { mebibytes, usageOf } from '../processes/usage.ts'
import { median } from '../statistics.ts'

const turns = 3

/** All facts derived again from all events, beside the sessions and replies alone in SQL written by hand. */
export const rebuild: Measure = async (task, say) => {
  const rows: (string | number | null)[][] = []
  for (const size of task.sizes) {
    const prepared = await prepare(size, task.dataDirectory, say)
    await withDirectory(prepared.directory, async (directory) => {
      const engine = await openEngine(directory)
      try {
        rows.push(...(await measureOn(engine, say)))
      } finally {
        await engine.close()
      }
    })
  }
  return [
    {
      title: 'Rebuild of all facts',
      columns: ['figure', 'Parley', 'by hand', '×'],
      rows,
      notes: [
        'By hand: sessions and replies only, no channels of sessions, hand-overs, outcomes, surveys, agents in force.',
        `Medians of ${turns} turns each, in turn. Peak RSS is of the process that did both, the preparation included when there was one.`,
      ],
    },
  ]
}

async function measureOn(engine: Engine, say: (line: string) => void): Promise<(string | number | null)[][]> {
  const lanes = await openLanes(engine)
  const versions = await createVersions(engine, systemClock)
  const ours: number[] = []
  const byHand: number[] = []
  let events = 0
  for (let turn = 0; turn < turns; turn += 1) {
    say(`rebuild: turn ${turn + 1} of ${turns}`)
    const before = performance.now()
    events = (await rebuildFacts(engine, lanes, versions.next(), noFactSettings)).events
    const between = performance.now()
    await deriveByHand(engine)
    ours.push((between - before) / 1000)
    byHand.push((performance.now() - between) / 1000)
  }
  const count = async (table: string) => Number((await engine.query(`SELECT count() FROM ${table}`))[0]?.[0])
  const row = (name: string, left: number | null, right: number | null) => [
    name,
    left,
    right,
    left !== null && right !== null ? left / right : null,
  ]
  const size = `${events.toLocaleString('en')} events`
  return [
    row(`${size}: seconds`, median(ours), median(byHand)),
    row(`${size}: events per second`, events / median(ours), events / median(byHand)),
    row(`${size}: sessions`, await count('sessions FINAL'), await count('bench.derived_sessions')),
    row(`${size}: replies`, await count('replies FINAL'), await count('bench.derived_replies')),
    row(`${size}: peak RSS, MiB`, mebibytes(usageOf(process.pid)?.peakBytes), null),
  ]
}
