import type { Metric } from '@parley/core/declare/metric.ts'
import { groupNames } from '../dashboards/texts/groups.ts'
import { ownPanelNames } from '../dashboards/texts/own-panels.ts'
import { phraseText } from '../phrases/texts.ts'
import { benchmarkText } from './benchmark.ts'
import { columnNames } from './columns.ts'
import { dashboardTexts } from './dashboards.ts'
import { dimensionNames } from './dimensions.ts'
import { fileText } from './files.ts'
import type { Language } from './language.ts'
import { metricTexts } from './metrics.ts'
import { inServiceHours, statisticTitles } from './statistics.ts'
import type { InEachLanguage, MetricText, Texts } from './texts.ts'
import { unitNames } from './units.ts'
import { valueNames } from './values.ts'

export { chooseLanguage, type Language, languages } from './language.ts'

const byLanguage: InEachLanguage<Texts> = { en: gather('en'), nl: gather('nl'), ru: gather('ru') }

/** Everything the catalogue says to people, in a language. */
export function textsIn(language: Language): Texts {
  return byLanguage[language]
}

/**
 * A metric in words. A statistic has the words of its duration under a title of its own: `avg_response_time` is
 * "Average response time". A metric without a text is a slip of ours and throws.
 */
export function metricText(metric: Pick<Metric, 'id' | 'statistic'>, language: Language): MetricText {
  const { metrics, statistics, in_service_hours } = textsIn(language)
  const { statistic } = metric
  const text = metrics[statistic?.of ?? metric.id]
  if (text === undefined) throw new Error(`The metric ${metric.id} has no text in ${language}.`)
  if (statistic === undefined) return text
  const title = titleWithin(statistics[statistic.kind], text.title)
  if (!statistic.inServiceHours) return { ...text, title }
  return { ...text, title: titleWithin(statistics.service, title), what: `${text.what} ${in_service_hours}` }
}

/** A title that no longer stands at the beginning loses its capital. */
function titleWithin(pattern: string, title: string): string {
  const fitting = pattern.startsWith('{title}') ? title : title.charAt(0).toLowerCase() + title.slice(1)
  return pattern.replace('{title}', () => fitting)
}

/** The texts of one language, which lie beside those of the others. */
function gather(language: Language): Texts {
  return {
    metrics: each(metricTexts, (text) => text[language]),
    statistics: each(statisticTitles, (title) => title[language]),
    in_service_hours: inServiceHours[language],
    units: each(unitNames, (name) => name[language]),
    dimensions: each(dimensionNames, (name) => name[language]),
    values: each(valueNames, (names) => each(names, (name) => name[language])),
    columns: each(columnNames, (name) => name[language]),
    benchmark: benchmarkText[language],
    files: fileText[language],
    popular_phrases: phraseText[language],
    own_panels: each(ownPanelNames, (name) => name[language]),
    groups: each(groupNames, (name) => name[language]),
    dashboards: each(dashboardTexts, ({ title, question, panels }) => ({
      title: title[language],
      question: question[language],
      panels: each(panels, (name) => name[language]),
    })),
  }
}

function each<Id extends string, From, To>(
  things: Readonly<Record<Id, From>>,
  change: (thing: From) => To,
): Record<Id, To> {
  const entries: [string, From][] = Object.entries(things)
  return Object.fromEntries(entries.map(([id, thing]) => [id, change(thing)])) as Record<Id, To>
}
