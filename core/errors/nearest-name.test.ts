import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

const known = ['serve', 'PARLEY_PORT', 'PARLEY_DATA', 'PARLEY_POSTGRES_URL', 'PARLEY_PUBLIC_URL']

test.each([
  ['PARLEY_PROT', 'PARLEY_PORT'],
  ['sevre', 'serve'],
  ['sreve', 'serve'],
  ['evres', null],
  ['parley_port', 'PARLEY_PORT'],
  ['PARLEY_POSTGRESQL_URL', 'PARLEY_POSTGRES_URL'],
  ['PARLEY_PUBLICURL', 'PARLEY_PUBLIC_URL'],
  ['SOMETHING_ELSE_ALTOGETHER', null],
  ['', null],
])('the name nearest to %j is %j', (name, expected) => {
  expect(nearestName(name, known)).toBe(expected)
})
