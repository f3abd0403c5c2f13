/**
 * The name of `known` that `name` most likely meant, or null when none is near: at most a third of its letters differ.
 * Case is ignored. Of equally near ones the first is taken.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const wanted = name.toLowerCase()
  let nearest: string | null = null
  let nearestDistance = Math.floor(wanted.length / 3) + 1
  for (const candidate of known) {
    // They differ by at least that many letters; a name from outside may be very long.
    if (Math.abs(candidate.length - wanted.length) >= nearestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < nearestDistance) {
      nearest = candidate
      nearestDistance = distance
    }
  }
  return nearest
}

/** The end of a message about a name that is not known: ` Did you mean "day"?`, or nothing when none is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearestName(name, known)
  return near === null ? '' : ` Did you mean "${near}"?`
}

/** How many letters must be added, dropped, replaced, or swapped with the next, to make `a` into `b`. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const replaced = (previous[column - 1] ?? 0) + (isSame ? 0 : 1)
      const swapped = isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : replaced
      current.push(Math.min(replaced, swapped, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? a.length
}
