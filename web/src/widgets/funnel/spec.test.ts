import { expect, test } from 'vitest'
import { drawingOf, metricInfo } from '../testing-drawing.ts'
import { funnelSpec, funnelSteps } from './spec.ts'

const ids = ['invitations', 'joined', 'answered']
const metrics = new Map(ids.map((id) => [id, metricInfo(id, id, 'count', true)]))
const drawingWith = (totals: Record<string, number>) =>
  drawingOf(
    {
      columns: ids.map((id) => ({ id, role: 'metric', unit: 'count' })),
      rows: [ids.map((id) => totals[id] ?? 0)],
      totals,
    },
    { kind: 'funnel', metrics },
  )
const drawing = drawingWith({ invitations: 200, joined: 50, answered: 40 })

test('each step is a share of the first and of the one before', () => {
  expect(funnelSteps(drawing).map(({ value, ofFirst, ofBefore }) => [value, ofFirst, ofBefore])).toEqual([
    [200, 1, null],
    [50, 0.25, 0.25],
    [40, 0.2, 0.8],
  ])
})

test('nothing that began has no shares', () => {
  const none = funnelSteps(drawingWith({ invitations: 0, joined: 0, answered: 0 }))
  expect(none.map(({ ofFirst, ofBefore }) => [ofFirst, ofBefore])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ])
})

test('each step tells its shares and opens its own records', () => {
  const spec = funnelSpec(drawing)
  expect(spec.pickAt(2)).toEqual({ metric: 'answered', title: 'answered', filters: [] })
  expect(spec.tipAt(2).rows.map(({ name, value }) => [name, value])).toEqual([
    ['Total', '40'],
    ['invitations', '20.0%'],
    ['joined', '80.0%'],
  ])
  expect(spec.table.rows[1]).toEqual(['joined', '50', '25.0%'])
})
