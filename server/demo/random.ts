/** Chance that is the same at every run: each source is named, and its name alone decides what comes. */
export type Random = {
  /** At least 0, below 1. */
  next(): number
  chance(probability: number): boolean
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number
  pick<T>(items: readonly [T, ...T[]]): T
  /** One of the names, as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name
  /** How long something takes that mostly takes about `median` and sometimes much longer (log-normal). */
  about(median: number, spread?: number): number
  /** How often something happens that happens `mean` times on average (Poisson). */
  times(mean: number): number
}

export function createRandom(name: string): Random {
  const next = mulberry32(hash(name))
  function normal(): number {
    // Box–Muller; never the logarithm of 0.
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }
  return {
    next,
    chance: (probability) => next() < probability,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of entries) {
        rest -= weight
        if (rest < 0) return item
      }
      throw new Error('There is nothing to choose from.')
    },
    about: (median, spread = 0.6) => median * Math.exp(spread * normal()),
    times(mean) {
      // Knuth's: fine for the small means of an hour.
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit; product *= next()) count += 1
      return count
    },
  }
}

/** FNV-1a, stirred at the end so that names that differ in their last letter are far apart. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1) value = Math.imul(value ^ name.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
