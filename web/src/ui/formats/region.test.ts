import { expect, test } from 'vitest'
import { regionName } from './region.ts'

test('a country is called by its name in the reader’s language', () => {
  expect([regionName('NL', 'en'), regionName('nl', 'nl'), regionName('NL', 'ru')]).toEqual([
    'Netherlands',
    'Nederland',
    'Нидерланды',
  ])
})

test('what is no code of a country stays as it is', () => {
  expect([regionName('Utrecht', 'en'), regionName('', 'en'), regionName('XX', 'en')]).toEqual(['Utrecht', '', 'XX'])
})
