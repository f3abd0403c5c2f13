import type { WidthOf } from './text-width.ts'

/**
 * Names that fit into a room of so many pixels. Longer ones end in dots; where that would make two of them look the same, they
 * have the dots in their middle: names of one family often differ only at their end.
 */
export function fitNames(names: readonly string[], room: number, widthOf: WidthOf): string[] {
  const ending = names.map((name) => cut(name, room, widthOf, 1))
  return names.map((name, at) => {
    const fitted = ending[at] ?? name
    const isAmbiguous = names.some((other, place) => other !== name && ending[place] === fitted)
    return isAmbiguous ? cut(name, room, widthOf, 0.5) : fitted
  })
}

/** `headShare`: how much of what is kept comes before the dots. */
function cut(name: string, room: number, widthOf: WidthOf, headShare: number): string {
  if (widthOf(name) <= room) return name
  const letters = [...name]
  for (let kept = letters.length - 1; kept > 1; kept -= 1) {
    const head = Math.ceil(kept * headShare)
    const fitted = `${letters.slice(0, head).join('').trimEnd()}…${letters
      .slice(letters.length - kept + head)
      .join('')
      .trimStart()}`
    if (widthOf(fitted) <= room) return fitted
  }
  return '…'
}
