import { randomBytes } from 'node:crypto'
import { literal } from '@parley/core/sql/literal.ts'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { readSettings } from './read-settings.ts'

/**
 * Rows that are dear to make and that several questions read, such as the panels of one page: made once, in a table in
 * memory, for as long as no fact changes. After that they are made anew for the next question.
 */
export type SharedRows = {
  /** The table with the rows of a SELECT; it stays until it is released. Errors: those of a query. */
  hold(select: string): Promise<HeldRows>
}

export type HeldRows = { readonly table: string; release(): void }

const prefix = 'shared_rows_'

type Table = {
  readonly name: string
  /** Resolves to whether it may be kept. */
  readonly made: Promise<boolean>
  users: number
  isRetired: boolean
}

/** The tables of one state of one engine's facts, by what they are made of. */
type Generation = { readonly engine: Engine; readonly state: number; readonly tables: Map<string, Table> }

/** `state` gives another number whenever a fact has changed. */
export function createSharedRows(services: { engine(): Engine; state(): number }): SharedRows {
  let generation: Generation | null = null
  let cleaned: { readonly engine: Engine; readonly done: Promise<void> } | null = null

  function current(): Generation {
    const [engine, state] = [services.engine(), services.state()]
    if (generation?.engine === engine && generation.state === state) return generation
    for (const table of generation?.tables.values() ?? []) retire(table, generation?.engine ?? engine)
    generation = { engine, state, tables: new Map() }
    return generation
  }

  /** What a process left that ended suddenly is empty, and in the way of nobody. */
  function clean(engine: Engine): Promise<void> {
    if (cleaned?.engine === engine) return cleaned.done
    const done = dropLeftOver(engine).catch((error: unknown) => {
      // The next question tries again.
      cleaned = null
      throw error
    })
    cleaned = { engine, done }
    return done
  }

  async function make(engine: Engine, name: string, select: string): Promise<boolean> {
    await clean(engine)
    await engine.query(`CREATE TABLE ${name} ENGINE = Memory AS ${select}`, { settings: readSettings })
    return (await bytesOf(engine, name)) <= limits.sharedTableBytes
  }

  return {
    async hold(select) {
      const { engine, tables } = current()
      let table = tables.get(select)
      if (table === undefined) {
        const [oldest] = tables
        if (oldest !== undefined && tables.size >= limits.sharedTables) {
          tables.delete(oldest[0])
          retire(oldest[1], engine)
        }
        const name = `${prefix}${randomBytes(8).toString('hex')}`
        table = { name, made: make(engine, name, select), users: 0, isRetired: false }
        tables.set(select, table)
      }
      const held = table
      held.users += 1
      const release = () => {
        held.users -= 1
        if (held.isRetired && held.users === 0) drop(held, engine)
      }
      try {
        if (!(await held.made)) giveUp()
        return { table: held.name, release }
      } catch (error) {
        giveUp()
        release()
        throw error
      }

      /** The next question makes the rows for itself. */
      function giveUp(): void {
        if (tables.get(select) === held) tables.delete(select)
        held.isRetired = true
      }
    },
  }
}

function retire(table: Table, engine: Engine): void {
  table.isRetired = true
  if (table.users === 0) drop(table, engine)
}

/** Nobody waits for it: an engine that is gone has its tables no more, and another begins by dropping what was left. */
function drop({ name }: Table, engine: Engine): void {
  void engine.query(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined)
}

async function dropLeftOver(engine: Engine): Promise<void> {
  const left = await engine.query(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, ${literal(prefix)})`,
  )
  for (const [name] of left) await engine.query(`DROP TABLE IF EXISTS ${name}`)
}

async function bytesOf(engine: Engine, name: string): Promise<number> {
  const [row] = await engine.query(
    `SELECT total_bytes FROM system.tables WHERE database = currentDatabase() AND name = ${literal(name)}`,
  )
  return Number(row?.[0] ?? 0)
}
