import type { DashboardTexts } from '../../texts/texts.ts'

export const conversationsDashboards = {
  conversations: {
    title: { en: 'Conversations', nl: 'Gesprekken', ru: 'Диалоги' },
    question: {
      en: 'How many conversations are there by text and by video, and how long do they last?',
      nl: 'Hoeveel gesprekken zijn er via tekst en video, en hoe lang duren ze?',
      ru: 'Сколько диалогов текстом и по видео и сколько они длятся?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      over_time: {
        en: 'All conversations and those by video',
        nl: 'Alle gesprekken en die via video',
        ru: 'Все диалоги и диалоги по видео',
      },
      by_channel: { en: 'By channel', nl: 'Per kanaal', ru: 'По каналам' },
      by_duration: { en: 'How long they lasted', nl: 'Hoe lang ze duurden', ru: 'Сколько они длились' },
    },
  },
  requests: {
    title: { en: 'Requests', nl: 'Verzoeken', ru: 'Запросы' },
    question: {
      en: 'Who asks for a conversation, and how often does the other side accept?',
      nl: 'Wie vraagt om een gesprek, en hoe vaak gaat de ander erop in?',
      ru: 'Кто запрашивает диалог и как часто другая сторона соглашается?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      by_initiator: {
        en: 'Requests by agents and by visitors',
        nl: 'Verzoeken van medewerkers en van bezoekers',
        ru: 'Запросы операторов и посетителей',
      },
      by_medium: { en: 'By medium', nl: 'Per medium', ru: 'По виду связи' },
      by_medium_over_time: { en: 'By medium over time', nl: 'Per medium in de tijd', ru: 'По виду связи во времени' },
      acceptance_over_time: { en: 'Acceptance', nl: 'Acceptatie', ru: 'Доля принятых' },
      by_hour: {
        en: 'Text and calls by hour of the day',
        nl: 'Tekst en oproepen per uur van de dag',
        ru: 'Текст и звонки по часам суток',
      },
      unanswered_over_time: {
        en: 'Unanswered requests of visitors',
        nl: 'Onbeantwoorde verzoeken van bezoekers',
        ru: 'Запросы посетителей без ответа',
      },
      top_urls: {
        en: 'Pages with the most requests',
        nl: 'Pagina’s met de meeste verzoeken',
        ru: 'Страницы с наибольшим числом запросов',
      },
      triggers: {
        en: 'Most clicked triggers',
        nl: 'Meest aangeklikte aanleidingen',
        ru: 'Условия показа с наибольшим числом нажатий',
      },
      auto_messages: {
        en: 'Most clicked auto messages',
        nl: 'Meest aangeklikte automatische berichten',
        ru: 'Автосообщения с наибольшим числом нажатий',
      },
    },
  },
} satisfies DashboardTexts
