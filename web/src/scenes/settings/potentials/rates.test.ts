import { expect, test } from 'vitest'
import { languages } from '../../../ui/formats/language.ts'
import { problemsOfRates, readRates, writeRates } from './rates.ts'

test('rates are written in per cent, and read back to the same shares', () => {
  const rates = { garage: 0.035, bank: 0.07, none: 0 }
  expect(writeRates(rates, 'en').map(({ rate }) => rate)).toEqual(['3.5', '7', '0'])
  expect(writeRates(rates, 'nl').map(({ rate }) => rate)).toEqual(['3,5', '7', '0'])
  for (const language of languages) expect(readRates(writeRates(rates, language))).toEqual(rates)
  expect(readRates([{ type: ' garage ', rate: '3,5' }])).toEqual({ garage: 0.035 })
})

test('a rate needs a name of its own, and lies between 0 and 100 per cent', () => {
  const rates = [
    { type: 'garage', rate: '3' },
    { type: ' garage', rate: '101' },
    { type: ' ', rate: '' },
  ]
  expect(problemsOfRates(rates)).toEqual({
    '1/type': 'twice',
    '1/rate': 'rate',
    '2/type': 'required',
    '2/rate': 'rate',
  })
})
