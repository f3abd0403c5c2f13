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

/** Opens lanes, each with its own scratch tables. */
export async function openLanes(engine: Engine): Promise<Lanes> {
  const lanes = Array.from({ length: laneCount }, () => engine.openLane())
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
