import { expect, test } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { ru } from './ru.ts'

type Texts = { readonly [key: string]: string | Texts }

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[path + key, text]] : flat(text, `${path}${key}.`),
  )

const stem = (key: string) => key.replace(/_(one|few|many|other)$/, '')
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ')
const english = new Map(flat(en))
const others = [
  ['nl', nl],
  ['ru', ru],
] as const

test.each(others)('%s has every text of English and no other', (_, texts) => {
  expect(new Set(flat(texts).map(([key]) => stem(key)))).toEqual(new Set([...english.keys()].map(stem)))
})

test.each(others)('%s fills in what English fills in', (_, texts) => {
  for (const [key, text] of flat(texts)) {
    const original = english.get(key) ?? english.get(`${stem(key)}_other`) ?? ''
    expect(`${key} ${blanks(text)}`).toBe(`${key} ${blanks(original)}`)
  }
})

test.each([['en', en] as const, ...others])('%s has no empty text, and none shouts', (_, texts) => {
  for (const [key, text] of flat(texts)) {
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toContain('!')
  }
})

test('in Russian a session, a visit and an agent have one word each', () => {
  expect(flat(ru).filter(([, text]) => /сесси|визит|агент|сотрудник/i.test(text))).toEqual([])
})
