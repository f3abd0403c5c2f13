import { expect, it } from 'vitest'
import { chooseLanguage } from './language.ts'

it.each([
  { header: undefined, language: 'en', rule: 'speaks English to those who ask for nothing' },
  { header: '', language: 'en', rule: 'speaks English to those who ask for nothing' },
  { header: 'ru', language: 'ru', rule: 'speaks the language asked for' },
  { header: 'NL', language: 'nl', rule: 'does not mind capitals' },
  { header: 'nl-BE', language: 'nl', rule: 'leaves regions aside' },
  { header: 'zh-Hant-TW, ru-Cyrl-RU', language: 'ru', rule: 'leaves scripts and regions aside' },
  { header: 'nl;q=0.5, ru;q=0.8', language: 'ru', rule: 'prefers the higher weight' },
  { header: 'nl;q=0.5,ru', language: 'ru', rule: 'takes no weight for 1' },
  { header: 'nl , ru ; q=1.000', language: 'nl', rule: 'prefers what is named first among equals' },
  { header: 'de, fr;q=0.9, nl;q=0.1', language: 'nl', rule: 'passes over languages it does not speak' },
  { header: 'de, fr', language: 'en', rule: 'speaks English where it speaks none of them' },
  { header: '*', language: 'en', rule: 'may choose itself: English' },
  { header: 'en;q=0, *;q=0.5', language: 'nl', rule: 'does not speak a language that is refused' },
  { header: 'ru;q=0.2, *;q=0.8', language: 'en', rule: 'takes * for the languages not named' },
  { header: 'en;q=0.2, *;q=0.8', language: 'nl', rule: 'takes * for the languages not named' },
  { header: 'ru;q=0.8, *;q=0.2', language: 'ru', rule: 'takes * for less, where it weighs less' },
  { header: 'ru;q=0', language: 'en', rule: 'speaks English when all that is named is refused' },
  { header: 'english', language: 'en', rule: 'does not take a longer word for a language' },
  { header: 'nln', language: 'en', rule: 'does not take a longer code for a language' },
  { header: 'ru;q=2, nl;q=0.3', language: 'nl', rule: 'skips a weight that is none' },
  { header: 'ru;level=1, ;;, nl', language: 'nl', rule: 'skips what it cannot read' },
])('$rule: $header gives $language', ({ header, language }) => {
  expect(chooseLanguage(header)).toBe(language)
})
