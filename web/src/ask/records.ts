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

/** Rows that are read at once. */
const pageSize = 100

/** A cell of a cycle, within the ends of the range that is shown. */
export type CycleCell = { readonly cycle: Cycle; readonly ends: Ends }

/** The rows behind a number, page by page, the latest first. */
export const recordsBehind = (question: RecordQuestion, cell: CycleCell | undefined, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['records', question, cell, language],
    queryFn: ({ signal, pageParam }) =>
      cell === undefined
        ? page(question, pageParam, signal, language)
        : pageOfCell(question, cell, Number(pageParam), signal, language),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
  })

/**
 * A cell ("Mondays, 9:00–10:00") is many stretches of time, and records come from one stretch: they are asked for stretch
 * by stretch, the latest first, until there is a page of them. The cursor is the number of stretches that are done.
 */
async function pageOfCell(
  question: RecordQuestion,
  { cycle, ends }: CycleCell,
  done: number,
  signal: AbortSignal,
  language: Language,
): Promise<RecordPage> {
  const slots = slotsOf(ends, cycle)
  const rows: RecordRow[] = []
  let columns: RecordPage['columns'] = []
  let labels: NonNullable<RecordPage['labels']> = {}
  let next = done
  while (next < slots.length && rows.length < pageSize) {
    const some = slots.slice(next, next + slotsAtOnce)
    const pages = await Promise.all(some.map((range) => everyPage({ ...question, range }, signal, language)))
    for (const each of pages) {
      columns = each.columns.length > columns.length ? each.columns : columns
      labels = { ...labels, ...each.labels }
      rows.push(...each.rows)
    }
    next += some.length
  }
  const isEnd = next >= slots.length
  return {
    columns,
    labels,
    rows,
    cursor: isEnd ? null : String(next),
    total: isEnd && done === 0 ? rows.length : null,
  }
}

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
