import { AppError } from '@parley/core/errors/app-error.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { resolveRange } from '@parley/core/time/range.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import type { QueryAnswer } from '../ask/answer.ts'
import { ask } from '../ask/ask.ts'
import type { Asker, AskServices, Names } from '../ask/asking.ts'
import { filterText } from '../ask/export/xlsx/about-sheet.ts'
import { answerSheets } from '../ask/export/xlsx/answer-sheets.ts'
import { workbookFile } from '../ask/export/xlsx/workbook.ts'
import type { Sheet } from '../ask/export/xlsx/workbook-plan.ts'
import { askPhrases } from '../ask/phrases.ts'
import type { ToldDashboard } from '../boards/told-dashboards.ts'
import { limits } from '../limits.ts'
import { allRecords } from './all-records.ts'
import { type AskingPanel, askingPanels } from './asking-panel.ts'
import { type AskedCards, cardsSheet } from './cards-sheet.ts'
import { coverSheet } from './cover-sheet.ts'
import { meaningsSheet } from './meanings-sheet.ts'
import { phrasesSheet } from './phrases-file.ts'
import { recordsSheet } from './records-file.ts'
import { createSheetNames } from './sheet-names.ts'
import type { DashboardWorkbookRequest, WorkbookPart } from './workbook-request.ts'

type Panel = ToldDashboard['panels'][number]

const authors: Readonly<Record<string, 'contact' | 'bot' | 'agent' | undefined>> = {
  contact_messages: 'contact',
  bot_messages: 'bot',
  agent_messages: 'agent',
}
/** As many as the screen lists. */
const mostPhrases = 50

/**
 * A whole dashboard as a workbook in the asker's language: a cover that says what was asked and leads to the sheets, the cards
 * on one sheet and the way of each over time on one for each panel of them, a sheet for each other panel, and what the metrics mean. Every number is the engine's, asked for as of one instant.
 * Errors: those of questions, and `too_large_for_workbook` (400).
 */
export async function dashboardWorkbook(
  services: AskServices,
  asker: Asker & { readonly organization: string },
  dashboard: ToldDashboard,
  request: DashboardWorkbookRequest,
  signal: AbortSignal,
): Promise<Buffer> {
  const language = asker.language ?? 'en'
  const { files } = textsIn(language)
  const now = services.asOf()
  // What comes in meanwhile does not move the ends of ranges between two panels.
  const asked: AskServices = { ...services, asOf: () => now }
  const timeZone = request.time_zone ?? (await services.timeZoneOf(asker.organizationId))
  const names: Names = await services.namesOf(await services.scopeOf(asker.organizationId))
  const picked = dashboard.picker.find((id) => id === request.metric) ?? dashboard.picker[0]
  const askingOf = askingPanels({ ...request, picked }, timeZone, now)
  const nameSheet = createSheetNames()
  const [coverName, aboutName] = [nameSheet(files.sheets.dashboard), nameSheet(files.sheets.about)]
  const hasCards = dashboard.panels.some(({ kind }) => kind === 'cards')
  const cardsName = hasCards ? nameSheet(files.sheets.cards) : ''

  const cards: AskedCards[] = []
  const parts: WorkbookPart[] = []
  const sheets: Sheet[] = []
  const drawn: Sheet[] = []
  const metrics = new Set<string>()
  let cells = 0
  // Of the page's range, also where no panel shows it.
  const whole = await ask(
    asked,
    asker,
    {
      metrics: ['chats'],
      range: request.range,
      time_zone: timeZone,
      ...(request.compare ? { compare: request.compare, compare_match: request.compare_match } : {}),
    },
    signal,
  )
  const add = (list: Sheet[], sheet: Sheet) => {
    cells += sheet.columns.length * sheet.rows.length
    if (cells > limits.workbookCells) throw tooLarge()
    list.push(sheet)
  }
  for (const panel of dashboard.panels) {
    const asking = askingOf(panel)
    const { question } = asking
    const notes = notesOf(panel, asking, names, language)
    if (question === null) {
      parts.push({ title: panel.title, sheet: null, range: null, notes })
      continue
    }
    for (const id of question.metrics) metrics.add(id)
    const resolved = resolveRange(question.range, { timeZone, now })
    const range = resolved.ok ? resolved : null
    if (panel.kind === 'cards') {
      const answer = await ask(asked, asker, question, signal)
      cards.push({ title: panel.title, answer })
      parts.push({ title: panel.title, sheet: cardsName, range, notes })
      // The line of each card has two buckets at least.
      if (answer.rows.length < 2) continue
      const name = nameSheet(panel.title)
      const { numbers, data } = drawnSheets(panel, question, answer, name)
      add(sheets, numbers)
      for (const sheet of data) add(drawn, sheet)
      parts.push({ title: panel.title, sheet: name, range, notes: [files.workbook.over_time] })
      continue
    }
    const name = nameSheet(panel.title)
    const made = await panelSheets(panel, question, name)
    add(sheets, made.sheet)
    for (const sheet of made.data) add(drawn, sheet)
    parts.push({ title: panel.title, sheet: name, range, notes: [...notes, ...made.notes] })
  }
  const cover = coverSheet(coverName, {
    ...{ dashboard, organization: asker.organization, request, answer: whole, picked, parts, names, language },
  })
  const about = meaningsSheet(aboutName, [...metrics], language)
  const first = cards.length > 0 ? [cover, cardsSheet(cardsName, cards, language)] : [cover]
  return workbookFile({ title: dashboard.title, sheets: [...first, ...sheets, about, ...drawn] }, signal)

  async function panelSheets(panel: Panel, question: QueryRequest, name: string) {
    const [metric = ''] = question.metrics
    const stretch = { range: question.range, time_zone: timeZone, filters: question.filters }
    if (panel.kind === 'phrases') {
      const author_kind = authors[metric] ?? 'contact'
      const answer = await askPhrases(asked, asker, { ...stretch, author_kind, limit: mostPhrases }, signal)
      const counted = metricText(catalogue.metrics.get(metric) ?? { id: metric }, language).title
      return { sheet: phrasesSheet(name, answer, counted, language), data: [], notes: [] }
    }
    if (panel.kind === 'records') {
      const told = panel.columns ?? undefined
      const records = await allRecords(asked, asker, { ...stretch, metric }, told, signal, limits.workbookRecords)
      const { length } = records.rows
      const notes = length < records.total ? [`${files.workbook.latest}: ${length} / ${records.total}`] : []
      return { sheet: recordsSheet(name, records, timeZone, language), data: [], notes }
    }
    const answer = await ask(asked, asker, question, signal)
    const { numbers, compared, data } = drawnSheets(panel, question, answer, name)
    const [before] = compared
    return { sheet: before ? besides(numbers, before, language) : numbers, data, notes: [] }
  }

  function drawnSheets(panel: Panel, question: QueryRequest, answer: QueryAnswer, name: string) {
    const chart = nameSheet(`${files.sheets.chart} · ${name}`)
    return answerSheets(question, answer, { numbers: name, chart }, language, panel)
  }
}

/** The rows of the compared range under those of the range, told apart by a last column: one table, of which a filter shows either. */
function besides(sheet: Sheet, compared: Sheet, language: Language): Sheet {
  const { period, this_period } = textsIn(language).files.workbook
  return {
    ...sheet,
    columns: [...sheet.columns, { title: period }],
    rows: [...sheet.rows.map((row) => [...row, this_period]), ...compared.rows.map((row) => [...row, compared.name])],
  }
}

function notesOf(panel: Panel, { leftOut }: AskingPanel, names: Names, language: Language): string[] {
  const { left_out } = textsIn(language).files.workbook
  const titles = leftOut.map((id) => {
    const metric = catalogue.metrics.get(id)
    return metric ? metricText(metric, language).title : id
  })
  return [
    ...(panel.only ? [filterText({ ...panel.only, op: 'in' }, names, language)] : []),
    ...(titles.length > 0 ? [`${left_out}: ${titles.join(', ')}`] : []),
  ]
}

function tooLarge(): AppError {
  const message = `The workbook of this dashboard would have more than ${limits.workbookCells} cells. Choose a shorter range, or filter it.`
  return new AppError('too_large_for_workbook', 400, message)
}
