import { expect, it } from 'vitest'
import { fitNames } from './fit-names.ts'

const widthOf = (text: string) => [...text].length

it('names that fit stay as they are', () => {
  expect(fitNames(['Web', 'WhatsApp'], 8, widthOf)).toEqual(['Web', 'WhatsApp'])
})

it('a longer name ends in dots, without a space before them', () => {
  expect(fitNames(['Workshop appointment', 'Sale'], 10, widthOf)).toEqual(['Workshop…', 'Sale'])
})

it('names that would look the same have the dots in their middle', () => {
  expect(fitNames(['Velo Utrecht – SMS', 'Velo Utrecht – WhatsApp', 'Kiosk at the gate'], 12, widthOf)).toEqual([
    'Velo U…– SMS',
    'Velo U…tsApp',
    'Kiosk at th…',
  ])
})

it('the same name twice is cut the same way, and letters of two units are kept whole', () => {
  expect(fitNames(['🚲🚲🚲🚲🚲', '🚲🚲🚲🚲🚲'], 3, widthOf)).toEqual(['🚲🚲…', '🚲🚲…'])
})

it('where there is no room there are only dots', () => {
  expect(fitNames(['Velo'], 0, widthOf)).toEqual(['…'])
})
