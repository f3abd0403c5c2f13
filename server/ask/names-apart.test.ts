import { expect, it } from 'vitest'
import { namesApart } from './names-apart.ts'

const organizations = new Map([
  ['north', 'Velo North'],
  ['south', 'Velo South'],
])

const names = (...things: readonly (readonly [string, string, string])[]) =>
  Object.fromEntries(
    namesApart(
      things.map(([id, name, organizationId]) => ({ id, name, organizationId })),
      organizations,
    ),
  )

it('calls a thing by its name alone where no other organization has one of that name', () => {
  expect(names(['1', 'Home', 'north'], ['2', 'Cards', 'south'])).toEqual({ 1: 'Home', 2: 'Cards' })
  expect(names(['1', 'Home', 'north'], ['2', 'Home', 'north'])).toEqual({ 1: 'Home', 2: 'Home' })
})

it('tells the same name of two organizations apart', () => {
  expect(names(['1', 'Home', 'north'], ['2', 'Home', 'south'], ['3', 'Home', 'gone'], ['4', 'Cards', 'south'])).toEqual(
    {
      1: 'Home · Velo North',
      2: 'Home · Velo South',
      3: 'Home',
      4: 'Cards',
    },
  )
})

it('gives what has one id in several organizations to none of them', () => {
  expect(names(['1', 'Home', 'north'], ['1', 'Home', 'south'])).toEqual({ 1: 'Home' })
  expect(names(['1', 'House', 'north'], ['1', 'Home', 'south'], ['2', 'Home', 'south'])).toEqual({
    1: 'Home',
    2: 'Home · Velo South',
  })
})
