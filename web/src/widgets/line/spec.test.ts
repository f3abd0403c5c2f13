import { expect, test } from 'vitest'
import { byChannel, chats, drawingOf, time } from '../testing-drawing.ts'
import { lineSpec } from './spec.ts'

const wide = { width: 1000, hidden: new Set<string>() }
const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']
type Line = {
  name: string
  data: (number | null)[]
  lineStyle: { type?: unknown; opacity?: number }
  areaStyle?: object
}
const linesOf = (spec: ReturnType<typeof lineSpec>) => spec.option.series as Line[]

const whole = drawingOf(
  {
    columns: [time, chats],
    rows: days.map((day, at) => [day, (at + 1) * 10]),
    comparison: {
      range: { from: '2026-10-26T23:00:00Z', to: '2026-11-01T23:00:00Z' },
      rows: days.map((_, at) => [`2026-10-${27 + at}`, 7]),
      totals: { chats: 35 },
    },
  },
  { granularity: 'day' },
)

const split = drawingOf(
  {
    columns: [time, byChannel, chats],
    rows: [
      ['2026-11-02', 'web', 6],
      ['2026-11-02', 'whatsapp', 2],
      ['2026-11-04', null, 1],
    ],
  },
  { granularity: 'day' },
)

test('the bucket that still fills is dashed, from the last full one on', () => {
  const [, full, filling] = linesOf(lineSpec(whole, wide))
  expect(full?.data).toEqual([10, 20, 30, 40, null])
  expect(filling?.data).toEqual([null, null, null, 40, 50])
  expect(filling?.lineStyle.type).toEqual([4, 4])
})

test('the tip lists what is there, largest first with its share, and the compared value with its own day', () => {
  const tip = lineSpec(whole, wide).tipAt(1)
  expect(tip.title).toBe('Tue 3 Nov 2026')
  expect(tip.rows.map(({ name, value, isBefore }) => [name, value, isBefore ?? false])).toEqual([
    ['Chats', '20', false],
    ['Wed 28 Oct 2026', '7', true],
  ])
  expect(lineSpec(whole, wide).tipAt(4).title).toBe('Fri 6 Nov 2026 (still running)')
  expect(
    lineSpec(split, wide)
      .tipAt(0)
      .rows.map(({ name, value, extra }) => [name, value, extra]),
  ).toEqual([
    ['Website', '6', '75%'],
    ['whatsapp', '2', '25%'],
    ['None', '0', '0%'],
  ])
})

test('a click opens the records of the nearest line in that bucket, the keyboard those of the whole bucket', () => {
  const spec = lineSpec(split, wide)
  expect(spec.pickAt(0, 2.4)).toEqual({
    metric: 'chats',
    title: 'Chats, whatsapp, Mon 2 Nov 2026',
    range: { from: '2026-11-02', to: '2026-11-03' },
    filters: [{ dimension: 'channel', op: 'in', values: ['whatsapp'] }],
  })
  expect(spec.pickAt(0)?.filters).toEqual([])
  expect(spec.pickAt(99)).toBeUndefined()
})

test('up to four lines carry their names, on narrow screens a legend has them', () => {
  expect(lineSpec(split, wide).legend).toEqual([])
  expect(lineSpec(split, { ...wide, width: 320 }).legend.map(({ name }) => name)).toEqual([
    'Website',
    'whatsapp',
    'None',
  ])
})

test('what is switched off is not drawn, and what stands out makes the others faint', () => {
  const names = (spec: ReturnType<typeof lineSpec>) => new Set(linesOf(spec).map(({ name }) => name))
  expect(names(lineSpec(split, { ...wide, hidden: new Set(['web']) }))).toEqual(new Set(['whatsapp', '']))
  const faint = linesOf(lineSpec(split, { ...wide, highlighted: 'web' })).filter(
    ({ lineStyle }) => (lineStyle.opacity ?? 1) < 0.5,
  )
  expect(new Set(faint.map(({ name }) => name))).toEqual(new Set(['whatsapp', '']))
})

test('the scale begins at zero', () => {
  expect(lineSpec(whole, wide).option.yAxis).toMatchObject({ min: 0, max: 60, interval: 20 })
})

test('the same numbers stand behind the chart as a table', () => {
  expect(lineSpec(split, wide).table).toEqual({
    head: ['Time', 'Website', 'whatsapp', 'None'],
    rows: [
      ['Mon 2 Nov 2026', '6', '2', '0'],
      ['Tue 3 Nov 2026', '0', '0', '0'],
      ['Wed 4 Nov 2026', '0', '0', '1'],
      ['Thu 5 Nov 2026', '0', '0', '0'],
      ['Fri 6 Nov 2026', '0', '0', '0'],
    ],
  })
})
