import { AppError } from '@parley/core/errors/app-error.ts'
import type { Engine } from '../store/engine.ts'
import { type Settler, startSettler } from './settle.ts'

/** The engine and the loop that feeds it, kept going: when it cannot start it is tried again, and events wait in the journal. */
export type Settling = {
  /** The engine, or 503 `engine_unavailable` while it is down. */
  engine(): Engine
  /** The loop, or the same error. */
  settler(): Settler
  /** {@link Settler.room}; at once while the engine is down, when events only wait in the journal. */
  room(): Promise<void>
  /** {@link Settler.settingsChanged}; an engine that comes up later reads them by itself. */
  settingsChanged(): void
  /** Why the engine is down, or null when it is up. */
  trouble(): string | null
  /** Resolves when the engine is up for the first time. */
  ready: Promise<void>
  stop(): Promise<void>
}

const retryMs = 2_000

export function keepSettling(
  options: Omit<Parameters<typeof startSettler>[0], 'engine' | 'stopping'> & { open: () => Promise<Engine> },
): Settling {
  let up: { engine: Engine; settler: Settler } | null = null
  let trouble: string | null = 'The event engine is starting.'
  const stopping = new AbortController()
  let wake = () => {}
  let announce = () => {}
  const ready = new Promise<void>((resolve) => (announce = resolve))

  async function bringUp(): Promise<void> {
    while (!stopping.signal.aborted && up === null) {
      let engine: Engine | null = null
      try {
        engine = await options.open()
        up = { engine, settler: await startSettler({ ...options, engine, stopping: stopping.signal }) }
        trouble = null
        announce()
      } catch (error) {
        await engine?.close().catch((closing: unknown) => options.onError(closing, 'close the engine'))
        if (stopping.signal.aborted) return
        options.onError(error, 'start the engine')
        trouble = `The event engine cannot start: ${error instanceof Error ? error.message : String(error)}`
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, retryMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
  }
  const starting = bringUp()

  function running(): { engine: Engine; settler: Settler } {
    if (up) return up
    throw new AppError(
      'engine_unavailable',
      503,
      `${trouble} Events are taken; questions can be asked again in a few seconds.`,
      { retryAfterSeconds: 5 },
    )
  }

  return {
    engine: () => running().engine,
    settler: () => running().settler,
    room: () => up?.settler.room() ?? Promise.resolve(),
    settingsChanged: () => up?.settler.settingsChanged(),
    trouble: () => trouble,
    ready,
    async stop() {
      // An engine that is up may finish what it has begun; one that is starting, which may derive everything, gives up.
      if (up === null) stopping.abort(new Error('The server is stopping.'))
      wake()
      await starting
      await up?.settler.stop()
      await up?.engine.close()
    },
  }
}
