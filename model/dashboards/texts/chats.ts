import type { DashboardTexts } from '../../texts/texts.ts'

export const chatsDashboards = {
  chats_overview: {
    title: { en: 'Overview', nl: 'Overzicht', ru: 'Обзор' },
    question: {
      en: 'How many chats are there, and how well are they answered?',
      nl: 'Hoeveel chats zijn er en hoe goed worden ze beantwoord?',
      ru: 'Сколько чатов и насколько хорошо на них отвечают?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      chats_over_time: { en: 'Chats over time', nl: 'Chats in de tijd', ru: 'Чаты во времени' },
      answered_over_time: {
        en: 'Answered and missed chats',
        nl: 'Beantwoorde en gemiste chats',
        ru: 'Отвеченные и пропущенные чаты',
      },
      response_over_time: { en: 'Response time', nl: 'Reactietijd', ru: 'Время ответа' },
      chats_by_channel: { en: 'Chats by channel', nl: 'Chats per kanaal', ru: 'Чаты по каналам' },
      chats_by_agent: {
        en: 'Chats by first agent',
        nl: 'Chats per eerste medewerker',
        ru: 'Чаты по первому оператору',
      },
    },
  },
  chats_per_device: {
    title: { en: 'Per device', nl: 'Per apparaat', ru: 'По устройствам' },
    question: {
      en: 'From which devices do chats come, and what comes of them?',
      nl: 'Vanaf welke apparaten komen chats, en wat leveren ze op?',
      ru: 'С каких устройств приходят чаты и что они дают?',
    },
    panels: {
      shares: { en: 'Shares', nl: 'Aandelen', ru: 'Доли' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      in_numbers: { en: 'All numbers', nl: 'Alle cijfers', ru: 'Все показатели' },
    },
  },
  chats_per_channel: {
    title: { en: 'Per channel', nl: 'Per kanaal', ru: 'По каналам' },
    question: {
      en: 'Through which channels do chats come, and what comes of them?',
      nl: 'Via welke kanalen komen chats, en wat leveren ze op?',
      ru: 'По каким каналам приходят чаты и что они дают?',
    },
    panels: {
      shares: { en: 'Shares', nl: 'Aandelen', ru: 'Доли' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      in_numbers: { en: 'All numbers', nl: 'Alle cijfers', ru: 'Все показатели' },
    },
  },
  chats_per_inbox: {
    title: { en: 'Per inbox', nl: 'Per inbox', ru: 'По очередям' },
    question: {
      en: 'In which inboxes do chats end up, and what comes of them?',
      nl: 'In welke inboxen komen chats terecht, en wat leveren ze op?',
      ru: 'В какие очереди попадают чаты и что они дают?',
    },
    panels: {
      shares: { en: 'Shares', nl: 'Aandelen', ru: 'Доли' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      in_numbers: { en: 'All numbers', nl: 'Alle cijfers', ru: 'Все показатели' },
    },
  },
  chats_per_user: {
    title: { en: 'Per user', nl: 'Per gebruiker', ru: 'По пользователям' },
    question: {
      en: 'Who handles the chats, and what comes of them?',
      nl: 'Wie handelt de chats af, en wat leveren ze op?',
      ru: 'Кто ведёт чаты и что они дают?',
    },
    panels: {
      shares: { en: 'Shares', nl: 'Aandelen', ru: 'Доли' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      in_numbers: { en: 'All numbers', nl: 'Alle cijfers', ru: 'Все показатели' },
    },
  },
  chats_per_level: {
    title: { en: 'Per role and level', nl: 'Per rol en niveau', ru: 'По ролям и уровням' },
    question: {
      en: 'Are chats handled by the vendor’s agents or by your own?',
      nl: 'Worden chats afgehandeld door medewerkers van de leverancier of door je eigen mensen?',
      ru: 'Кто ведёт чаты: операторы поставщика или собственные?',
    },
    panels: {
      by_level: { en: 'By level', nl: 'Per niveau', ru: 'По уровням' },
      by_level_group: { en: 'Vendor or own', nl: 'Leverancier of eigen', ru: 'Поставщик или свои' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
    },
  },
  chats_distribution: {
    title: { en: 'Distribution', nl: 'Verdeling', ru: 'Распределение' },
    question: {
      en: 'At which hours of the week is it busy, and at which is it quiet?',
      nl: 'Op welke uren van de week is het druk, en op welke rustig?',
      ru: 'В какие часы недели много работы, а в какие мало?',
    },
    panels: {
      hours_of_week: {
        en: 'By weekday and hour, mean per week',
        nl: 'Per weekdag en uur, gemiddeld per week',
        ru: 'По дням недели и часам, в среднем за неделю',
      },
      hours_of_day: {
        en: 'By hour of the day, mean per day',
        nl: 'Per uur van de dag, gemiddeld per dag',
        ru: 'По часам суток, в среднем за сутки',
      },
      days_of_week: {
        en: 'By weekday, mean per week',
        nl: 'Per weekdag, gemiddeld per week',
        ru: 'По дням недели, в среднем за неделю',
      },
    },
  },
  chats_per_category: {
    title: { en: 'Per category', nl: 'Per categorie', ru: 'По категориям' },
    question: {
      en: 'What were effective chats and leads about?',
      nl: 'Waar gingen effectieve chats en leads over?',
      ru: 'О чём были результативные чаты и лиды?',
    },
    panels: {
      shares: { en: 'Shares', nl: 'Aandelen', ru: 'Доли' },
      sizes: { en: 'Largest first', nl: 'Grootste eerst', ru: 'По убыванию' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      in_numbers: { en: 'All numbers', nl: 'Alle cijfers', ru: 'Все показатели' },
    },
  },
  chats_handling: {
    title: { en: 'Handling', nl: 'Afhandeling', ru: 'Обработка' },
    question: {
      en: 'Who handles the chats, at what cost, and what is said in them?',
      nl: 'Wie handelt de chats af, wat kost dat, en wat wordt er gezegd?',
      ru: 'Кто обрабатывает чаты, сколько это стоит и о чём в них говорят?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      handled_over_time: {
        en: 'Handled by agent and by bot',
        nl: 'Afgehandeld door medewerker en door bot',
        ru: 'Обработано оператором и ботом',
      },
      cost_by_touchpoint: { en: 'Cost by touchpoint', nl: 'Kosten per contactpunt', ru: 'Расходы по точкам контакта' },
      cost_over_time: {
        en: 'Cost by channel over time',
        nl: 'Kosten per kanaal in de tijd',
        ru: 'Расходы по каналам во времени',
      },
      contact_messages_by_channel: {
        en: 'Contacts’ messages by channel',
        nl: 'Berichten van contacten per kanaal',
        ru: 'Сообщения контактов по каналам',
      },
      contact_messages_over_time: {
        en: 'Contacts’ messages over time',
        nl: 'Berichten van contacten in de tijd',
        ru: 'Сообщения контактов во времени',
      },
      agent_messages_over_time: { en: 'Agents’ messages', nl: 'Berichten van medewerkers', ru: 'Сообщения операторов' },
      bot_messages_over_time: { en: 'Bots’ messages', nl: 'Berichten van bots', ru: 'Сообщения ботов' },
      contact_phrases: {
        en: 'What contacts write most',
        nl: 'Wat contacten het meest schrijven',
        ru: 'Что чаще всего пишут контакты',
      },
      bot_phrases: { en: 'What bots write most', nl: 'Wat bots het meest schrijven', ru: 'Что чаще всего пишут боты' },
      dialogues_by_agent: { en: 'Dialogues by agent', nl: 'Dialogen per medewerker', ru: 'Диалоги по операторам' },
      presence_by_agent: {
        en: 'Agents online and paused',
        nl: 'Medewerkers online en op pauze',
        ru: 'Операторы в сети и на паузе',
      },
      chats_by_country: {
        en: 'Chats by country and place',
        nl: 'Chats per land en plaats',
        ru: 'Чаты по странам и местам',
      },
    },
  },
} satisfies DashboardTexts
