import { AppError } from '@parley/core/errors/app-error.ts'
import type { RebuildProgress } from '../derive/rebuild.ts'
import type { Settling } from '../derive/settling.ts'

/** How far the rebuild is that was asked for last. */
export type RebuildState =
  | { readonly status: 'none' }
  | { readonly status: 'running' | 'done'; readonly done: number; readonly of: number; readonly events: number }
  | { readonly status: 'failed'; readonly message: string }

/** One rebuild at a time, that goes on by itself: whoever started it asks now and then how far it is. */
export type RebuildJob = {
  /** Starts one, or joins the one under way. Error: `engine_unavailable` (503). */
  start(): RebuildState
  state(): RebuildState
  /** Gives up at the next chance. The facts stay as they were: they are exchanged at the very end. */
  stop(): void
}

export function createRebuildJob(settling: Settling): RebuildJob {
  let state: RebuildState = { status: 'none' }
  let isStopping = false

  function follow({ done, of, events }: RebuildProgress): void {
    if (isStopping) throw new AppError('rebuild_stopped', 503, 'The server is stopping: the rebuild was given up.')
    state = { status: 'running', done, of, events }
  }

  return {
    start() {
      if (state.status === 'running') return state
      const working = settling.settler().rebuild(follow)
      state = { status: 'running', done: 0, of: 0, events: 0 }
      working.then(
        ({ events }) => {
          state = { status: 'done', done: 1, of: 1, events }
        },
        (error: unknown) => {
          state = { status: 'failed', message: error instanceof Error ? error.message : String(error) }
        },
      )
      return state
    },
    // Facts are also derived anew by themselves, when a setting changed that they depend on.
    state() {
      const own = settling.trouble() === null ? settling.settler().rebuilding() : null
      return state.status !== 'running' && own !== null ? { status: 'running', ...own } : state
    },
    stop() {
      isStopping = true
    },
  }
}
