import type { DashboardTexts } from '../../texts/texts.ts'

export const surveysDashboards = {
  satisfaction: {
    title: { en: 'Satisfaction', nl: 'Tevredenheid', ru: 'Удовлетворённость' },
    question: {
      en: 'How do contacts rate their conversations, and what do they say about them?',
      nl: 'Hoe beoordelen contacten hun gesprekken, en wat zeggen ze erover?',
      ru: 'Как контакты оценивают диалоги и что о них говорят?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      rating_over_time: { en: 'Rating over time', nl: 'Beoordeling in de tijd', ru: 'Оценка во времени' },
      distribution: {
        en: 'Ratings of all time, from 1 to 5',
        nl: 'Beoordelingen sinds het begin, van 1 tot 5',
        ru: 'Оценки за всё время, от 1 до 5',
      },
      by_agent: { en: 'By agent', nl: 'Per medewerker', ru: 'По операторам' },
      feedback: { en: 'Feedback', nl: 'Wat contacten schreven', ru: 'Отзывы' },
    },
  },
} satisfies DashboardTexts
