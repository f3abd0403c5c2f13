import { expect, test } from 'vitest'
import { regionName } from '../../ui/formats/region.ts'
import { chats, drawingOf } from '../testing-drawing.ts'
import { shapes, size } from './shapes.ts'
import { mapSpec } from './spec.ts'

const country = { id: 'country', role: 'dimension' } as const
const dimensions = new Map([['country', { id: 'country', title: 'Country' }]])
const drawn = new Set(['NL', 'DE', 'FR'])
const mapOf = (rows: [string | null, number][]) =>
  mapSpec(drawingOf({ columns: [country, chats], rows, totals: { chats: 100 } }, { kind: 'map', dimensions }), drawn)

test('countries stand on the map the largest first, by their name; what has no shape or is not known stands beside it', () => {
  const map = mapOf([
    ['DE', 4],
    [null, 7],
    ['SG', 3],
    ['NL', 81],
    ['FR', 0],
  ])
  expect(map.places.map(({ name, text }) => [name, text])).toEqual([
    ['Netherlands', '81'],
    ['Germany', '4'],
  ])
  expect(map.offMap.map(({ name, text }) => [name, text])).toEqual([['Singapore', '3']])
  expect(map.unknown?.text).toBe('7')
  expect(map.table.rows).toHaveLength(4)
})

test('a country filters by its code, the unknown by having none', () => {
  const map = mapOf([
    ['NL', 5],
    [null, 2],
  ])
  expect(map.places[0]?.pick?.filters).toEqual([{ dimension: 'country', op: 'in', values: ['NL'] }])
  expect(map.unknown?.pick?.filters).toEqual([{ dimension: 'country', op: 'not_exists', values: [] }])
})

test('the unknown make no country paler: colours run from nothing to the largest country', () => {
  const alone = mapOf([['NL', 5]])
  const besides = mapOf([
    [null, 500],
    ['NL', 5],
  ])
  expect(besides.places[0]?.colour).toBe(alone.places[0]?.colour)
  expect(alone.places[0]?.colour).toBe(alone.legend.colours.at(-1))
})

test('a country with a hundredth of the largest is not as pale as nothing', () => {
  const map = mapOf([
    ['NL', 1000],
    ['DE', 10],
  ])
  expect(map.places[1]?.colour).not.toBe(map.legend.colours[0])
})

test('every code is of one shape and is that of a country', () => {
  const codes = shapes.flatMap(({ code }) => code ?? [])
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(170)
  for (const code of codes) expect(regionName(code, 'en'), code).not.toBe(code)
})

test.each([
  ['NL', 0.5, 0.2],
  ['US', 0.22, 0.33],
  ['RU', 0.68, 0.16],
  ['ZA', 0.56, 0.75],
  ['AU', 0.85, 0.73],
  ['BR', 0.35, 0.62],
  ['JP', 0.83, 0.32],
] as const)('%s lies where it is', (code, x, y) => {
  const [atX, atY] = shapes.find((shape) => shape.code === code)?.centre ?? [0, 0]
  expect(Math.abs(atX / size.width - x)).toBeLessThan(0.08)
  expect(Math.abs(atY / size.height - y)).toBeLessThan(0.08)
})

test.each(['RU', 'FJ'])('%s, which the edge of the map cuts, has no line across it', (code) => {
  const path = shapes.find((shape) => shape.code === code)?.path ?? ''
  for (const line of path.split('M').slice(1)) {
    const xs = [...line.matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x))
    const steps = xs.slice(1).map((x, at) => Math.abs(x - (xs[at] ?? x)))
    expect(Math.max(0, ...steps)).toBeLessThan(size.width / 4)
  }
})
