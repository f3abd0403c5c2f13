import { expect, test } from 'vitest'
import { drawingOf, metricInfo, time } from '../testing-drawing.ts'
import { barsAndLineSpec } from './spec.ts'

const ids = ['leads', 'service', 'expected']
const metrics = new Map(ids.map((id) => [id, metricInfo(id, id, 'count', true)]))
const drawing = drawingOf(
  {
    columns: [time, ...ids.map((id) => ({ id, role: 'metric', unit: 'count' }) as const)],
    rows: [
      ['2026-11-02', 30, 20, 90],
      ['2026-11-03', 10, 5, null],
    ],
  },
  { kind: 'bars_and_line', granularity: 'day', metrics },
)
const drawn = (hidden: readonly string[]) =>
  barsAndLineSpec(drawing, { width: 900, hidden: new Set(hidden) }).option.series as { type: string; name: string }[]

test('the last metric is the line, those before it are bars on one another', () => {
  expect(drawn([])).toMatchObject([
    { type: 'bar', name: 'leads', stack: 'whole' },
    { type: 'bar', name: 'service', stack: 'whole' },
    { type: 'line', name: 'expected' },
  ])
})

test('one scale holds the sum of the bars and the line', () => {
  expect(barsAndLineSpec(drawing, { width: 900, hidden: new Set() }).option.yAxis).toMatchObject({ min: 0, max: 100 })
})

test('what is switched off is not drawn, the line too', () => {
  expect(drawn(['service', 'expected']).map(({ name }) => name)).toEqual(['leads'])
})
