import { expect, test } from 'vitest'
import type { Fit } from '../../ask/dashboards.ts'
import { emptyPanel } from './draft.ts'
import { fitted } from './fitted.ts'

const fits: Fit[] = [
  { kind: 'cards', granularities: [], problems: [{ code: 'too_many_dimensions', message: '' }] },
  { kind: 'line', granularities: ['auto', 'month'], problems: [] },
  { kind: 'bar', granularities: ['auto', null], problems: [] },
  { kind: 'heat_map', granularities: ['hour_of_week'], problems: [] },
]
const free = { isKindChosen: false }
const chosen = { isKindChosen: true }

test('until somebody chooses, lines are over time and bars lie by a dimension', () => {
  expect(fitted({ ...emptyPanel, kind: 'cards' }, fits, free)).toMatchObject({ kind: 'line', granularity: 'auto' })
  expect(fitted({ ...emptyPanel, dimensions: ['channel'] }, fits, free)).toMatchObject({
    kind: 'bar',
    granularity: null,
  })
})

test('a chosen kind stays while it fits, with a cut that fits it', () => {
  const heat = { ...emptyPanel, kind: 'heat_map', granularity: 'hour_of_week', cycle: 'mean' } as const
  expect(fitted(heat, fits, chosen)).toBe(heat)
  expect(fitted({ ...heat, kind: 'line' }, fits, chosen)).toMatchObject({
    kind: 'line',
    granularity: 'auto',
    cycle: 'sum',
  })
  expect(fitted({ ...emptyPanel, kind: 'cards' }, fits, chosen)).toMatchObject({ kind: 'line' })
})

test('what nothing can draw stays as it is', () => {
  expect(fitted(emptyPanel, [], free)).toBe(emptyPanel)
})
