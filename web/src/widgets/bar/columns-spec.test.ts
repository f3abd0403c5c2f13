import { expect, test } from 'vitest'
import { byChannel, chats, drawingOf, time } from '../testing-drawing.ts'
import { columnsSpec, sharesSpec } from './columns-spec.ts'

const wide = { width: 1000, hidden: new Set<string>() }
type Column = { name: string; stack?: string; data: (number | null | { value: number })[] }
const columnsOf = (spec: ReturnType<typeof columnsSpec>) => spec.option.series as Column[]
const numbers = ({ data }: Column) =>
  data.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell))

const split = drawingOf(
  {
    columns: [time, byChannel, chats],
    rows: [
      ['2026-11-02', 'web', 6],
      ['2026-11-02', 'whatsapp', 2],
      ['2026-11-03', 'web', 5],
    ],
  },
  { kind: 'shares', granularity: 'day' },
)

test('shares are of each bucket, and a bucket of nothing has none', () => {
  const [web, whatsapp] = columnsOf(sharesSpec(split, wide))
  expect(web && numbers(web).slice(0, 3)).toEqual([0.75, 1, null])
  expect(whatsapp && numbers(whatsapp).slice(0, 3)).toEqual([0.25, 0, null])
  expect(sharesSpec(split, wide).option.yAxis).toMatchObject({ min: 0, max: 1 })
})

test('what is told of a share is its number', () => {
  expect(
    sharesSpec(split, wide)
      .tipAt(0)
      .rows.map(({ name, value, extra }) => [name, value, extra]),
  ).toEqual([
    ['Website', '6', '75%'],
    ['whatsapp', '2', '25%'],
  ])
})

test('parts that are too many to be told apart are one, which stands for none of the named', () => {
  const rows = Array.from({ length: 10 }, (_, at) => ['2026-11-02', `c${at}`, 10 - at])
  const spec = columnsSpec(drawingOf({ columns: [time, byChannel, chats], rows }, { granularity: 'day' }), wide)
  const columns = columnsOf(spec)
  expect(columns).toHaveLength(8)
  expect(columns.at(-1) && numbers(columns.at(-1) as Column)[0]).toBe(3 + 2 + 1)
  expect(spec.legend.at(-1)?.name).toBe('Other')
  // 49 of the 55 are named.
  expect(spec.pickAt(0, 50)?.filters).toEqual([
    { dimension: 'channel', op: 'not_in', values: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'] },
  ])
})

test('a click on a stack means the segment it falls on, and beside it the whole bucket', () => {
  const spec = columnsSpec(split, wide)
  const filtersAt = (value: number) => spec.pickAt(0, value)?.filters
  expect(filtersAt(5.9)).toEqual([{ dimension: 'channel', op: 'in', values: ['web'] }])
  expect(filtersAt(6.1)).toEqual([{ dimension: 'channel', op: 'in', values: ['whatsapp'] }])
  expect(filtersAt(9)).toEqual([])
})
