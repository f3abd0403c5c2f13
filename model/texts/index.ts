import type { Metric } from '@parley/core/declare/metric.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { nl } from './nl.ts'
import { ru } from './ru.ts'
import type { MetricText, Texts } from './texts.ts'

export { chooseLanguage, type Language, languages } from './language.ts'

const byLanguage: Readonly<Record<Language, Texts>> = { en, nl, ru }

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
