import { expect, it } from 'vitest'
import { languages, textsIn } from '../texts/index.ts'
import { visitTimeoutMs } from './visit-timeout.ts'

it.each(languages)('the text of visits in %s tells the timeout that is in force', (language) => {
  expect(textsIn(language).metrics.visits?.what).toMatch(new RegExp(`\\b${visitTimeoutMs / 60_000}\\b`))
})
