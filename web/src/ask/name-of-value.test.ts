import { expect, test } from 'vitest'
import { nameOfValue } from './name-of-value.ts'

const title = (value: string) => ({ value, title: value.toUpperCase() })

test.each([
  ['of a closed list by the catalogue', { id: 'status', values: [title('busy')] }, 'busy', 'BUSY'],
  [
    'of an open list, where it means the same everywhere',
    { id: 'device', reserved: [title('mobile')] },
    'mobile',
    'MOBILE',
  ],
  ['a country by its name', { id: 'country' }, 'LV', 'Latvia'],
  ['an address without what all begin with', { id: 'url' }, 'https://www.velo.example/a?b', 'velo.example/a?b'],
  ['anything else by itself', { id: 'campaign' }, 'https://spring', 'https://spring'],
])('%s', (_, dimension, value, name) => {
  expect(nameOfValue(dimension, value, 'en')).toBe(name)
})
