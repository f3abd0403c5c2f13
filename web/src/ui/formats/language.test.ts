import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  ['ru', ['nl-NL'], 'ru'],
  [null, ['nl-BE', 'en'], 'nl'],
  [null, ['de-DE', 'ru-RU'], 'ru'],
  [null, ['de-DE'], 'en'],
  ['tlh', ['nl'], 'nl'],
] as const)('having chosen %s with a browser of %s one reads %s', (chosen, browser, language) => {
  expect(chooseLanguage(chosen, browser)).toBe(language)
})
