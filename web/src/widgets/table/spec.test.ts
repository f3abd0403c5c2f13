import { expect, test } from 'vitest'
import { byChannel, chats, drawingOf, response, time } from '../testing-drawing.ts'
import { tableSpec } from './spec.ts'

const spec = tableSpec(
  drawingOf(
    {
      columns: [byChannel, chats, response],
      rows: [
        ['web', 12, 65],
        [null, 3, null],
      ],
      totals: { chats: 15, median_response_time: 60 },
    },
    { kind: 'table' },
  ),
)
const [channel, count, median] = spec.columns

test('only what adds up has a total', () => {
  expect(spec.hasTotals).toBe(true)
  expect([channel?.total, count?.total, median?.total]).toEqual([undefined, 15, undefined])
})

test('only sizes have bars', () => {
  expect([channel?.largest, count?.largest, median?.largest]).toEqual([0, 12, 0])
})

test('cells read as everywhere else, and copy as they read', () => {
  expect(
    spec
      .cells()
      .map((row) => row.join('\t'))
      .join('\n')
      .replaceAll('\u00a0', ' '),
  ).toBe(['Channel\tChats\tMedian response time', 'Website\t12\t1 min 05 s', 'None\t3\t–'].join('\n'))
})

test('a number opens the records of its row', () => {
  expect(count && spec.pickAt(count, spec.rows[1] ?? [])).toEqual({
    metric: 'chats',
    title: 'Chats, None',
    filters: [{ dimension: 'channel', op: 'not_exists', values: [] }],
  })
})

test('numbers sort by size with nothing last, names as words', () => {
  expect(median && spec.sortOf(median, spec.rows[1] ?? [])).toBeUndefined()
  expect(channel && spec.sortOf(channel, spec.rows[0] ?? [])).toBe('website')
})

test('a table over time ends with the bucket that runs', () => {
  const days = ['2026-11-05', '2026-11-06', '2026-11-07'].map((day) => [day, 1])
  const overTime = tableSpec(drawingOf({ columns: [time, chats], rows: days }, { granularity: 'day' }))
  expect(overTime.rows.map(([day]) => day)).toEqual(['2026-11-05', '2026-11-06'])
  const first = overTime.columns[1]
  expect(first && overTime.pickAt(first, overTime.rows[0] ?? [])).toMatchObject({
    range: { from: '2026-11-05', to: '2026-11-06' },
  })
})

test('what was said of a value stands beside its name, and opens nothing by itself', () => {
  const told = tableSpec(
    drawingOf({
      columns: [byChannel, chats],
      rows: [
        ['web', 12],
        ['sms', 3],
      ],
      labels: { channel_description: { web: 'The chat on the site' } },
    }),
  )
  expect(told.columns.map(({ title }) => title)).toEqual(['Channel', 'Description', 'Chats'])
  expect(told.cells().map(([, description]) => description)).toEqual(['Description', 'The chat on the site', ''])
  const [, description, count] = told.columns
  expect(description && told.pickOf(description, told.rows[0] ?? [])).toBeUndefined()
  expect(count && told.pickAt(count, told.rows[0] ?? []).filters).toHaveLength(1)
})
