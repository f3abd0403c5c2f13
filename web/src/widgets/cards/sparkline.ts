import type { Value } from '../../ui/formats/value.ts'

const box = { width: 100, top: 3, bottom: 31 }

/** Paths in a box of 100 × 32: the line with gaps for null, its last stretch while that is still filling, the area below. */
export function sparkline(
  values: readonly Value[],
  running: number,
): { readonly full: string; readonly filling: string; readonly area: string } {
  const numbers = values.filter((value) => value !== null)
  const most = Math.max(0, ...numbers)
  const least = Math.min(0, ...numbers)
  // A row of zeros has no way to show.
  if (most === 0 && least === 0) return { full: '', filling: '', area: '' }
  const step = values.length > 1 ? box.width / (values.length - 1) : 0
  const x = (place: number) => round(place * step)
  const y = (value: number) => round(box.bottom - ((value - least) / (most - least || 1)) * (box.bottom - box.top))
  const full: string[] = []
  const filling: string[] = []
  const area: string[] = []
  let start = -1
  const close = (end: number) => {
    if (start !== -1 && end > start) area.push(`L${x(end)} ${box.bottom}L${x(start)} ${box.bottom}Z`)
    start = -1
  }
  values.forEach((value, place) => {
    if (value === null) {
      close(place - 1)
      return
    }
    const isStart = start === -1
    if (isStart) start = place
    const point = `${x(place)} ${y(value)}`
    area.push(`${isStart ? 'M' : 'L'}${point}`)
    const before = values[place - 1]
    if (place === running && before !== null && before !== undefined) {
      filling.push(`M${x(place - 1)} ${y(before)}L${point}`)
    } else {
      full.push(`${isStart ? 'M' : 'L'}${point}`)
    }
  })
  close(values.findLastIndex((value) => value !== null))
  return { full: full.join(''), filling: filling.join(''), area: area.join('') }
}

const round = (value: number): number => Math.round(value * 100) / 100
