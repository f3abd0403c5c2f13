import type { FilterRequest, QueryRequest } from '@parley/core/query/request.ts'
import type { CyclicGranularity, Granularity } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { AnswerColumn, AnswerPart, QueryAnswer } from '../../answer.ts'
import type { Names } from '../../asking.ts'
import { createLocalTime } from '../local-time.ts'
import { metricFormat, namesOf } from './answer-columns.ts'
import { sheetDate } from './sheet-dates.ts'
import type { Sheet, SheetCell } from './workbook-plan.ts'

type Line = readonly SheetCell[]

/** What was asked, when and of whom, the metrics over the whole range, and what each of them is. */
export function aboutSheet(
  request: QueryRequest,
  answer: QueryAnswer,
  granularity: Granularity | CyclicGranularity | null,
  names: Names,
  language: Language,
): Sheet {
  const { files, dimensions, benchmark } = textsIn(language)
  const { question, definition } = files
  const metrics = answer.columns.flatMap((column) => (column.role === 'metric' ? [column] : []))
  const titleOf = (id: string) => metricText(catalogue.metrics.get(id) ?? { id }, language).title
  const moment = momentsOf(answer.time_zone)
  const { comparison } = answer
  const kind =
    comparison === null ? null : comparison.kind === 'benchmark' ? benchmark.title : files.sheets[comparison.kind]
  const split = (request.dimensions ?? []).map((id) => dimensions[id] ?? id).join(', ')
  const filters = (request.filters ?? []).map((filter) => filterText(filter, names, language))
  const severally = [...new Set(metrics.flatMap(({ currencies = [] }) => (currencies.length > 1 ? currencies : [])))]
  const rows: Line[] = [
    [question.metrics, metrics.map(({ id }) => titleOf(id)).join(', ')],
    ...(granularity === null
      ? []
      : [
          [
            question.granularity,
            `${files.granularities[granularity]}${request.cycle === 'mean' ? `, ${files.per_cycle}` : ''}`,
          ],
        ]),
    ...(split === '' ? [] : [[question.split, split]]),
    [question.from, moment(answer.range.from)],
    [question.to, moment(answer.range.to)],
    ...(comparison && kind !== null
      ? [
          [`${kind}: ${question.from}`, moment(comparison.range.from)],
          [`${kind}: ${question.to}`, moment(comparison.range.to)],
        ]
      : []),
    [question.time_zone, answer.time_zone],
    [question.filters, filters.length === 0 ? files.none : filters.join('\n')],
    ...(request.limit === undefined ? [] : [[question.cut, request.limit]]),
    [question.as_of, moment(answer.as_of)],
    ...(metrics.some(({ unit }) => unit === 'seconds') ? [['', files.about_seconds]] : []),
    ...(severally.length === 0 ? [] : [['', `${files.several_currencies} (${severally.join(', ')})`]]),
    [],
    [
      ...[definition.metric, definition.total],
      ...(kind === null ? [] : [kind]),
      ...[definition.unit, definition.what, definition.when, definition.why, definition.formula],
    ],
    ...metrics.map(
      (column): Line => [
        ...[titleOf(column.id), totalCell(column, answer.totals)],
        ...(comparison === null ? [] : [totalCell(column, comparison.totals)]),
        ...[unitText(column, language), ...meaningOf(column.id, language)],
      ],
    ),
  ]
  const widths = [34, 26, ...(kind === null ? [] : [18]), 12, 60, 60, 60, 50]
  return { name: files.sheets.about, kind: 'lines', columns: widths.map((width) => ({ title: '', width })), rows }
}

type MetricColumn = AnswerColumn & { readonly role: 'metric' }

/** Instants as dates of a zone. */
export function momentsOf(timeZone: string): (instant: string) => SheetCell {
  const localTime = createLocalTime(timeZone)
  return (instant) => ({ value: sheetDate(localTime(Date.parse(instant))), format: 'yyyy-mm-dd hh:mm:ss' })
}

/** The number of a metric over a whole range. */
export function totalCell({ id, unit, currencies = [] }: MetricColumn, totals: AnswerPart['totals']): SheetCell {
  const value = totals[id] ?? null
  const only = currencies.length === 1 ? ` [$${currencies[0]}]` : ''
  return value === null ? null : { value: Number(value), format: metricFormat(unit, [value]) + only }
}

/** What a metric is counted in: of one currency, that. */
export function unitText({ unit, currencies = [] }: MetricColumn, language: Language): string {
  return unit === 'money' && currencies.length === 1 ? (currencies[0] ?? '') : textsIn(language).units[unit]
}

/** What a metric measures, when it is counted, why it is useful and how it is computed. */
export function meaningOf(id: string, language: Language): readonly string[] {
  const { what, when, why, formula } = metricText(catalogue.metrics.get(id) ?? { id }, language)
  return [what, when, why, formula]
}

/** A filter as people say it: “Channel is Web”. */
export function filterText(
  { dimension: id, op, values = [] }: FilterRequest,
  names: Names,
  language: Language,
): string {
  const { files, dimensions } = textsIn(language)
  const dimension = catalogue.dimensions.get(id)
  const labels = Object.fromEntries(names.get(dimension?.entity ?? '') ?? [])
  const nameOf = dimension ? namesOf(dimension, labels, language) : String
  return [dimensions[id] ?? id, files.operators[op], values.map((value) => nameOf(value)).join(', ')]
    .filter((part) => part !== '')
    .join(' ')
}
