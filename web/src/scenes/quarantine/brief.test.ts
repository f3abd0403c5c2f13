import { expect, test } from 'vitest'
import { briefOf, readEvent, textOf } from './brief.ts'

test.each([
  ['{"id":"m-1","source":"/chat","type":"message.sent","da', { type: 'message.sent', id: 'm-1', source: '/chat' }],
  ['{"type" : "a\\"b"', { type: 'a"b', id: undefined }],
  ['{"type":"bad \\x escape"', { type: 'bad \\x escape', id: undefined }],
  ['not JSON at all', { type: undefined, id: undefined }],
])('of %s what can be told is told', (beginning, brief) => {
  expect(briefOf(beginning)).toEqual({ source: undefined, ...brief })
})

test('an event is mended as JSON in lines, and what is no JSON as it came', () => {
  expect(textOf({ id: 'm-1' })).toBe('{\n  "id": "m-1"\n}')
  expect(textOf('{"id":')).toBe('{"id":')
})

test('what is no JSON yet says why', () => {
  expect(readEvent('{"id":"m-1"}')).toEqual({ event: { id: 'm-1' } })
  expect(readEvent('{"id":')).toHaveProperty('problem')
})
