import { expect, test } from 'vitest'
import { sequential } from '../../ui/tokens/palette.ts'
import { chats, drawingOf, time } from '../testing-drawing.ts'
import { heatMapSpec, stepOf } from './spec.ts'

const map = heatMapSpec(
  drawingOf(
    {
      columns: [time, chats],
      rows: [
        [[1, 9], 8],
        [[7, 23], 2.5],
      ],
    },
    { kind: 'heat_map', granularity: 'hour_of_week', cycle: 'mean' },
  ),
)

test('columns are weekdays from Monday, rows are hours', () => {
  expect(map.columns[0]).toBe('Mon')
  expect(map.rows).toHaveLength(24)
  expect(map.rows[9]?.[0]).toMatchObject({ value: 8, text: '8', name: 'Monday, 09:00–10:00' })
  expect(map.rows[23]?.[6]).toMatchObject({ value: 2.5, text: '2.5' })
  expect(map.rows[0]?.[0]).toMatchObject({ value: 0, colour: sequential.light[0] })
})

test('the fullest cell is named, and opens its own hours', () => {
  expect(map.busiest?.name).toBe('Monday, 09:00–10:00')
  expect(map.busiest && map.pickAt(map.busiest)).toEqual({
    metric: 'chats',
    title: 'Chats, Monday, 09:00–10:00',
    filters: [],
    cycle: { granularity: 'hour_of_week', value: [1, 9] },
  })
})

test.each([
  [null, 0],
  [0, 0],
  [0.001, 1],
  [4, 4],
  [8, 7],
])('of at most 8 in 8 steps, %s is step %d: the first is for nothing only', (value, step) => {
  expect(stepOf(value, 8, 8)).toBe(step)
})
