import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@parley/core/errors/app-error.ts'
import { command } from './command.ts'
import { withOperator } from './operator.ts'
import { untilReady } from './settled.ts'

/** What `/v1/operator/rebuild` tells. */
type Rebuild = {
  readonly status: 'none' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly of: number
  readonly events: number
  readonly message: string | null
}

const pollMs = 100

export const rebuild = command({
  description:
    'Derive every number again from the events. They stay as they were until it is done, and are the same afterwards unless the rules have changed.',
  args: {},
  run: (_args, surroundings) =>
    withOperator(surroundings, async (operator) => {
      await untilReady(operator)
      const startedAt = performance.now()
      const progress = surroundings.progress()
      let state = await operator.askJson<Rebuild>('rebuild', { method: 'POST' })
      let parts = -1
      try {
        for (; state.status === 'running'; state = await operator.askJson<Rebuild>('rebuild')) {
          if (state.of !== parts) progress.begin('Rebuilding', Math.max(1, state.of))
          parts = state.of
          progress.to(state.done, state.events > 0 ? `of ${state.events.toLocaleString('en-US')} events` : '')
          await pause(pollMs)
        }
      } finally {
        progress.end()
      }
      if (state.status !== 'done')
        throw new AppError(
          'rebuild_failed',
          500,
          `The rebuild failed: ${state.message ?? 'the server was started anew'}. The numbers are as they were; try again.`,
        )
      const seconds = (performance.now() - startedAt) / 1000
      const rate = Math.round(state.events / seconds)
      return {
        json: { events: state.events, seconds: Math.round(seconds * 1000) / 1000, events_per_second: rate },
        text: `Derived every number again from ${state.events.toLocaleString('en-US')} events in ${seconds.toFixed(1)} s (${rate.toLocaleString('en-US')} a second).`,
      }
    }),
})
