import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { type DimensionInfo, dimensionValues } from '../catalogue.ts'

/** The names of chosen values, for dimensions whose values name something: a link holds only their ids. */
export function useNames(
  dimension: DimensionInfo,
  values: readonly (string | null)[],
): ReadonlyMap<string | null, string> {
  const { language } = useLanguage()
  const isNamed = typeof dimension.entity === 'string' && values.length > 0
  const known = useQuery({ ...dimensionValues(dimension.id, '', language), enabled: isNamed }).data ?? []
  return new Map(
    known.flatMap(({ value, label }) => (label === null || value === null ? [] : [[String(value), label]])),
  )
}
