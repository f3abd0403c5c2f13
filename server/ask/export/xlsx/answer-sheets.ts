import type { QueryRequest } from '@parley/core/query/request.ts'
import { automaticGranularity } from '@parley/core/time/automatic.ts'
import { listBuckets } from '@parley/core/time/buckets.ts'
import { type CyclicGranularity, type Granularity, isCyclicGranularity } from '@parley/core/time/granularity.ts'
import { localRange } from '@parley/core/time/zone.ts'
import { type Language, textsIn } from '@parley/model/texts/index.ts'
import type { AnswerPart, QueryAnswer } from '../../answer.ts'
import { type DrawingRequest, drawAnswer } from './answer-chart.ts'
import { fileColumns } from './answer-columns.ts'
import { checkSize } from './check-size.ts'
import type { Sheet } from './workbook-plan.ts'

export type AnswerSheets = {
  /** What the metrics are called, together. */
  readonly title: string
  readonly granularity: Granularity | CyclicGranularity | null
  /** The rows with their types, drawn as charts. */
  readonly numbers: Sheet
  /** The rows of the compared range, in the same columns; none without one. */
  readonly compared: readonly Sheet[]
  /** What the charts are drawn from where it is not the rows themselves. */
  readonly data: readonly Sheet[]
}

/** The sheets of an answer under the names given, drawn as its panel is. Error: `too_large_for_workbook` (400). */
export function answerSheets(
  request: QueryRequest,
  answer: QueryAnswer,
  names: { readonly numbers: string; readonly chart: string },
  language: Language,
  panel?: DrawingRequest['panel'],
): AnswerSheets {
  const granularity = granularityOf(request, answer)
  const columns = fileColumns(answer, granularity, language)
  checkSize(answer.rows.length, columns.length)
  const title = columns.flatMap((column) => (column.role === 'metric' ? [column.title] : [])).join(', ')
  const { files, units } = textsIn(language)
  const { metric, total } = files.definition
  const drawn = drawAnswer({
    ...{ columns, rows: answer.rows, sheets: names, granularity, panel },
    buckets: bucketsOf(answer, granularity),
    words: { metric, total, units },
  })
  const sheetOf = (name: string, { rows }: AnswerPart): Sheet => ({
    name,
    kind: 'table',
    columns: columns.map(({ title, format }) => ({ title, ...(format === undefined ? {} : { format }) })),
    rows: rows.map((row) => columns.map((column) => column.cellOf(row))),
  })
  const { comparison } = answer
  return {
    title,
    granularity,
    numbers: { ...sheetOf(names.numbers, answer), ...(drawn ? { charts: drawn.charts } : {}) },
    compared: comparison && comparison.kind !== 'benchmark' ? [sheetOf(files.sheets[comparison.kind], comparison)] : [],
    data: drawn?.data ? [drawn.data] : [],
  }
}

function granularityOf({ granularity = null }: QueryRequest, { range, time_zone }: QueryAnswer) {
  if (granularity !== 'auto') return granularity
  return automaticGranularity(localRange({ from: Date.parse(range.from), to: Date.parse(range.to) }, time_zone))
}

function bucketsOf({ range, time_zone }: QueryAnswer, granularity: Granularity | CyclicGranularity | null): string[] {
  if (granularity === null || isCyclicGranularity(granularity)) return []
  const asked = { from: Date.parse(range.from), to: Date.parse(range.to) }
  return listBuckets(asked, granularity, time_zone).map(({ label }) => label)
}
