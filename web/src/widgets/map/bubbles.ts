import type { Spot } from './spots.ts'

/** Spots that stand too close to be told apart as one circle; its area is their number. */
export type Bubble = {
  /** The largest of them comes first and gives name and middle. */
  readonly spots: readonly [Spot, ...Spot[]]
  readonly value: number
  /** In the measures of the map. */
  readonly radius: number
}

/** Pixels on the screen: of the largest circle, of one that can still be pointed at, and nearer than this two spots are one. */
export type Reach = { readonly most: number; readonly least: number; readonly apart: number }

/** A narrow picture has smaller circles. */
export function reachOf(width: number): Reach {
  const most = Math.max(10, Math.min(20, width / 45))
  return { most, least: 3, apart: most * 0.4 }
}

/**
 * The circles of the spots, the largest first, as they are seen with so many measures of the map to a pixel. Each spot, from
 * the largest on, joins the first circle whose middle is near: closer, they part.
 */
export function bubblesOf(spots: readonly Spot[], perPixel: number, reach: Reach): readonly Bubble[] {
  const groups: [Spot, ...Spot[]][] = []
  for (const spot of spots) {
    const near = groups.find(([middle]) => distance(middle, spot) < reach.apart * perPixel)
    if (near === undefined) groups.push([spot])
    else near.push(spot)
  }
  const sums = groups.map((group) => group.reduce((sum, { value }) => sum + value, 0))
  const most = Math.max(...sums, 0)
  return groups
    .map((spots, at): Bubble => {
      const value = sums[at] ?? 0
      const radius = Math.max(reach.least, reach.most * Math.sqrt(value / most)) * perPixel
      return { spots, value, radius }
    })
    .toSorted((one, other) => other.value - one.value)
}

function distance({ at: [x, y] }: Spot, { at: [a, b] }: Spot): number {
  return Math.hypot(x - a, y - b)
}
