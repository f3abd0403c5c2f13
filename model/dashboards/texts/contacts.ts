import type { DashboardTexts } from '../../texts/texts.ts'

export const contactsDashboards = {
  contacts: {
    title: { en: 'Contacts', nl: 'Contacten', ru: 'Контакты' },
    question: {
      en: 'How often do contacts come, with what and from where, and how soon do they answer?',
      nl: 'Hoe vaak komen contacten, waarmee en vanwaar, en hoe snel antwoorden ze?',
      ru: 'Как часто приходят контакты, с чего и откуда, и как скоро они отвечают?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главное' },
      visits_over_time: {
        en: 'Unique visits over time',
        nl: 'Unieke bezoeken in de tijd',
        ru: 'Уникальные посещения во времени',
      },
      by_browser: { en: 'Browsers', nl: 'Gebruikte browsers', ru: 'Браузеры' },
      by_country: { en: 'Countries and places', nl: 'Landen en plaatsen', ru: 'Страны и места' },
      reply_time_over_time: {
        en: 'Reply time to messages sent while offline',
        nl: 'Reactietijd op berichten die offline zijn verzonden',
        ru: 'Время ответа контакта на сообщения, отправленные, пока он был не в сети',
      },
      reply_time_service_over_time: {
        en: 'The same in service hours',
        nl: 'Hetzelfde binnen openingstijden',
        ru: 'То же в рабочее время',
      },
    },
  },
} satisfies DashboardTexts
