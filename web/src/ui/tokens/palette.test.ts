import { expect, test } from 'vitest'
import { categorical, neutralMark, otherMark, type Scheme, second, sequential, tones } from './palette.ts'

type Rgb = readonly [number, number, number]

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const rgb = (hex: string): Rgb => {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** How people with one kind of cone missing see a colour (Machado, Oliveira and Fernandes, 2009). */
const sights: Readonly<Record<string, readonly Rgb[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function seen(hex: string, sight: readonly Rgb[]): Rgb {
  const [r, g, b] = rgb(hex)
  const part = (row: Rgb = [0, 0, 0]) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))
  return [part(sight[0]), part(sight[1]), part(sight[2])]
}

/** Distance in OKLab, where equal steps look equal. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const schemes: readonly Scheme[] = ['light', 'dark']
const cases = schemes.flatMap((scheme) => Object.keys(sights).map((sight) => [scheme, sight] as const))

test.each(cases)('in %s the eight colours stay apart with sight: %s', (scheme, sight) => {
  const colours = Object.entries(categorical[scheme])
  for (const [name, colour] of colours) {
    for (const [otherName, other] of colours) {
      if (name >= otherName) continue
      const matrix = sights[sight] ?? []
      expect(distance(seen(colour, matrix), seen(other, matrix)), `${name} and ${otherName}`).toBeGreaterThan(0.09)
    }
  }
})

test.each(cases)('in %s the sixteen with their second tones stay apart with sight: %s', (scheme, sight) => {
  const colours = [...Object.values(categorical[scheme]), ...Object.values(second[scheme])]
  const matrix = sights[sight] ?? []
  for (const [at, colour] of colours.entries()) {
    for (const other of colours.slice(at + 1)) {
      expect(distance(seen(colour, matrix), seen(other, matrix)), `${colour} and ${other}`).toBeGreaterThan(0.05)
    }
  }
})

test.each(schemes)('in %s marks hold 3:1 and texts 4.5:1 against what is behind them', (scheme) => {
  const tone = tones[scheme]
  const coloured = [...Object.values(categorical[scheme]), ...Object.values(second[scheme])]
  for (const mark of [...coloured, neutralMark[scheme], otherMark[scheme], tone.accent]) {
    expect(contrast(mark, tone.surface), mark).toBeGreaterThanOrEqual(3)
  }
  for (const text of [tone.ink, tone.ink_soft, tone.ink_faint, tone.accent_ink, tone.good, tone.bad, tone.warn]) {
    for (const ground of [tone.surface, tone.canvas, tone.raised, tone.sunken]) {
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
  expect(contrast(tone.accent_ink, tone.accent_soft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(tone.bad, tone.bad_soft)).toBeGreaterThanOrEqual(4.5)
})

test.each(schemes)('in %s more is always further from the ground', (scheme) => {
  const steps = sequential[scheme].map((colour) => contrast(colour, tones[scheme].surface))
  expect(steps).toEqual([...steps].sort((one, other) => one - other))
})
