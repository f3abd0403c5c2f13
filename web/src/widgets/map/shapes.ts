import { type GeoProjection, geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json'
import type { Degrees } from '../../ui/formats/coordinates.ts'
import { codeOfNumber } from './country-codes.ts'
import type { Box, Point } from './zoom.ts'

/** The measures of the map; it is drawn as large as its panel. */
export const size = { width: 960, height: 420 }

/** A country as a line that can be drawn; what is no country of ISO 3166-1 has no code and is land. */
export type Shape = {
  readonly code: string | undefined
  readonly path: string
  /** Of its mainland, where its tip points when nobody points at it: that of France with all that is overseas lies in the sea. */
  readonly centre: Point
  /** Around its mainland. */
  readonly box: Box
}

const atlas = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
const antarctica = '010'
const { features } = feature(atlas, atlas.objects.countries)
// Nobody writes from there, and it would take a fifth of the height.
const countries = features.filter(({ id }) => id !== antarctica)

// Projected as a globe is, line by line: flat coordinates would draw Russia and Fiji across the whole map.
const projection: GeoProjection = geoNaturalEarth1().fitExtent(
  [
    [2, 2],
    [size.width - 2, size.height - 2],
  ],
  { type: 'FeatureCollection', features: countries },
)
/** Where a place is on the map. */
export function pointOf({ latitude, longitude }: Degrees): readonly [x: number, y: number] {
  return projection([longitude, latitude]) ?? [Number.NaN, Number.NaN]
}

const lineOf = geoPath(projection).digits(1)

type Geometry = (typeof countries)[number]['geometry']

/** The largest of the pieces a country has. */
function mainlandOf(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry
  const pieces = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
  return pieces.reduce((largest, piece) => (lineOf.area(piece) > lineOf.area(largest) ? piece : largest))
}

export const shapes: readonly Shape[] = countries.map((country) => {
  const mainland = mainlandOf(country.geometry)
  return {
    code: country.properties.name === 'Kosovo' ? 'XK' : codeOfNumber.get(String(country.id)),
    path: lineOf(country) ?? '',
    centre: lineOf.centroid(mainland),
    box: lineOf.bounds(mainland),
  }
})
