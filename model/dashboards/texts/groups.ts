import type { Names } from '../../texts/texts.ts'

/** Groups of dashboards; `own` are those that people compose. */
export const groupNames = {
  own: { en: 'Own dashboards', nl: 'Eigen dashboards', ru: 'Свои панели' },
  overview: { en: 'Overview', nl: 'Overzicht', ru: 'Обзор' },
  potential: { en: 'Potential', nl: 'Potentieel', ru: 'Потенциал' },
  chats: { en: 'Chats', nl: 'Chats', ru: 'Чаты' },
  conversations: { en: 'Conversations', nl: 'Gesprekken', ru: 'Диалоги' },
  sales: { en: 'Sales', nl: 'Verkoop', ru: 'Продажи' },
  website: { en: 'Website', nl: 'Website', ru: 'Сайт' },
  surveys: { en: 'Surveys', nl: 'Enquêtes', ru: 'Опросы' },
  team: { en: 'Team', nl: 'Team', ru: 'Команда' },
  contacts: { en: 'Contacts', nl: 'Contacten', ru: 'Контакты' },
  aftersales: { en: 'Aftersales', nl: 'Aftersales', ru: 'Постпродажа' },
  bots: { en: 'Bots', nl: 'Bots', ru: 'Боты' },
  notifications: { en: 'Notifications', nl: 'Notificaties', ru: 'Рассылки' },
  telephony: { en: 'Telephony', nl: 'Telefonie', ru: 'Телефония' },
  analytics: { en: 'Analytics', nl: 'Analyse', ru: 'Аналитика' },
} satisfies Names
