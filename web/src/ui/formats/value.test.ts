import { expect, test } from 'vitest'
import { changeOf } from './change.ts'
import { exact, onAxis, short } from './value.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('nothing to divide by is a dash, and none is zero', () => {
  expect(exact(null, 'ratio', 'en')).toBe('–')
  expect(short(undefined, 'count', 'en')).toBe('–')
  expect(exact(0, 'count', 'en')).toBe('0')
  expect(exact(-0, 'count', 'en')).toBe('0')
})

test.each([
  [999, '999'],
  [9_999, '9,999'],
  [12_431, '12.4 k'],
  [999_960, '1 M'],
  [3_049_000, '3 M'],
  [1_200_000_000, '1.2 bn'],
])('a card writes %d as "%s"', (value, text) => {
  expect(plain(short(value, 'count', 'en'))).toBe(text)
})

test.each([
  [12_431, 'count', '12,431'],
  [2.25, 'count', '2.3'],
  [0.12345, 'ratio', '12.3%'],
  [1, 'ratio', '100.0%'],
  [4.6, 'rating', '4.60'],
  [37, 'score', '+37'],
  [-12, 'score', '−12'],
  [3900, 'seconds', '1 h 05 min'],
] as const)('%d %s is exactly "%s"', (value, unit, text) => {
  expect(plain(exact(value, unit, 'en'))).toBe(text)
})

test('numbers are written as the language writes them', () => {
  expect(plain(exact(12_431.5, 'points', 'nl'))).toBe('12.431,5')
  expect(plain(exact(12_431.5, 'points', 'ru'))).toBe('12 431,5')
  expect(plain(short(12_431, 'count', 'ru'))).toBe('12,4 тыс.')
  expect(plain(exact(0.123, 'ratio', 'ru'))).toBe('12,3 %')
})

test('an axis is as short as can be', () => {
  expect(onAxis(0.25, 'ratio', 'en')).toBe('25%')
  expect(plain(onAxis(120, 'seconds', 'en'))).toBe('2 min')
})

test.each([
  ['count', [0, 5000, 10_000, 15_000], ['0', '5 k', '10 k', '15 k']],
  ['count', [0, 500_000, 1_000_000], ['0', '500 k', '1 M']],
  ['count', [0, 2500, 5000, 7500], ['0', '2,500', '5,000', '7,500']],
  ['money:EUR', [0, 2500, 5000, 7500, 10_000], ['0', '€2.5 k', '€5 k', '€7.5 k', '€10 k']],
  ['money:EUR', [0, 2500, 5000], ['0', '€2,500', '€5,000']],
] as const)('all numbers on an axis of %s are short, or none is: %j', (unit, values, texts) => {
  const most = Math.max(...values)
  expect(values.map((value) => plain(onAxis(value, unit, 'en', most)))).toEqual(texts)
})

test.each([
  [120, 100, 'count', { direction: 'up', text: '20%' }],
  [88, 100, 'count', { direction: 'down', text: '12%' }],
  [100.04, 100, 'seconds', { direction: 'same', text: '0%' }],
  [0, 0, 'count', { direction: 'same', text: '0%' }],
  [5, 0, 'count', null],
  [null, 3, 'count', null],
  [0.25, 0.2, 'ratio', { direction: 'up', text: '5 pp' }],
  [-4, 6, 'score', { direction: 'down', text: '10' }],
  [350, 100, 'count', { direction: 'up', text: '250%' }],
] as const)('from %d against %d in %s', (now, before, unit, change) => {
  const found = changeOf(now, before, unit, 'en')
  expect(found && { ...found, text: plain(found.text) }).toEqual(change)
})

test.each([
  [108_937, 'en', '€108.9 k'],
  [108_937, 'nl', '€ 108,9 k'],
  [108_937, 'ru', '108,9 тыс. €'],
  [-2_500_000, 'en', '-€2.5 M'],
  [7500, 'nl', '€ 7.500'],
] as const)('an amount of %d is short in %s as “%s”, as counts are', (value, language, text) => {
  expect(plain(short(value, 'money:EUR', language))).toBe(text)
})
