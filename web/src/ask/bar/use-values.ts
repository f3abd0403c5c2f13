import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { Answer } from '../answer.ts'
import { type DimensionInfo, dimensionValues } from '../catalogue.ts'
import { ask } from '../http.ts'
import { nameOfValue } from '../name-of-value.ts'
import type { Range } from '../view/view.ts'

export type ChoosableValue = {
  readonly value: string | null
  readonly name: string
  readonly count: number | undefined
}

type Place = { readonly range: Range; readonly zone: string; readonly metric: string | undefined }

/**
 * The values a filter can be set to. The server tells those of late; when the reader looks at older times than that, the
 * engine tells those of the range that is shown.
 */
export function useValues(
  dimension: DimensionInfo,
  search: string,
  { range, zone, metric }: Place,
  none: string,
): { readonly values: readonly ChoosableValue[]; readonly isPending: boolean; readonly error: Error | null } {
  const { language } = useLanguage()
  // The server knows countries by their codes, the reader by their names: all are asked for, and searched here.
  const sought = dimension.id === 'country' ? '' : search
  const late = useQuery(dimensionValues(dimension.id, sought, language))
  const needsRange = late.isSuccess && late.data.length === 0
  const inRange = useQuery({
    queryKey: ['values-in-range', dimension.id, range, zone, metric, language],
    queryFn: ({ signal }) =>
      ask<Answer>('/v1/query', {
        method: 'POST',
        body: {
          metrics: [metric],
          range,
          time_zone: zone,
          dimensions: [dimension.id],
          order: [{ by: metric, desc: true }],
          limit: 500,
        },
        signal,
        language,
      }),
    enabled: needsRange && metric !== undefined,
    staleTime: 60_000,
  })
  const nameOf = (value: string | null, label: string | null | undefined): string =>
    value === null ? none : (label ?? nameOfValue(dimension, value, language))
  const found: ChoosableValue[] = needsRange
    ? (inRange.data?.rows ?? []).map(([cell, count]) => {
        const value = cell === null || cell === undefined ? null : String(cell)
        const name = nameOf(value, value === null ? null : inRange.data?.labels?.[dimension.id]?.[value])
        return { value, name, count: typeof count === 'number' ? count : undefined }
      })
    : (late.data ?? []).map(({ value, label, count }) => {
        const word = value === null ? null : String(value)
        return { value: word, name: nameOf(word, label), count }
      })
  const wanted = search.toLocaleLowerCase()
  return {
    values: found.filter(({ name, value }) => `${name}\n${value ?? ''}`.toLocaleLowerCase().includes(wanted)),
    isPending: late.isPending || (needsRange && inRange.isFetching && inRange.data === undefined),
    error: late.error ?? inRange.error,
  }
}
