import type { Unit } from '@parley/core/declare/metric.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import type { Question } from './answer.ts'
import { ask } from './http.ts'

export type RecordColumn = {
  readonly id: string
  readonly title: string
  readonly role: 'time' | 'dimension' | 'value' | 'conversation'
  readonly unit?: Unit
}

export type RecordPage = {
  readonly columns: readonly RecordColumn[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  readonly cursor: string | null
  readonly total: number
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Which rows: those of one metric in a range, with filters, and where a cell of a cycle was clicked only those in it. */
export type RecordQuestion = {
  readonly metric: string
  readonly range: Question['range']
  readonly time_zone?: string
  readonly filters: NonNullable<Question['filters']>
}

export const recordsBehind = (question: RecordQuestion, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['records', question, language],
    queryFn: ({ signal, pageParam }) =>
      ask<RecordPage>('/v1/records', {
        method: 'POST',
        body: { ...question, limit: 100, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
        language,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  })
