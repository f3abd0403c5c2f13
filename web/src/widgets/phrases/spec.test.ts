import { expect, test } from 'vitest'
import { drawingOf } from '../testing-drawing.ts'
import { phrasesSpec } from './spec.ts'

const drawing = (rows: [string, number, number][]) =>
  drawingOf({
    columns: [
      { id: 'phrase', role: 'dimension' },
      { id: 'contact_messages', role: 'metric', unit: 'count' },
      { id: 'share', role: 'metric', unit: 'ratio' },
    ],
    rows,
  })

test('each phrase has its number and its share, and a bar against the most frequent', () => {
  const lines = phrasesSpec(
    drawing([
      ['is it in stock', 8, 0.4],
      ['thank you', 2, 0.1],
    ]),
  )
  expect(lines).toEqual([
    { phrase: 'is it in stock', count: 8, share: 0.4, size: 1 },
    { phrase: 'thank you', count: 2, share: 0.1, size: 0.25 },
  ])
})

test('of no phrases there are no lines', () => {
  expect(phrasesSpec(drawing([]))).toEqual([])
})
