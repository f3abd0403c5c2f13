import { expect, test } from 'vitest'
import { placeOf } from './pointer-place.ts'

const text = JSON.stringify(
  { id: 'm-1', 'a/b': { '}"': [1, { kind: 'robot \\" {' }, -2.5e3] }, data: { author: null, text: '' }, list: [] },
  null,
  2,
)

test.each([
  ['', text],
  ['/id', '"m-1"'],
  ['/a~1b/}"/0', '1'],
  ['/a~1b/}"/1/kind', JSON.stringify('robot \\" {')],
  ['/a~1b/}"/2', '-2500'],
  ['/data/author', 'null'],
  ['/data/text', '""'],
  ['/list', '[]'],
])('%s stands where its value stands', (pointer, value) => {
  const place = placeOf(text, pointer)
  expect(text.slice(place?.from, place?.to)).toBe(value)
})

test('what is missing is looked for in the value around it', () => {
  const place = placeOf('{"data": {"a": 1}}', '/data/author/kind')
  expect(place).toEqual({ from: 9, to: 17 })
  expect(placeOf('{"data": 7}', '/data/author')).toEqual({ from: 9, to: 10 })
})

test('in a text that is no JSON nothing has a place', () => {
  expect(placeOf('{"data":', '/data')).toBeNull()
})
