import type { FilterRequest } from '@parley/core/query/request.ts'
import { automaticGranularity } from '@parley/core/time/automatic.ts'
import { localRange } from '@parley/core/time/zone.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { QueryAnswer } from '../ask/answer.ts'
import type { Names } from '../ask/asking.ts'
import { filterText, momentsOf } from '../ask/export/xlsx/about-sheet.ts'
import type { Sheet, SheetCell } from '../ask/export/xlsx/workbook-plan.ts'
import type { ToldDashboard } from '../boards/told-dashboards.ts'
import type { DashboardWorkbookRequest, WorkbookPart } from './workbook-request.ts'

type Covered = {
  readonly dashboard: ToldDashboard
  readonly organization: string
  readonly request: DashboardWorkbookRequest
  /** Of the range of the page: its ends, those of the compared range, zone and instant. */
  readonly answer: QueryAnswer
  readonly picked: string | undefined
  readonly parts: readonly WorkbookPart[]
  readonly names: Names
  readonly language: Language
}

/** What a workbook is of, what was chosen, as of when, and its sheets, each a link to it. */
export function coverSheet(name: string, covered: Covered): Sheet {
  const { dashboard, organization, request, answer, picked, parts, names, language } = covered
  const { question, workbook, sheets, granularities, none } = textsIn(language).files
  const moment = momentsOf(answer.time_zone)
  const range = { from: Date.parse(answer.range.from), to: Date.parse(answer.range.to) }
  const granularity =
    request.granularity === 'auto' ? automaticGranularity(localRange(range, answer.time_zone)) : request.granularity
  const { comparison } = answer
  const kind = comparison && comparison.kind !== 'benchmark' ? sheets[comparison.kind] : none
  const filters = request.filters.map((filter: FilterRequest) => filterText(filter, names, language))
  const lines: SheetCell[][] = [
    [sheets.dashboard, dashboard.title],
    ...(dashboard.question === '' ? [] : [['', dashboard.question]]),
    [workbook.organization, organization],
    [question.from, moment(answer.range.from)],
    [question.to, moment(answer.range.to)],
    [workbook.comparison, request.compare_match === 'weekday' ? `${kind} (${workbook.weekday})` : kind],
    ...(comparison
      ? [
          [`${kind}: ${question.from}`, moment(comparison.range.from)],
          [`${kind}: ${question.to}`, moment(comparison.range.to)],
        ]
      : []),
    [question.granularity, granularities[granularity]],
    ...(picked === undefined
      ? []
      : [[workbook.picked, metricText(catalogue.metrics.get(picked) ?? { id: picked }, language).title]]),
    [question.filters, filters.length === 0 ? none : filters.join('\n')],
    [question.time_zone, answer.time_zone],
    [question.as_of, moment(answer.as_of)],
    [],
    [workbook.sheet, workbook.panel, question.from, question.to, workbook.note],
    ...parts.map(({ title, sheet, range: asked, notes }) => [
      ...[sheet === null ? '–' : { value: sheet, sheet }, title],
      ...(asked
        ? [moment(new Date(asked.from).toISOString()), moment(new Date(asked.to).toISOString())]
        : [null, null]),
      notes.join('\n'),
    ]),
  ]
  const widths = [34, 48, 20, 20, 60]
  return { name, kind: 'lines', columns: widths.map((width) => ({ title: '', width })), rows: lines }
}
