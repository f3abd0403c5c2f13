import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeMaxmindFile } from './place.testing.ts'
import { countryFile, openPlaceBook, type PlaceBook } from './place.ts'

describe('the countries that come with Parley', () => {
  let book: PlaceBook
  beforeAll(async () => {
    book = await openPlaceBook(countryFile)
  })

  it.each([
    ['145.97.0.1', { country: 'NL' }],
    ['77.88.55.60', { country: 'RU' }],
    ['::ffff:8.8.8.8', { country: 'US' }],
    ['2a00:1450:4001:81b::200e', { country: 'IE' }],
    ['127.0.0.1', {}],
    ['::1', {}],
    ['192.168.1.20', {}],
    ['fd12:3456::1', {}],
    ['not an address', {}],
    ['', {}],
  ])('place %s', (address, place) => {
    expect(book.placeOf(address)).toEqual(place)
  })
})

describe('a file of cities', () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-places-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  /** A book in which every IPv4 address is at one place. */
  async function bookOf(entry: object): Promise<PlaceBook> {
    const file = join(directory, 'city.mmdb')
    writeFileSync(file, encodeMaxmindFile(entry))
    return openPlaceBook(file)
  }

  it('in the shape of MaxMind tells region and coordinates, never finer than a tenth of a degree', async () => {
    const book = await bookOf({
      country: { iso_code: 'NL' },
      subdivisions: [{ iso_code: 'UT', names: { en: 'Utrecht', nl: 'Utrecht' } }],
      location: { latitude: 52.09083, longitude: 5.12222 },
    })
    expect(book.placeOf('145.97.0.1')).toEqual({ country: 'NL', region: 'Utrecht', latitude: 52.1, longitude: 5.1 })
  })

  it('in the shape of ip-location-db tells the same', async () => {
    const book = await bookOf({
      country_code: 'NL',
      state1: 'Utrecht',
      city: 'Zeist',
      latitude: 52.09,
      longitude: 5.23,
    })
    expect(book.placeOf('145.97.0.1')).toEqual({ country: 'NL', region: 'Utrecht', latitude: 52.1, longitude: 5.2 })
  })

  it('that is none is refused', async () => {
    const file = join(directory, 'text.mmdb')
    writeFileSync(file, 'no places here')
    await expect(openPlaceBook(file)).rejects.toThrow()
  })
})
