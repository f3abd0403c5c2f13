import { coordinates } from '../ui/formats/coordinates.ts'
import type { Language } from '../ui/formats/language.ts'
import { regionName } from '../ui/formats/region.ts'
import type { DimensionInfo } from './catalogue.ts'

const addresses: ReadonlySet<string> = new Set(['url', 'target_url', 'referrer'])

/** The name of a value that is known without asking: of the catalogue, of a country, coordinates, or the value itself. */
export function nameOfValue(
  dimension: Pick<DimensionInfo, 'id' | 'values' | 'reserved'> | undefined,
  value: string,
  language: Language,
): string {
  const known = [...(dimension?.values ?? []), ...(dimension?.reserved ?? [])].find((one) => one.value === value)
  if (known !== undefined) return known.title
  if (dimension?.id === 'country') return regionName(value, language)
  if (dimension?.id === 'place') return coordinates(value, language)
  // Where nearly all begin alike, the beginning takes the room of what differs.
  if (dimension !== undefined && addresses.has(dimension.id)) return value.replace(/^https?:\/\/(www\.)?/, '')
  return value
}
