import type { Statistic } from '@parley/core/declare/metric.ts'
import type { InEachLanguage, NamesOf } from './texts.ts'

/** What the title of a statistic becomes: `{title}` is the title of the duration. */
export const statisticTitles = {
  // The Russian ones are nouns after a comma: an adjective would have to agree with the gender of the title.
  avg: { en: 'Average {title}', nl: 'Gemiddelde {title}', ru: '{title}, среднее' },
  median: { en: 'Median {title}', nl: 'Mediane {title}', ru: '{title}, медиана' },
  p90: { en: '90th percentile of {title}', nl: '90e percentiel van de {title}', ru: '{title}, 90-й перцентиль' },
  max: { en: 'Longest {title}', nl: 'Langste {title}', ru: '{title}, максимум' },
  service: { en: '{title} in service hours', nl: '{title} binnen openingstijden', ru: '{title}, в рабочее время' },
} satisfies NamesOf<Statistic | 'service'>

/** What is said besides of a statistic that counts service hours alone. */
export const inServiceHours = {
  en: 'Only time inside the service hours of the touchpoint counts; touchpoints without service hours are left out.',
  nl: 'Alleen tijd binnen de openingstijden van het contactpunt telt; contactpunten zonder openingstijden tellen niet mee.',
  ru: 'Считается только время в рабочие часы точки контакта; точки контакта без рабочих часов не учитываются.',
} satisfies InEachLanguage<string>
