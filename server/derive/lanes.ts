import type { Engine, Lane } from '../store/engine.ts'
import { prepareScratch } from './scratch.ts'

/** Where facts are derived, a piece of work on each lane at a time. */
export type Lanes = {
  /** How many pieces are worked on at once. */
  readonly count: number
  /** Does each piece of work once, in any order. When one fails no further one is begun, and its error is thrown. */
  work<Piece>(pieces: readonly Piece[], use: (lane: Lane, piece: Piece) => Promise<void>): Promise<void>
}

// As many as processors are usual on the smallest machines; more would only take memory there.
const laneCount = 2

/** Opens lanes, each with its own scratch tables. Once `stopping` is given, no further statement begins: work throws its reason. */
export async function openLanes(engine: Engine, stopping?: AbortSignal): Promise<Lanes> {
  const lanes = Array.from({ length: laneCount }, () => untilStopped(engine.openLane(), stopping))
  for (const lane of lanes) await prepareScratch(lane)
  return {
    count: laneCount,
    async work(pieces, use) {
      const waiting = [...pieces]
      const ended = await Promise.allSettled(
        lanes.map(async (lane) => {
          for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
            try {
              await use(lane, piece)
            } catch (error) {
              waiting.length = 0
              throw error
            }
          }
        }),
      )
      for (const end of ended) if (end.status === 'rejected') throw end.reason
    },
  }
}

/** The lane, which refuses statements once its signal is given. What is left undone is derived at the next start. */
function untilStopped(lane: Lane, stopping: AbortSignal | undefined): Lane {
  return {
    async query(...statement) {
      stopping?.throwIfAborted()
      return lane.query(...statement)
    },
    async insertRows(...rows) {
      stopping?.throwIfAborted()
      return lane.insertRows(...rows)
    },
    async command(...statement) {
      stopping?.throwIfAborted()
      return lane.command(...statement)
    },
  }
}
