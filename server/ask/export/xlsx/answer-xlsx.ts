import type { QueryRequest } from '@parley/core/query/request.ts'
import { automaticGranularity } from '@parley/core/time/automatic.ts'
import { isCyclicGranularity } from '@parley/core/time/granularity.ts'
import { textsIn } from '@parley/model/texts/index.ts'
import type { AnswerPart, QueryAnswer } from '../../answer.ts'
import type { Asker, AskServices } from '../../asking.ts'
import { aboutSheet } from './about-sheet.ts'
import { drawAnswer } from './answer-chart.ts'
import { fileColumns } from './answer-columns.ts'
import { checkSize } from './check-size.ts'
import { workbookFile } from './workbook.ts'
import type { Sheet } from './workbook-plan.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * An answer as a workbook: its rows with their types, in the asker's language, and drawn as a chart; the rows of the
 * compared range on a sheet of their own; and what was asked and what it means on a sheet "About". Durations stay the numbers
 * of seconds that every other answer has, under titles that say so: they add up, sort and draw without a surprise.
 * Error: `too_large_for_workbook` (400).
 */
export async function answerXlsx(
  services: AskServices,
  { organizationId, language = 'en' }: Asker,
  request: QueryRequest,
  answer: QueryAnswer,
): Promise<Buffer> {
  const { sheets } = textsIn(language).files
  const granularity = granularityOf(request, answer)
  const columns = fileColumns(answer, granularity, language)
  checkSize(answer.rows.length, columns.length)
  const title = columns.flatMap((column) => (column.role === 'metric' ? [column.title] : [])).join(', ')
  const drawn = drawAnswer({
    title,
    columns,
    rows: answer.rows,
    sheets,
    isOverTime: granularity !== null && !isCyclicGranularity(granularity),
  })
  const sheetOf = (name: string, { rows }: AnswerPart): Sheet => ({
    name,
    kind: 'table',
    columns: columns.map(({ title, format }) => ({ title, ...(format === undefined ? {} : { format }) })),
    rows: rows.map((row) => columns.map((column) => column.cellOf(row))),
  })
  const { comparison } = answer
  const hasFilters = (request.filters ?? []).length > 0
  const names = hasFilters ? await services.namesOf(await services.scopeOf(organizationId)) : new Map()
  return workbookFile({
    title,
    sheets: [
      { ...sheetOf(sheets.numbers, answer), ...(drawn ? { chart: drawn.chart } : {}) },
      aboutSheet(request, answer, granularity, names, language),
      ...(comparison && comparison.kind !== 'benchmark' ? [sheetOf(sheets[comparison.kind], comparison)] : []),
      ...(drawn?.data ? [drawn.data] : []),
    ],
  })
}

function granularityOf({ granularity = null }: QueryRequest, { range, time_zone }: QueryAnswer) {
  if (granularity !== 'auto') return granularity
  return automaticGranularity({ from: Date.parse(range.from), to: Date.parse(range.to) }, time_zone)
}
