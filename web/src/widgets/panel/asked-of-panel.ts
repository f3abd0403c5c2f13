import type { TitledPanel } from '../../ask/catalogue.ts'
import { phrasesQuestion } from '../../ask/phrases.ts'
import { isAnswered, metricsOf, ownFilters, questionOf } from '../../ask/view/question.ts'
import { rangeOfWindow } from '../../ask/view/window.ts'
import type { Asked } from './download.ts'
import type { Page } from './page-context.ts'
import { recordQuestion } from './record-question.ts'

type Place = Pick<Page, 'view' | 'zone' | 'picked' | 'metrics'>

/** What the server is asked for a panel's file, whatever its kind; undefined where the filters leave nothing to ask. */
export function askedOfPanel(panel: TitledPanel, place: Place): Asked | undefined {
  const now = Date.now()
  const question = questionOf(panel, place.view, { ...place, now })
  if (question.metrics.length === 0) return undefined
  if (isAnswered(panel)) return { path: '/v1/query', body: question }
  if (panel.kind === 'records') return recordsOfPanel(panel, place, now)
  return { path: '/v1/phrases', body: phrasesQuestion(question) }
}

function recordsOfPanel(panel: TitledPanel, { view, zone, picked }: Place, now: number): Asked {
  const range = panel.window === null ? {} : { range: rangeOfWindow(panel.window, zone, now) }
  const metric = metricsOf(panel, picked)[0] ?? ''
  const question = recordQuestion({ metric, title: panel.title, filters: ownFilters(panel), ...range }, view, zone)
  return { path: '/v1/records', body: { ...question, ...(panel.columns === null ? {} : { columns: panel.columns }) } }
}
