import type { Engine } from '@parley/server/store/engine.ts'

/** Limits of large statements of the preparation, which have the machine to themselves. */
export const atLeisure = { settings: { max_execution_time: 3600, max_memory_usage: 8_000_000_000 } } as const

/** Waits until the engine has nothing left to merge, two minutes at most. */
export async function mergesToEnd(engine: Engine): Promise<void> {
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 240; tries += 1) {
    const [[merges]] = (await engine.query('SELECT count() FROM system.merges')) as [[number]]
    quiet = merges === 0 ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
