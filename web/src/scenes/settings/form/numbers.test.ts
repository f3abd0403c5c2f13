import { expect, test } from 'vitest'
import { readDuration, readNumber, unitWord, writeDuration } from './numbers.ts'

test.each([
  ['1200', 1200],
  [' 1 200 ', 1200],
  ['1\u00a0200', 1200],
  ['3,5', 3.5],
  ['3.5', 3.5],
  ['', undefined],
])('%j is written for %j', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test.each(['x', '1,2,3', '1e9', '--1'])('%j is no number', (text) => {
  expect(readNumber(text)).toBeNaN()
})

test.each([
  [45, { amount: '45', unit: 's' }],
  [1800, { amount: '30', unit: 'min' }],
  [86_400, { amount: '1', unit: 'd' }],
  [5400, { amount: '90', unit: 'min' }],
] as const)('%d seconds are written in the largest unit that fits, and read back', (seconds, written) => {
  expect(writeDuration(seconds)).toEqual(written)
  expect(readDuration(written)).toBe(seconds)
})

test('half an hour may be half of an hour', () => {
  expect(readDuration({ amount: '0,5', unit: 'h' })).toBe(1800)
  expect(readDuration({ amount: '', unit: 'h' })).toBeUndefined()
  expect(readDuration({ amount: '-1', unit: 'h' })).toBeNaN()
})

test.each([
  ['1', 'd', 'en', 'day'],
  ['', 'd', 'en', 'days'],
  ['x', 'h', 'nl', 'uur'],
  ['1', 'd', 'nl', 'dag'],
  ['30', 'min', 'nl', 'minuten'],
  ['1', 'd', 'ru', 'день'],
  ['3', 'min', 'ru', 'минуты'],
  ['30', 'min', 'ru', 'минут'],
  ['0,5', 'h', 'ru', 'часа'],
] as const)('beside %j the unit %s is in %s called “%s”', (amount, unit, language, word) => {
  expect(unitWord({ amount }, unit, language)).toBe(word)
})
