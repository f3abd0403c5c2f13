import type { QueryRequest } from '@parley/core/query/request.ts'
import { textsIn } from '@parley/model/texts/index.ts'
import type { QueryAnswer } from '../../answer.ts'
import type { Asker, AskServices } from '../../asking.ts'
import { aboutSheet } from './about-sheet.ts'
import { answerSheets } from './answer-sheets.ts'
import { workbookFile } from './workbook.ts'

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
  signal?: AbortSignal,
): Promise<Buffer> {
  const called = textsIn(language).files.sheets
  const { numbers, data, compared, title, granularity } = answerSheets(request, answer, called, language)
  const hasFilters = (request.filters ?? []).length > 0
  const names = hasFilters ? await services.namesOf(await services.scopeOf(organizationId)) : new Map()
  const sheets = [numbers, aboutSheet(request, answer, granularity, names, language), ...compared, ...data]
  return workbookFile({ title, sheets }, signal)
}
