import type { RecordsRequest } from '@parley/core/query/request.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { textsIn } from '@parley/model/texts/index.ts'
import { stringify } from 'csv-stringify/sync'
import type { Asker, AskServices } from '../ask/asking.ts'
import { type CsvOptions, csvColumns, csvForm } from '../ask/csv.ts'
import { createLocalTime } from '../ask/export/local-time.ts'
import { namesOf } from '../ask/export/xlsx/answer-columns.ts'
import { sheetDate } from '../ask/export/xlsx/sheet-dates.ts'
import { workbookFile } from '../ask/export/xlsx/workbook.ts'
import type { Sheet, SheetCell } from '../ask/export/xlsx/workbook-plan.ts'
import { aboutMetric } from './about-metric.ts'
import { type AllRecords, allRecords, type ToldColumn } from './all-records.ts'

/** Which records a file holds, and which of their columns; all that say something where none are named. */
export type RecordsFileRequest = Omit<RecordsRequest, 'limit' | 'cursor'> & {
  readonly columns?: readonly string[] | undefined
}

/** The rows behind a number as CSV under the ids of their columns, with the values that `POST /v1/records` gives. */
export async function recordsCsv(
  services: AskServices,
  asker: Asker,
  { columns: told, ...request }: RecordsFileRequest,
  signal: AbortSignal,
  options: CsvOptions = {},
): Promise<string> {
  const { columns, rows, labels } = await allRecords(services, asker, request, told, signal)
  const file = columns.flatMap(({ id, at }) => csvColumns(id, at, labels, options))
  return stringify([file.map(({ id }) => id), ...rows.map((row) => file.map(({ cellOf }) => cellOf(row)))], csvForm)
}

/**
 * The rows behind a number as a workbook in the asker's language: times as dates of the zone, durations in seconds, things
 * by their names with their ids beside them; and what was asked on a sheet of its own.
 */
export async function recordsXlsx(
  services: AskServices,
  asker: Asker,
  { columns: told, ...request }: RecordsFileRequest,
  signal: AbortSignal,
): Promise<Buffer> {
  const language = asker.language ?? 'en'
  const records = await allRecords(services, asker, request, told, signal)
  const about = await aboutMetric(services, asker, request, signal)
  const sheet = recordsSheet(textsIn(language).files.sheets.numbers, records, about.timeZone, language)
  return workbookFile({ title: about.title, sheets: [sheet, about.sheet] }, signal)
}

type Language = NonNullable<Asker['language']>
type Record = AllRecords['rows'][number]
type FileColumn = { readonly title: string; readonly format?: string; cellOf(row: Record): SheetCell }

/** The rows as a sheet. */
export function recordsSheet(
  name: string,
  { columns, rows, labels }: AllRecords,
  zone: string,
  language: Language,
): Sheet {
  const file = columns.flatMap((column) => fileColumns(column, labels[column.id] ?? {}, zone, language))
  return {
    name,
    kind: 'table',
    columns: file.map(({ title, format }) => ({ title, ...(format === undefined ? {} : { format }) })),
    rows: rows.map((row) => file.map(({ cellOf }) => cellOf(row))),
  }
}

function fileColumns(
  { id, at, role, unit, isAmount }: ToldColumn,
  labels: Readonly<{ [value: string]: string }>,
  zone: string,
  language: Language,
): FileColumn[] {
  const { columns, files } = textsIn(language)
  const titles: Readonly<{ [id: string]: string }> = columns
  const title = titles[id] ?? id
  const value = (row: Record) => row[at] ?? null
  if (role === 'time') {
    const localTime = createLocalTime(zone)
    const cellOf = (row: Record) => {
      const instant = value(row)
      return typeof instant === 'string' ? sheetDate(localTime(Date.parse(instant))) : null
    }
    return [{ title, format: 'yyyy-mm-dd hh:mm:ss', cellOf }]
  }
  if (unit === 'seconds') return [{ title: `${title} (${files.seconds})`, format: '#,##0.0', cellOf: value }]
  if (isAmount) {
    const cellOf = (row: Record) => (value(row) === null ? null : Number(value(row)))
    return [{ title, format: '#,##0.00####', cellOf }]
  }
  const dimension = catalogue.dimensions.get(id)
  if (dimension === undefined || role === 'conversation') return [{ title, cellOf: value }]
  const nameOf = namesOf(dimension, labels, language)
  const named: FileColumn = {
    title,
    cellOf: (row) => {
      const one = value(row)
      return typeof one === 'string' ? nameOf(one) : one
    },
  }
  return dimension.entity === undefined ? [named] : [named, { title: `${title} (id)`, cellOf: value }]
}
