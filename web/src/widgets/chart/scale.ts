import type { ShownUnit } from '../../ui/formats/unit.ts'

/** The value axis: where it begins and ends, and the distance of its ticks. */
export type Scale = { readonly min: number; readonly max: number; readonly interval: number }

/** At most five ticks, the two ends included. */
const mostSteps = 4

const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400]

/** A scale from zero with round ticks: durations in steps of a clock (15 s, 1 min, 2 h), ratios in percents, counts whole. */
export function scaleOf(values: readonly (number | null | undefined)[], unit: ShownUnit): Scale {
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  const highest = Math.max(0, ...numbers)
  const lowest = Math.min(0, ...numbers)
  if (highest === 0 && lowest === 0) return emptyScale(unit)
  const isWhole = unit === 'count' && numbers.every(Number.isInteger)
  const interval = stepFor(highest, lowest, unit, isWhole)
  return {
    min: Math.floor(lowest / interval) * interval,
    max: round(Math.ceil(round(highest / interval)) * interval),
    interval,
  }
}

/** Of lines, which may begin elsewhere: ratings are read against their scale, from one to five. */
export function lineScaleOf(values: readonly (number | null | undefined)[], unit: ShownUnit): Scale {
  const fits = values.every((value) => typeof value !== 'number' || (value >= 1 && value <= 5))
  return unit === 'rating' && fits ? { min: 1, max: 5, interval: 1 } : scaleOf(values, unit)
}

function emptyScale(unit: ShownUnit): Scale {
  if (unit === 'ratio') return { min: 0, max: 1, interval: 0.25 }
  if (unit === 'seconds') return { min: 0, max: 60, interval: 15 }
  return { min: 0, max: 4, interval: 1 }
}

function stepFor(highest: number, lowest: number, unit: ShownUnit, isWhole: boolean): number {
  const span = highest - lowest
  for (const step of stepsFor(span / mostSteps, unit, isWhole)) {
    const steps = Math.ceil(round(highest / step)) - Math.floor(round(lowest / step))
    if (steps <= mostSteps) return step
  }
  return span
}

function* stepsFor(wanted: number, unit: ShownUnit, isWhole: boolean): Generator<number> {
  if (unit === 'seconds' && wanted >= 1) {
    for (const step of secondSteps) if (step >= wanted) yield step
    if (wanted <= 86_400) return
    for (const step of decimalSteps(wanted / 86_400)) yield step * 86_400
    return
  }
  for (const step of decimalSteps(wanted)) if (!isWhole || Number.isInteger(step)) yield step
}

function* decimalSteps(wanted: number): Generator<number> {
  const start = Math.floor(Math.log10(wanted))
  for (let power = start; power <= start + 3; power++) {
    for (const factor of [1, 2, 2.5, 5]) yield round(factor * 10 ** power)
  }
}

/** Takes the dust of binary fractions off. */
const round = (value: number): number => Number(value.toPrecision(12))
