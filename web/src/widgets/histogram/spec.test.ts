import { expect, test } from 'vitest'
import { chats, drawingOf } from '../testing-drawing.ts'
import { histogramSpec, stepsOf } from './spec.ts'

const bucket = { id: 'bucket', role: 'dimension' } as const
const dimensions = new Map([
  [
    'bucket',
    {
      id: 'bucket',
      title: 'Wait',
      values: [
        { value: 'short', title: 'Up to 15 s' },
        { value: 'middle', title: 'Up to 1 min' },
        { value: 'long', title: 'Longer' },
      ],
    },
  ],
])
const drawingWith = (rows: [string | null, number][]) =>
  drawingOf({ columns: [bucket, chats], rows, totals: { chats: 10 } }, { kind: 'histogram', dimensions })

test('steps stand in the order of their list, those without anything too', () => {
  const { parts } = stepsOf(
    drawingWith([
      ['long', 6],
      ['short', 4],
    ]),
  )
  expect(parts.map(({ name, value }) => [name, value])).toEqual([
    ['Up to 15 s', 4],
    ['Up to 1 min', 0],
    ['Longer', 6],
  ])
})

test('rows of none come last, where there are any', () => {
  const named = (rows: [string | null, number][]) => stepsOf(drawingWith(rows)).parts.map(({ name }) => name)
  expect(named([[null, 3]]).at(-1)).toBe('None')
  expect(named([[null, 0]]).at(-1)).toBe('Longer')
})

test('values of an open list are in their own order: numbers by size', () => {
  const open = drawingOf(
    {
      columns: [{ id: 'rating', role: 'dimension' }, chats],
      rows: [
        ['10', 1],
        ['9', 5],
        ['2', 3],
      ],
      totals: { chats: 9 },
    },
    { kind: 'histogram' },
  )
  expect(stepsOf(open).parts.map(({ name }) => name)).toEqual(['2', '9', '10'])
})

test('a step stands for its own rows', () => {
  expect(histogramSpec(drawingWith([['long', 6]])).pickAt(2)?.filters).toEqual([
    { dimension: 'bucket', op: 'in', values: ['long'] },
  ])
})
