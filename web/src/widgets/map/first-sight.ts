import { type Box, fitted, isWhole, type Size, wholeMap, type Zoom } from './zoom.ts'

/** Something with a number: where it lies, and how much it weighs; null where its number cannot be added to others. */
export type Mark = { readonly box: Box; readonly weight: number | null }

/** So much of the whole may lie outside the first sight, and only where the rest is seen so much larger without it. */
const strays = 0.05
const worth = 1.5
/** Less than this is not worth cutting off the edges of the world for. */
const least = 1.2

/**
 * What a map opens on: everything that has a number. A few strays from far away, who would keep the whole world in sight and all
 * others small, are left outside: they are found by their names beside the map, and on the whole world.
 */
export function firstSight(marks: readonly Mark[], size: Size): Zoom {
  let kept = marks
  let allowance = strays * marks.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  let sight = fitted(
    kept.map(({ box }) => box),
    size,
  )
  for (;;) {
    const [best] = [...cuts(kept, allowance)]
      .map((cut) => {
        const boxes = cut.rest.map(({ box }) => box)
        return { ...cut, sight: fitted(boxes, size) }
      })
      .toSorted((one, other) => other.sight.scale - one.sight.scale || one.weight - other.weight)
    if (best === undefined || best.sight.scale < worth * sight.scale) break
    kept = best.rest
    allowance -= best.weight
    sight = best.sight
  }
  return isWhole(sight) || sight.scale < least ? wholeMap : sight
}

const sides: readonly ((box: Box) => number)[] = [
  ([[left]]) => left,
  ([, [right]]) => -right,
  ([[, top]]) => top,
  ([, [, bottom]]) => -bottom,
]

/** Every way to leave out what lies outermost at one side, as long as it weighs no more than is allowed. */
function* cuts(marks: readonly Mark[], allowance: number): Generator<{ rest: readonly Mark[]; weight: number }> {
  for (const side of sides) {
    const sorted = marks.toSorted((one, other) => side(one.box) - side(other.box))
    let weight = 0
    for (const [at, mark] of sorted.slice(0, -1).entries()) {
      weight += mark.weight ?? Number.POSITIVE_INFINITY
      if (weight > allowance) break
      yield { rest: sorted.slice(at + 1), weight }
    }
  }
}
