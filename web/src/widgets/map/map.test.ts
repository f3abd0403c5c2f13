import { expect, test } from 'vitest'
import { regionName } from '../../ui/formats/region.ts'
import { chats, drawingOf } from '../testing-drawing.ts'
import { shapes, size } from './shapes.ts'
import { mapSpec } from './spec.ts'

const country = { id: 'country', role: 'dimension' } as const
const dimensions = new Map(['country', 'region', 'place'].map((id) => [id, { id, title: id }]))
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

test('France is where its mainland is, not between it and Guiana', () => {
  const france = shapes.find(({ code }) => code === 'FR')
  const [left, right] = france?.box.map(([x]) => x) ?? []
  expect((right ?? 0) - (left ?? 0)).toBeLessThan(size.width / 20)
  expect(france?.centre[0]).toBeGreaterThan(left ?? 0)
  expect(france?.centre[0]).toBeLessThan(right ?? 0)
})

test.each(['RU', 'FJ'])('%s, which the edge of the map cuts, has no line across it', (code) => {
  const path = shapes.find((shape) => shape.code === code)?.path ?? ''
  for (const line of path.split('M').slice(1)) {
    const xs = [...line.matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x))
    const steps = xs.slice(1).map((x, at) => Math.abs(x - (xs[at] ?? x)))
    expect(Math.max(0, ...steps)).toBeLessThan(size.width / 4)
  }
})

const place = { id: 'place', role: 'dimension' } as const
const region = { id: 'region', role: 'dimension' } as const
const placesOf = (rows: [string | null, string | null, string | null, number][]) =>
  mapSpec(
    drawingOf({ columns: [country, region, place, chats], rows, totals: { chats: 100 } }, { kind: 'map', dimensions }),
    drawn,
  )
const closest = { most: 20, least: 3, apart: 10 }

test('a country has what its places have and what is in none of them, and what is in none can be opened', () => {
  const map = placesOf([
    ['NL', 'Utrecht', '52.1,5.1', 40],
    ['NL', 'Noord-Holland', '52.4,4.9', 30],
    ['NL', 'Utrecht', null, 8],
    ['DE', null, null, 5],
    [null, null, null, 2],
  ])
  expect(map.places.map(({ name, text }) => [name, text])).toEqual([
    ['Netherlands', '78'],
    ['Germany', '5'],
  ])
  expect(map.unknown?.text).toBe('2')
  expect(map.unplaced?.text).toBe('15')
  expect(map.unplaced?.pick.filters).toEqual([{ dimension: 'place', op: 'not_exists', values: [] }])
  expect(map.table.rows[0]).toEqual(['Netherlands', 'Utrecht', '52.1°\u00a0N, 5.1°\u00a0E', '40'])
})

test('without places there are no circles, and nothing is said of places', () => {
  const map = mapOf([['NL', 5]])
  expect([map.spots, map.unplaced, map.circlesAt(1, closest)]).toEqual([[], undefined, []])
})

test('a circle’s area is its number, small ones are drawn over large ones, and none is too small to be pointed at', () => {
  const circles = placesOf([
    ['US', 'New York', '40.7,-74', 1],
    ['FR', 'Hauts-de-France', '50.6,3.1', 400],
    ['EE', 'Harjumaa', '59.4,24.8', 100],
  ]).circlesAt(1, closest)
  expect(circles.map(({ name, text, radius }) => [name, text, radius])).toEqual([
    ['Hauts-de-France, France', '400', 20],
    ['Harjumaa, Estonia', '100', 10],
    ['New York, United States', '1', 3],
  ])
})

test('places too close to be told apart are one circle with their sum, and part when the map is enlarged', () => {
  const map = placesOf([
    ['NL', 'Utrecht', '52.1,5.1', 40],
    ['NL', 'Noord-Holland', '52.4,4.9', 30],
    ['US', 'New York', '40.7,-74', 7],
  ])
  const [far] = map.circlesAt(1, closest)
  expect([far?.name, far?.text]).toEqual(['Utrecht, Netherlands', '70'])
  expect(far?.pick.filters).toEqual([{ dimension: 'place', op: 'in', values: ['52.1,5.1', '52.4,4.9'] }])
  expect(map.circlesAt(1 / 12, closest).map(({ text }) => text)).toEqual(['40', '30', '7'])
})

test('a city on a border, which has rows of both countries, is one place, named after the larger', () => {
  const map = placesOf([
    ['DE', 'Niedersachsen', '51.4,4.9', 3],
    ['NL', 'Noord-Brabant', '51.4,4.9', 4],
  ])
  expect(map.spots.map(({ name, value }) => [name, value])).toEqual([['Noord-Brabant, Netherlands', 7]])
  expect(map.places.map(({ text }) => text)).toEqual(['4', '3'])
})

test('a place lies in its country', () => {
  const [spot] = placesOf([['NL', null, '52.1,5.1', 1]]).spots
  const centre = shapes.find(({ code }) => code === 'NL')?.centre ?? [0, 0]
  expect(Math.hypot((spot?.at[0] ?? 0) - centre[0], (spot?.at[1] ?? 0) - centre[1])).toBeLessThan(4)
})
