import { settlingSteps, type Work } from '@parley/server/derive/settling-steps.ts'
import type { Engine, Lane } from '@parley/server/store/engine.ts'

/** One batch on its way from the journal to the facts. */
export type Flush = {
  events: number
  conversations: number
  /** Settling step → milliseconds. */
  readonly steps: Record<string, number>
  /** Kind of statement (`INSERT thread`, …) → milliseconds, of those that write. */
  readonly statements: Record<string, number>
}

/** Makes the settling loop note how long each of its steps takes. */
export function timeSettling(flushes: Flush[]): void {
  const known = new WeakMap<Work['records'], Flush>()
  for (const step of [...settlingSteps.store, ...settlingSteps.derive]) {
    const { name, run } = step
    const timed: typeof run = async (work) => {
      const flush = known.get(work.records) ?? { events: 0, conversations: 0, steps: {}, statements: {} }
      if (!known.has(work.records)) {
        known.set(work.records, flush)
        flushes.push(flush)
      }
      const before = performance.now()
      await run(work)
      flush.steps[name] = performance.now() - before
      flush.events = work.admitted.fresh.length
      flush.conversations = work.touched.length
    }
    // The lists of steps are the loop's own: the one way to see it work without a switch in the server.
    Object.assign(step, { run: timed })
  }
}

/** The engine, noting how long each statement that writes takes; with the batch that began last, as two overlap. */
export function timedEngine(engine: Engine, flushes: Flush[]): Engine {
  const timed = async (name: string, run: () => Promise<void>) => {
    const before = performance.now()
    await run()
    const flush = flushes.at(-1)
    if (flush) flush.statements[name] = (flush.statements[name] ?? 0) + performance.now() - before
  }
  const timedLane = <Writer extends Lane>(lane: Writer): Writer => ({
    ...lane,
    insertRows: (table, columns, rows) => timed(`rows into ${table}`, () => lane.insertRows(table, columns, rows)),
    command: (sql, options) => timed(nameOf(sql), () => lane.command(sql, options)),
  })
  return { ...timedLane(engine), openLane: () => timedLane(engine.openLane()) }
}

function nameOf(sql: string): string {
  const [, verb = '', table = ''] = /^\s*(\w+)(?: TABLE| INTO)? (\w+)/.exec(sql) ?? []
  const kind = / AS is_withdrawn/.exec(sql) && sql.includes(' 1 AS is_withdrawn') ? 'withdraw from' : verb.toLowerCase()
  return `${kind} ${table}`
}
