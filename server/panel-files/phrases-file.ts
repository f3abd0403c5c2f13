import { type Language, textsIn } from '@parley/model/texts/index.ts'
import { stringify } from 'csv-stringify/sync'
import type { Asker, AskServices } from '../ask/asking.ts'
import { csvForm } from '../ask/csv.ts'
import { workbookFile } from '../ask/export/xlsx/workbook.ts'
import type { Sheet } from '../ask/export/xlsx/workbook-plan.ts'
import type { PhrasesAnswer, PhrasesRequest } from '../ask/phrases.ts'
import { aboutMetric } from './about-metric.ts'

/** Columns that still can be told apart. */
const mostDrawn = 20

export function phrasesCsv({ phrases }: PhrasesAnswer): string {
  return stringify(
    [['phrase', 'count', 'share'], ...phrases.map(({ phrase, count, share }) => [phrase, count, share])],
    csvForm,
  )
}

/** Phrases as a sheet: the most frequent first and drawn. `counted` is what the messages of its author are called. */
export function phrasesSheet(name: string, { phrases }: PhrasesAnswer, counted: string, language: Language): Sheet {
  const { files, popular_phrases: popular } = textsIn(language)
  return {
    name,
    kind: 'table',
    columns: [{ title: popular.title }, { title: counted, format: '#,##0' }, { title: files.share, format: '0.0%' }],
    rows: phrases.map(({ phrase, count, share }) => [phrase, count, share]),
    ...(phrases.length < 2
      ? {}
      : {
          charts: [
            {
              kind: 'column',
              title: popular.title,
              of: name,
              categories: 0,
              series: [{ column: 1, isOnSecondAxis: false }],
              rows: Math.min(phrases.length, mostDrawn),
            },
          ],
        }),
  }
}

/** Phrases as a workbook in the asker's language, with what they are on a sheet of its own. */
export async function phrasesXlsx(
  services: AskServices,
  asker: Asker,
  { author_kind, limit: _, ...request }: PhrasesRequest,
  answer: PhrasesAnswer,
  signal: AbortSignal,
): Promise<Buffer> {
  const language = asker.language ?? 'en'
  const { files, popular_phrases: popular } = textsIn(language)
  const about = await aboutMetric(services, asker, { ...request, metric: `${author_kind}_messages` }, signal)
  const numbers = phrasesSheet(files.sheets.numbers, answer, about.title, language)
  const { definition } = files
  const meaning = [
    [definition.metric, popular.title],
    [definition.what, popular.what],
    [definition.when, popular.when],
    [definition.why, popular.why],
    [definition.formula, popular.formula],
    [],
  ]
  const sheets = [numbers, { ...about.sheet, rows: [...meaning, ...about.sheet.rows] }]
  return workbookFile({ title: popular.title, sheets }, signal)
}
