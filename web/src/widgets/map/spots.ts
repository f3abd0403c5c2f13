import { dimensionColumns, metricColumns } from '../../ask/view/question.ts'
import { coordinates, degreesOf } from '../../ui/formats/coordinates.ts'
import { type Drawing, valueName } from '../drawing.ts'
import { asValue, asWord } from '../timeline.ts'
import { pointOf } from './shapes.ts'

/** A place on the map with its number. */
export type Spot = {
  /** As the engine has it: `52.1,5.1`. */
  readonly word: string
  /** Region and country. */
  readonly name: string
  readonly coordinates: string
  readonly value: number
  readonly at: readonly [x: number, y: number]
}

/**
 * The places of an answer by country, region and place, the largest first. A city on a border has rows of both countries: it
 * is one spot, named after the larger. What is without a place, or counts nothing, is none.
 */
export function spotsOf(drawing: Drawing): readonly Spot[] {
  const { answer, language } = drawing
  const columns = new Map(dimensionColumns(answer).map(({ id, at }) => [id, at]))
  const placeAt = columns.get('place')
  const metric = metricColumns(answer)[0]
  if (placeAt === undefined || metric === undefined) return []
  const word = (row: (typeof answer.rows)[number], id: string) => asWord(row[columns.get(id) ?? -1])
  const valueIn = (row: (typeof answer.rows)[number]) => asValue(row[metric.at]) ?? 0
  const byPlace = Map.groupBy(answer.rows, (row) => word(row, 'place'))
  return [...byPlace]
    .flatMap(([place, rows]): Spot[] => {
      const degrees = degreesOf(place ?? '')
      const value = rows.reduce((sum, row) => sum + valueIn(row), 0)
      if (place === null || degrees === undefined || value <= 0) return []
      const at = pointOf(degrees)
      const [largest] = rows.toSorted((one, other) => valueIn(other) - valueIn(one))
      const names = ['region', 'country'].flatMap((id) => {
        const named = largest && word(largest, id)
        return named ? [valueName(drawing, id, named)] : []
      })
      const written = coordinates(place, language)
      return [{ word: place, name: names.join(', ') || written, coordinates: written, value, at }]
    })
    .toSorted((one, other) => other.value - one.value)
}
