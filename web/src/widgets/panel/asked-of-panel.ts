import { ownFilters } from '@parley/core/dashboards/panel-question.ts'
import type { Question } from '../../ask/answer.ts'
import type { TitledPanel } from '../../ask/catalogue.ts'
import { phrasesQuestion } from '../../ask/phrases.ts'
import { isAnswered, questionOf } from '../../ask/view/question.ts'
import type { Asked } from './download.ts'
import type { Page } from './page-context.ts'
import { recordQuestion } from './record-question.ts'

type Place = Pick<Page, 'view' | 'zone' | 'picked' | 'metrics'>

/** What the server is asked for a panel's file, whatever its kind; undefined where the filters leave nothing to ask. */
export function askedOfPanel(panel: TitledPanel, place: Place): Asked | undefined {
  const question = questionOf(panel, place.view, { ...place, now: Date.now() })
  if (question.metrics.length === 0) return undefined
  if (isAnswered(panel)) return { path: '/v1/query', body: question }
  if (panel.kind === 'records') return recordsOfPanel(panel, question, place)
  return { path: '/v1/phrases', body: phrasesQuestion(question) }
}

function recordsOfPanel(panel: TitledPanel, { metrics, range: asked }: Question, { view, zone }: Place): Asked {
  const [metric = ''] = metrics
  const range = panel.window === null ? {} : { range: asked }
  const question = recordQuestion({ metric, title: panel.title, filters: ownFilters(panel), ...range }, view, zone)
  return { path: '/v1/records', body: { ...question, ...(panel.columns === null ? {} : { columns: panel.columns }) } }
}
