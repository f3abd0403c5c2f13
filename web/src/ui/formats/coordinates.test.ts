import { expect, test } from 'vitest'
import { coordinates } from './coordinates.ts'
import { languages } from './language.ts'

test('coordinates are written as each language does', () => {
  expect(languages.map((language) => coordinates('52.1,-5', language).replaceAll('\u00a0', ' '))).toEqual([
    '52.1° N, 5.0° W',
    '52,1° NB, 5,0° WL',
    '52,1° с. ш., 5,0° з. д.',
  ])
  expect(coordinates('-33.9,0', 'en').replaceAll('\u00a0', ' ')).toBe('33.9° S, 0.0° E')
})

test('what are no coordinates stay as they are', () => {
  expect(['Utrecht', '', '52.1'].map((place) => coordinates(place, 'en'))).toEqual(['Utrecht', '', '52.1'])
})
