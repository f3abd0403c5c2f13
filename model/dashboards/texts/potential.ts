import type { DashboardTexts } from '../../texts/texts.ts'

export const potentialDashboards = {
  potential_contacts: {
    title: { en: 'Contacts (MAC)', nl: 'Contacten (MAC)', ru: 'Контакты (MAC)' },
    question: {
      en: 'How many contacts are active each month, against how many there could be?',
      nl: 'Hoeveel contacten zijn er elke maand actief, tegenover hoeveel het er zouden kunnen zijn?',
      ru: 'Сколько контактов активны каждый месяц и сколько их могло бы быть?',
    },
    panels: {
      per_month: {
        en: 'Potential and active contacts, last 12 months',
        nl: 'Mogelijke en actieve contacten, laatste 12 maanden',
        ru: 'Возможные и активные контакты за 12 месяцев',
      },
      in_numbers: { en: 'By month, in numbers', nl: 'Per maand, in cijfers', ru: 'По месяцам, в числах' },
    },
  },
  potential_users: {
    title: { en: 'Users', nl: 'Gebruikers', ru: 'Пользователи' },
    question: {
      en: 'How many agents are active each month, against how many there could be?',
      nl: 'Hoeveel medewerkers zijn er elke maand actief, tegenover hoeveel het er zouden kunnen zijn?',
      ru: 'Сколько операторов активны каждый месяц и сколько их могло бы быть?',
    },
    panels: {
      per_month: {
        en: 'Potential and active agents, last 12 months',
        nl: 'Mogelijke en actieve medewerkers, laatste 12 maanden',
        ru: 'Возможные и активные операторы за 12 месяцев',
      },
      in_numbers: { en: 'By month, in numbers', nl: 'Per maand, in cijfers', ru: 'По месяцам, в числах' },
    },
  },
  potential_visitors: {
    title: { en: 'Visitors', nl: 'Bezoekers', ru: 'Посетители' },
    question: {
      en: 'How many visitors and chats are there each month, against how many could be expected?',
      nl: 'Hoeveel bezoekers en chats zijn er elke maand, tegenover hoeveel er te verwachten zijn?',
      ru: 'Сколько посетителей и чатов каждый месяц и сколько их можно ожидать?',
    },
    panels: {
      visitors_per_month: {
        en: 'Potential and actual visitors, last 12 months',
        nl: 'Mogelijke en werkelijke bezoekers, laatste 12 maanden',
        ru: 'Возможные и фактические посетители за 12 месяцев',
      },
      chats_per_month: {
        en: 'Leads, service and bot chats against those expected, last 12 months',
        nl: 'Leads, service- en botchats tegenover de verwachte, laatste 12 maanden',
        ru: 'Лиды, сервисные чаты и чаты с ботом против ожидаемых за 12 месяцев',
      },
      in_numbers: { en: 'By month, in numbers', nl: 'Per maand, in cijfers', ru: 'По месяцам, в числах' },
    },
  },
} satisfies DashboardTexts
