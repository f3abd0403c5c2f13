import type { DashboardTexts } from '../../texts/texts.ts'

export const botsDashboards = {
  bots_performance: {
    title: { en: 'Performance', nl: 'Prestaties', ru: 'Эффективность' },
    question: {
      en: 'What does each bot do, and what does it bring?',
      nl: 'Wat doet elke bot, en wat levert hij op?',
      ru: 'Что делает каждый бот и что он приносит?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      by_bot: { en: 'Bots side by side', nl: 'Bots naast elkaar', ru: 'Боты рядом' },
    },
  },
  bots_trend: {
    title: { en: 'Trend', nl: 'Verloop', ru: 'Динамика' },
    question: {
      en: 'How do the bots develop over time?',
      nl: 'Hoe ontwikkelen de bots zich in de tijd?',
      ru: 'Как работа ботов меняется со временем?',
    },
    panels: {
      by_bot: { en: 'By bot over time', nl: 'Per bot in de tijd', ru: 'По ботам во времени' },
      shares: { en: 'Shares over time', nl: 'Aandelen in de tijd', ru: 'Доли во времени' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
    },
  },
} satisfies DashboardTexts
