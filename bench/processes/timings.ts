import { settlingSteps } from '@parley/server/derive/settle.ts'
import type { Engine } from '@parley/server/store/engine.ts'

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
  settlingSteps.forEach((step, index) => {
    const { name, run } = step
    const timed: typeof run = async (work) => {
      if (index === 0) flushes.push({ events: 0, conversations: 0, steps: {}, statements: {} })
      const flush = flushes.at(-1)
      const before = performance.now()
      await run(work)
      if (flush === undefined) return
      flush.steps[name] = performance.now() - before
      flush.events = work.admitted.fresh.length
      flush.conversations = work.touched.length
    }
    // The list of steps is the loop's own: the one way to see it work without a switch in the server.
    Object.assign(step, { run: timed })
  })
}

/** The engine, noting how long each statement that writes takes. */
export function timedEngine(engine: Engine, flushes: Flush[]): Engine {
  const timed = async (name: string, run: () => Promise<void>) => {
    const before = performance.now()
    await run()
    const flush = flushes.at(-1)
    if (flush) flush.statements[name] = (flush.statements[name] ?? 0) + performance.now() - before
  }
  return {
    ...engine,
    insertRows: (table, columns, rows) => timed(`rows into ${table}`, () => engine.insertRows(table, columns, rows)),
    command: (sql, options) => timed(nameOf(sql), () => engine.command(sql, options)),
  }
}

function nameOf(sql: string): string {
  const [, verb = '', table = ''] = /^\s*(\w+)(?: TABLE| INTO)? (\w+)/.exec(sql) ?? []
  const kind = / AS is_withdrawn/.exec(sql) && sql.includes(' 1 AS is_withdrawn') ? 'withdraw from' : verb.toLowerCase()
  return `${kind} ${table}`
}
