import type { Unit } from '@parley/core/declare/metric.ts'
import type { NamesOf } from './texts.ts'

export const unitNames = {
  count: { en: 'number', nl: 'aantal', ru: 'количество' },
  seconds: { en: 'seconds', nl: 'seconden', ru: 'секунды' },
  ratio: { en: '%', nl: '%', ru: '%' },
  points: { en: 'points', nl: 'punten', ru: 'баллы' },
  rating: { en: 'rating', nl: 'beoordeling', ru: 'оценка' },
  score: { en: 'score', nl: 'score', ru: 'индекс' },
  money: { en: 'money', nl: 'geld', ru: 'деньги' },
} satisfies NamesOf<Unit>
