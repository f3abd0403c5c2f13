import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { QueryAnswer } from '../ask/answer.ts'
import { momentsOf, totalCell, unitText } from '../ask/export/xlsx/about-sheet.ts'
import type { Sheet } from '../ask/export/xlsx/workbook-plan.ts'

/** The cards of a panel, and what they were answered. */
export type AskedCards = { readonly title: string; readonly answer: QueryAnswer }

/** The cards of all panels on one sheet: a line for each number, beside that of the compared range. */
export function cardsSheet(name: string, cards: readonly AskedCards[], language: Language): Sheet {
  const { sheets, workbook, question, definition } = textsIn(language).files
  const kinds = cards.flatMap(({ answer: { comparison } }) =>
    comparison && comparison.kind !== 'benchmark' ? [sheets[comparison.kind]] : [],
  )
  const [compared] = kinds
  const rows = cards.flatMap(({ title, answer }) => {
    const moment = momentsOf(answer.time_zone)
    return answer.columns.flatMap((column) => {
      if (column.role !== 'metric') return []
      const metric = metricText(catalogue.metrics.get(column.id) ?? { id: column.id }, language)
      return [
        [
          ...[title, metric.title, totalCell(column, answer.totals)],
          ...(compared === undefined ? [] : [answer.comparison ? totalCell(column, answer.comparison.totals) : null]),
          ...[unitText(column, language), moment(answer.range.from), moment(answer.range.to)],
        ],
      ]
    })
  })
  const titles = [
    ...[workbook.panel, definition.metric, definition.total],
    ...(compared === undefined ? [] : [compared]),
    ...[definition.unit, question.from, question.to],
  ]
  return { name, kind: 'table', columns: titles.map((title) => ({ title })), rows }
}
