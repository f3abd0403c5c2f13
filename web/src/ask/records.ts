import type { Unit } from '@parley/core/declare/metric.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Language } from '../ui/formats/language.ts'
import type { Question } from './answer.ts'
import { ask } from './http.ts'
import { type Cycle, slotsOf } from './slots.ts'
import type { Ends } from './view/range.ts'

export type RecordColumn = {
  readonly id: string
  readonly title: string
  readonly role: 'time' | 'conversation' | 'value'
  readonly unit?: Unit
}

export type RecordRow = readonly (string | number | boolean | null)[]

export type RecordPage = {
  readonly columns: readonly RecordColumn[]
  readonly rows: readonly RecordRow[]
  readonly cursor: string | null
  /** How many there are in all; null where that is only known at the end. */
  readonly total: number | null
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Which rows: those one metric counts in a range, with filters. */
export type RecordQuestion = {
  readonly metric: string
  readonly range: Question['range']
  readonly time_zone: string
  readonly filters: NonNullable<Question['filters']>
}

const pageSize = 100

export const recordsBehind = (question: RecordQuestion, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['records', question, language],
    queryFn: ({ signal, pageParam }) => page(question, pageParam, signal, language),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
  })

/**
 * The rows behind a cell of a cycle ("Mondays, 9:00–10:00"). A cell is many stretches of time, and records come from one
 * stretch, so they are asked for stretch by stretch, the latest first, until there is a page of them.
 */
export const recordsInCycle = (question: RecordQuestion, ends: Ends, cycle: Cycle, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['records', question, ends, cycle, language],
    queryFn: async ({ signal, pageParam }): Promise<RecordPage> => {
      const slots = slotsOf(ends, cycle)
      const rows: RecordRow[] = []
      let columns: RecordPage['columns'] = []
      let next = Number(pageParam)
      while (next < slots.length && rows.length < pageSize) {
        const some = slots.slice(next, next + slotsAtOnce)
        const pages = await Promise.all(some.map((range) => everyPage({ ...question, range }, signal, language)))
        for (const each of pages) {
          columns = each.columns
          rows.push(...each.rows)
        }
        next += some.length
      }
      const isEnd = next >= slots.length
      return { columns, rows, cursor: isEnd ? null : String(next), total: isEnd && pageParam === '0' ? rows.length : null }
    },
    initialPageParam: '0',
    getNextPageParam: (last) => last.cursor,
  })

const slotsAtOnce = 6

async function everyPage(question: RecordQuestion, signal: AbortSignal, language: Language): Promise<RecordPage> {
  const first = await page(question, '', signal, language, 1000)
  const rows = [...first.rows]
  for (let cursor = first.cursor; cursor !== null; ) {
    const more = await page(question, cursor, signal, language, 1000)
    rows.push(...more.rows)
    cursor = more.cursor
  }
  return { ...first, rows }
}

const page = (question: RecordQuestion, cursor: string, signal: AbortSignal, language: Language, limit = pageSize) =>
  ask<RecordPage>('/v1/records', {
    method: 'POST',
    body: { ...question, limit, ...(cursor === '' ? {} : { cursor }) },
    signal,
    language,
  })
