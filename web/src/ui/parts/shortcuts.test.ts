import { expect, test } from 'vitest'
import { keyOf, periodKeys, shortcuts } from './shortcuts.ts'

const struck = (key: string, code: string, shiftKey = false) => keyOf({ key, code, shiftKey })

test.each([
  ['r', 'KeyR', false, 'r'],
  // Caps lock.
  ['R', 'KeyR', false, 'r'],
  // A layout that has its letters elsewhere means the letter that is printed.
  ['a', 'KeyQ', false, 'a'],
  ['к', 'KeyR', false, 'r'],
  ['1', 'Digit1', false, '1'],
  // French keyboards write digits with Shift, German ones the slash.
  ['1', 'Digit1', true, '1'],
  ['/', 'Digit7', true, '/'],
  ['?', 'Digit7', true, '?'],
  ['R', 'KeyR', true, undefined],
  ['К', 'KeyR', true, undefined],
  ['é', 'Digit2', false, undefined],
] as const)('%s on %s (Shift: %s) is the key %s', (key, code, shift, is) => {
  expect(struck(key, code, shift)).toBe(is)
})

test('every key does one thing', () => {
  const keys = [...shortcuts, ...periodKeys].map(([key]) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(periodKeys).toHaveLength(8)
})
