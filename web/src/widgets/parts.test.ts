import { expect, test } from 'vitest'
import { barSpec } from './bar/spec.ts'
import { partsOf } from './parts.ts'
import { pieSpec } from './pie/spec.ts'
import { byChannel, chats, drawingOf, response } from './testing-drawing.ts'

const widthOf = (text: string) => text.length * 7
const rows = [50, 20, 10, 8, 5, 4, 2, 1].map((value, at) => [at === 2 ? null : `c${at}`, value])
const drawing = drawingOf({ columns: [byChannel, chats], rows, totals: { chats: 100 } }, { kind: 'pie' })

test('a pie has at most six slices and "other", which is all the rest', () => {
  const { parts } = pieSpec(drawing).parts
  expect(parts.map(({ name, value, share }) => [name, value, share])).toEqual([
    ['c0', 50, 0.5],
    ['c1', 20, 0.2],
    ['None', 10, 0.1],
    ['c3', 8, 0.08],
    ['c4', 5, 0.05],
    ['c5', 4, 0.04],
    ['Other', 3, 0.03],
  ])
})

test('the records behind "other" are those of none of the named', () => {
  expect(pieSpec(drawing).pickAt(6)?.filters).toEqual([
    { dimension: 'channel', op: 'not_in', values: ['c0', 'c1', null, 'c3', 'c4', 'c5'] },
  ])
  expect(pieSpec(drawing).pickAt(2)?.filters).toEqual([{ dimension: 'channel', op: 'not_exists', values: [] }])
})

test('what does not add up has neither shares nor "other"', () => {
  const times = drawingOf({ columns: [byChannel, response], rows, totals: { median_response_time: 12 } })
  const { parts, found } = partsOf(times, 3, { withOther: true })
  expect(parts.map(({ name, share }) => [name, share])).toEqual([
    ['c0', null],
    ['c1', null],
    ['None', null],
    ['c3', null],
  ])
  expect(found).toBe(8)
})

test('bars are as many as there is room for, and begin at zero', () => {
  const spec = barSpec(drawing, { width: 400, height: 128, widthOf })
  expect(spec.places).toBe(4)
  expect(spec.option.xAxis).toMatchObject({ min: 0 })
  expect(spec.tipAt(1)).toEqual({
    title: 'c1',
    rows: [{ name: 'Chats', value: '20', extra: '20.0%', colour: expect.stringMatching(/^#/) }],
  })
})

test('names have the room they need on the screen, and no more than leaves room for the bars', () => {
  const named = drawingOf({ columns: [byChannel, chats], rows: [['a'.repeat(20), 3]], totals: { chats: 3 } })
  const roomFor = (width: number) =>
    (barSpec(named, { width, height: 128, widthOf }).option.yAxis as { axisLabel: { width: number } }).axisLabel.width
  expect(roomFor(600)).toBe(142)
  expect(roomFor(200)).toBe(90)
})
