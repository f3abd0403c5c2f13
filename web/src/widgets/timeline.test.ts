import { expect, test } from 'vitest'
import { byChannel, chats, drawingOf, response, time } from './testing-drawing.ts'
import { timelineOf } from './timeline.ts'

test('buckets that have not begun are gaps, and the one that fills is known', () => {
  const days = ['2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07']
  const drawing = drawingOf({ columns: [time, chats], rows: days.map((day, at) => [day, at]) }, { granularity: 'day' })
  const { axis, series } = timelineOf(drawing)
  expect(series[0]?.values).toEqual([0, 1, 2, null])
  expect(axis.running).toBe(2)
})

test('with a dimension the axis follows from the range, and what is missing is none or unknown', () => {
  const rows = [
    ['2026-11-02', 'web', 5, 40],
    ['2026-11-04', 'web', 1, 20],
    ['2026-11-04', null, 9, 10],
  ]
  const counts = timelineOf(drawingOf({ columns: [time, byChannel, chats, response], rows }, { granularity: 'day' }))
  expect(counts.axis.keys).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'])
  expect(counts.series.map(({ name, values }) => [name, values])).toEqual([
    ['None', [0, 0, 9, 0, 0]],
    ['Website', [5, 0, 1, 0, 0]],
  ])
  const times = timelineOf(
    drawingOf(
      {
        columns: [time, byChannel, response],
        rows: rows.map(([day, value, , seconds]) => [day ?? '', value ?? null, seconds ?? null]),
      },
      { granularity: 'day' },
    ),
  )
  expect(times.series.find(({ name }) => name === 'Website')?.values).toEqual([40, null, 20, null, null])
})

test('an hour that clocks repeat stays two places', () => {
  const rows = ['T01:00', 'T02:00', 'T02:00', 'T03:00'].map((hour, at) => [`2026-10-25${hour}`, at + 1])
  const { series } = timelineOf(drawingOf({ columns: [time, chats], rows }, { granularity: 'hour' }))
  expect(series[0]?.values).toEqual([1, 2, 3, 4])
})

test('the compared range lies on the same places from its own start', () => {
  const drawing = drawingOf(
    {
      columns: [time, chats],
      rows: [
        ['2026-11-02', 3],
        ['2026-11-03', 4],
      ],
      comparison: {
        range: { from: '2026-10-30T23:00:00Z', to: '2026-11-01T23:00:00Z' },
        rows: [
          ['2026-10-31', 1],
          ['2026-11-01', 2],
        ],
        totals: { chats: 3 },
      },
    },
    { granularity: 'day' },
  )
  const { series, axisBefore } = timelineOf(drawing)
  expect(series[0]?.before).toEqual([1, 2])
  expect(axisBefore?.nameOf(0)).toBe('Sat 31 Oct 2026')
})

test('of more values than can be told apart a few of the largest are drawn, and all that counted anything are known', () => {
  const rows = Array.from({ length: 12 }, (_, at) => ['2026-11-02', `c${at}`, at])
  const { series, found } = timelineOf(drawingOf({ columns: [time, byChannel, chats], rows }, { granularity: 'day' }))
  expect(series.map(({ name }) => name)).toEqual(['c11', 'c10', 'c9', 'c8', 'c7'])
  expect(found).toBe(11)
})

test('the hours of a day are an axis without dates', () => {
  const { axis, series } = timelineOf(
    drawingOf(
      {
        columns: [time, chats],
        rows: [
          [9, 4],
          [17, 2],
        ],
      },
      { granularity: 'hour_of_day' },
    ),
  )
  expect(axis.keys).toHaveLength(24)
  expect(axis.nameOf(9)).toBe('09:00–10:00')
  expect(axis.placeOf(9)).toEqual({ cycle: { granularity: 'hour_of_day', value: 9 } })
  expect([series[0]?.values[9], series[0]?.values[10]]).toEqual([4, 0])
})
