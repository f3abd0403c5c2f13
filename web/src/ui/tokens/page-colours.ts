import { coloursOf, isColoured, type Shades, shadesGiven } from './meanings.ts'
import type { Scheme } from './palette.ts'

/** The colours of values that are drawn together, in order; see `coloursOf`. */
export type GivenColours = (named: string, values: readonly (string | null)[], scheme: Scheme) => readonly string[]

/**
 * What a page gives to values without a fixed colour: the same value has the same colour in every drawing of the page, whatever its
 * rank there and whichever answer came first.
 */
export type PageColours = {
  /** Another one as soon as something that is drawn has got another colour, because of what came after it. */
  now(): GivenColours
  subscribe(listener: () => void): () => void
  /** From now on something else is asked: what has a colour by now keeps it. */
  keep(): void
}

type Kind = { kept: Shades; given: Shades; together: Map<string, readonly string[]> }

export function createPageColours(): PageColours {
  const kinds = new Map<string, Kind>()
  const listeners = new Set<() => void>()
  const kindOf = (named: string): Kind => {
    const known = kinds.get(named) ?? { kept: new Map(), given: new Map(), together: new Map() }
    kinds.set(named, known)
    return known
  }
  const give = (): GivenColours => (named, values, scheme) => {
    const kind = kindOf(named)
    const drawn = values.filter((value) => isColoured(named, value)).sort()
    const name = JSON.stringify(drawn)
    if (!kind.together.has(name)) {
      kind.together.set(name, drawn)
      const before = kind.given
      kind.given = shadesGiven(named, [...kind.together.values()], kind.kept)
      if ([...before].some(([value, shade]) => kind.given.get(value) !== shade)) tellSoon()
    }
    return coloursOf(named, values, scheme, kind.given)
  }
  let now = give()
  // Colours are asked for while something is drawn: the others are drawn anew after that.
  const tellSoon = () =>
    queueMicrotask(() => {
      now = give()
      for (const listener of listeners) listener()
    })
  return {
    now: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep() {
      for (const kind of kinds.values()) {
        kind.kept = kind.given
        kind.together.clear()
      }
    },
  }
}
