import type { DashboardTexts } from '../../texts/texts.ts'

export const teamDashboards = {
  leaderboard: {
    title: { en: 'Leaderboard', nl: 'Ranglijst', ru: 'Рейтинг операторов' },
    question: {
      en: 'What does each agent achieve, and how does it develop?',
      nl: 'Wat bereikt elke medewerker, en hoe ontwikkelt dat zich?',
      ru: 'Чего достигает каждый оператор и как это меняется?',
    },
    panels: {
      leaderboard: { en: 'Agents side by side', nl: 'Medewerkers naast elkaar', ru: 'Операторы рядом' },
      conversations_over_time: { en: 'Conversations', nl: 'Gesprekken', ru: 'Диалоги' },
      rating_over_time: { en: 'Rating', nl: 'Beoordeling', ru: 'Оценка' },
      requests_over_time: { en: 'Requests by agents', nl: 'Verzoeken van medewerkers', ru: 'Запросы операторов' },
      acceptance_over_time: {
        en: 'Acceptance of requests by agents',
        nl: 'Acceptatie van verzoeken van medewerkers',
        ru: 'Принятие запросов операторов',
      },
      orders_over_time: {
        en: 'Orders after a conversation',
        nl: 'Bestellingen na een gesprek',
        ru: 'Заказы после диалога',
      },
    },
  },
} satisfies DashboardTexts
