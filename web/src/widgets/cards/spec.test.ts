import { expect, test } from 'vitest'
import { chats, drawingOf, metricInfo, response, time } from '../testing-drawing.ts'
import { sparkline } from './sparkline.ts'
import { cardsSpec, placeOfBenchmark } from './spec.ts'

const drawing = drawingOf(
  {
    columns: [time, chats, response],
    rows: [
      ['2026-11-05', 6000, 30],
      ['2026-11-06', 6431, null],
    ],
    totals: { chats: 12_431, median_response_time: 38 },
    comparison: {
      range: { from: '2026-11-02T23:00:00Z', to: '2026-11-04T23:00:00Z' },
      rows: [
        ['2026-11-03', 1, 1],
        ['2026-11-04', 1, 1],
      ],
      totals: { chats: 10_000, median_response_time: null },
    },
  },
  { kind: 'cards', granularity: 'day' },
)

test('a card is short, exact on hover, and changed against the compared total', () => {
  const [card, other] = cardsSpec(drawing)
  expect(card).toMatchObject({ title: 'Chats', value: '12.4\u00a0k', exact: '12,431', before: '10,000', mood: 'plain' })
  expect(card?.change).toEqual({ direction: 'up', text: '24.3%' })
  expect(other).toMatchObject({ value: '38\u00a0s', before: '–', change: null })
})

test('a change is welcome or not only where the metric says which way is good', () => {
  const better = (way: 'more' | 'less') =>
    new Map([['chats', { ...metricInfo('chats', 'Chats', 'count', true), better: way }]])
  expect(cardsSpec({ ...drawing, metrics: better('more') })[0]?.mood).toBe('good')
  expect(cardsSpec({ ...drawing, metrics: better('less') })[0]?.mood).toBe('bad')
})

const others = (value: number | null, spread: readonly [number, number, number] | null = null) => ({
  value,
  spread: spread && { p25: spread[0], median: spread[1], p75: spread[2] },
})

test('the benchmark stands beside what does not add up, where there is one', () => {
  const cards = cardsSpec({ ...drawing, benchmark: { chats: others(90_000), median_response_time: others(52) } })
  expect(cards.map(({ benchmark }) => benchmark)).toEqual([
    undefined,
    { kind: 'mean', value: '52\u00a0s', middle: undefined, band: undefined },
  ])
  expect(cardsSpec({ ...drawing, benchmark: { median_response_time: others(null) } })[1]?.benchmark).toBeUndefined()
})

test('with a spread the middle half of the organizations is a band, with the benchmark and one’s own number on it', () => {
  const [sum, mean] = cardsSpec({
    ...drawing,
    benchmark: {
      chats: others(90_000, [10_431, 14_431, 20_431]),
      median_response_time: others(48, [28, 40, 58]),
    },
  })
  expect(mean?.benchmark).toMatchObject({ kind: 'mean', value: '48\u00a0s' })
  expect(mean?.benchmark?.middle).toEqual({ from: '28\u00a0s', to: '58\u00a0s' })
  expect(mean?.benchmark?.band).toEqual({
    from: expect.closeTo(0.04, 9),
    to: expect.closeTo(0.96, 9),
    tick: expect.closeTo(0.6533, 4),
    own: expect.closeTo(0.3467, 4),
  })
  // Of what adds up the one in the middle says something, and the sum over all does not.
  expect(sum?.benchmark).toMatchObject({ kind: 'median', value: '14,431' })
  expect(sum?.benchmark?.band).toMatchObject({ to: expect.closeTo(0.96, 9), own: expect.closeTo(0.224, 3) })
})

test('where all organizations have the same as one has there is no band to draw', () => {
  const [, card] = cardsSpec({ ...drawing, benchmark: { median_response_time: others(38, [38, 38, 38]) } })
  expect(card?.benchmark).toMatchObject({ value: '38\u00a0s', band: undefined })
})

test('without a comparison there is no change to tell', () => {
  const { answer } = drawing
  expect(cardsSpec({ ...drawing, answer: { ...answer, comparison: null } })[0]).toMatchObject({
    before: undefined,
    change: null,
  })
})

test('a change has its place from when it is asked for, and none from when it no longer is', () => {
  const { answer } = drawing
  const asked = cardsSpec({ ...drawing, isCompared: true, answer: { ...answer, comparison: null } })[0]
  expect(asked).toMatchObject({ isCompared: true, before: undefined, change: null })
  expect(cardsSpec({ ...drawing, isCompared: false })[0]).toMatchObject({ isCompared: false, before: undefined })
})

test('what will be told of others has its place before one’s own number is there', () => {
  const spread = others(90_000, [10_431, 14_431, 20_431])
  expect(placeOfBenchmark(others(52), false)).toEqual({ hasBand: false })
  expect(placeOfBenchmark(spread, false)).toEqual({ hasBand: true })
  expect(placeOfBenchmark(spread, true)).toEqual({ hasBand: true })
  // Of what adds up nothing is said without a spread.
  expect([others(52), others(null), undefined].map((one) => placeOfBenchmark(one, true))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a small line has gaps for nothing, and its last stretch apart while that still fills', () => {
  const { full, filling } = sparkline([0, 10, null, 10, 5], 4)
  expect(full).toBe('M0 31L25 3M75 3')
  expect(filling).toBe('M75 3L100 17')
})

test('a row of zeros draws nothing', () => {
  expect(sparkline([0, 0, 0], -1)).toEqual({ full: '', filling: '', area: '' })
})
