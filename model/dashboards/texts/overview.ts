import type { DashboardTexts } from '../../texts/texts.ts'

export const overviewDashboards = {
  performance: {
    title: { en: 'Performance', nl: 'Prestaties', ru: 'Эффективность' },
    question: {
      en: 'How many visitors are engaged, and how fast and how well are they answered?',
      nl: 'Met hoeveel bezoekers komt het tot een gesprek, en hoe snel en hoe goed krijgen ze antwoord?',
      ru: 'Сколько посетителей вступают в диалог и насколько быстро и хорошо им отвечают?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      visits_and_chats: {
        en: 'Visits, answered and missed chats',
        nl: 'Bezoeken, beantwoorde en gemiste chats',
        ru: 'Посещения, отвеченные и пропущенные чаты',
      },
      response_over_time: { en: 'Response time', nl: 'Reactietijd', ru: 'Время ответа' },
      first_response_steps: {
        en: 'How long the first response took',
        nl: 'Hoe lang de eerste reactie duurde',
        ru: 'Сколько ждали первого ответа',
      },
      by_tracked_url: { en: 'By tracked URL', nl: 'Per gevolgde URL', ru: 'По отслеживаемым адресам' },
    },
  },
} satisfies DashboardTexts
