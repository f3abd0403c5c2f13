import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../ask/http.ts'
import { en } from '../texts/en.ts'
import { nl } from '../texts/nl.ts'
import { ru } from '../texts/ru.ts'
import { problemWords, refusalWords } from './refusal-words.ts'

const taken = new Refusal('pattern_taken', 409, 'x', [
  {
    code: 'pattern_taken',
    message: 'The pattern "a/*" is in the tracked URL "Cards" already.',
    pointer: '/patterns/0',
  },
])

beforeAll(async () => {
  await i18next.init({
    lng: 'nl',
    resources: { en: { translation: en }, nl: { translation: nl }, ru: { translation: ru } },
    interpolation: { escapeValue: false },
  })
})

test('a refusal is told in the reader’s language, with what the server names below it', async () => {
  await i18next.changeLanguage('ru')
  expect(refusalWords(taken)).toEqual({
    title: ru.problem.failed,
    text: ru.refusal.pattern_taken,
    detail: 'The pattern "a/*" is in the tracked URL "Cards" already.',
  })
  expect(problemWords({ code: 'pattern_taken', message: 'x' })).toBe(ru.refusal.pattern_taken)
})

test('English readers get the server’s own sentence, once', async () => {
  await i18next.changeLanguage('en')
  expect(refusalWords(taken)).toEqual({
    title: en.problem.failed,
    text: 'The pattern "a/*" is in the tracked URL "Cards" already.',
  })
  expect(refusalWords(new Refusal('last_owner', 409, ''))).toEqual({
    title: en.problem.failed,
    text: en.refusal.last_owner,
  })
})

test('where the words say everything, the server’s sentence is left out', async () => {
  await i18next.changeLanguage('nl')
  expect(refusalWords(new Refusal('sign_in_link_expired', 410, 'This link has expired.'))).toEqual({
    title: nl.problem.failed,
    text: nl.refusal.sign_in_link_expired,
  })
})

test('a code without words leaves those of the server, and a refusal without any says so', async () => {
  await i18next.changeLanguage('nl')
  expect(refusalWords(new Refusal('brand_new', 400, 'Said.')).text).toBe('Said.')
  expect(refusalWords(new Refusal('brand_new', 400, '')).text).toBe(nl.problem.no_words)
  expect(refusalWords(new Refusal('brand_new', 403, '')).text).toBe(nl.problem.forbidden_why)
})

test('there are words for codes that exist', () => {
  const documented = readFileSync(new URL('../../../../docs/reference/errors.md', import.meta.url), 'utf8')
  // What the schema itself finds wrong with a field.
  const ofFields = ['too_small', 'too_big', 'invalid_type', 'invalid_format', 'invalid_value']
  const unknown = Object.keys(en.refusal).filter(
    (code) => !documented.includes(`\`${code}\``) && !ofFields.includes(code),
  )
  expect(unknown).toEqual([])
})
