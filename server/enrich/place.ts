import { readFile } from 'node:fs/promises'
import { BlockList, isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Reader } from 'maxmind'
import { coarse } from './coordinates.ts'

/** Where an address is, never finer than its city. What the file does not tell is absent. */
export type Place = {
  /** ISO 3166-1 alpha-2: `NL`. */
  readonly country?: string
  /** The name of the region in English: `Utrecht`. */
  readonly region?: string
  /** Degrees, to one decimal: about ten kilometres. */
  readonly latitude?: number
  readonly longitude?: number
}

/** A book that tells places of addresses. */
export type PlaceBook = { placeOf(address: string): Place }

/** Countries only; comes with Parley (CC0). */
export const countryFile = fileURLToPath(
  import.meta.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'),
)

/** Reads a MaxMind DB of countries or cities, in MaxMind's own shape or in that of ip-location-db. Throws when it is none. */
export async function openPlaceBook(file: string): Promise<PlaceBook> {
  const reader = new Reader(await readFile(file))
  return {
    placeOf(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
      const version = isIP(plain)
      if (version === 0 || local.check(plain, version === 4 ? 'ipv4' : 'ipv6')) return {}
      const entry = reader.get(plain) as PlaceEntry | null
      return entry === null ? {} : placeIn(entry)
    },
  }
}

/** Addresses of local networks, which are in no country; registries and their files have other ideas. */
const local = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  local.addSubnet(network, bits)
local.addSubnet('fc00::', 7, 'ipv6')
local.addSubnet('fe80::', 10, 'ipv6')
local.addAddress('::1', 'ipv6')

/** What the two shapes call the same things. */
type PlaceEntry = {
  readonly country_code?: string
  readonly state1?: string
  readonly latitude?: number
  readonly longitude?: number
  readonly country?: { readonly iso_code?: string }
  readonly subdivisions?: readonly { readonly names?: Readonly<Record<string, string>> }[]
  readonly location?: { readonly latitude?: number; readonly longitude?: number }
}

function placeIn(entry: PlaceEntry): Place {
  const country = entry.country?.iso_code ?? entry.country_code
  const region = entry.subdivisions?.[0]?.names?.en ?? entry.state1
  // Some files place a postal code.
  const { latitude, longitude } = entry.location ?? entry
  return {
    ...(country && { country }),
    ...(region && { region }),
    ...(latitude !== undefined &&
      longitude !== undefined && { latitude: coarse(latitude), longitude: coarse(longitude) }),
  }
}
