import type { MetricTexts } from '../texts/texts.ts'

export const visitTexts = {
  visits: {
    en: {
      title: 'Visits',
      what: 'The number of stays of visitors on your site: pages and widget events of one browser with no more than 30 minutes between them.',
      when: 'At the first page of the visit, or at the first widget event where no page came before it. Messages do not prolong a visit, and bots do not make one.',
      why: 'Shows how much traffic your site has, and so how many chances there are for a chat.',
      formula: 'stretches of pages and widget events of one visitor, at most 30 minutes apart',
    },
    nl: {
      title: 'Bezoeken',
      what: 'Het aantal keren dat een bezoeker op je site was: pagina’s en widgetgebeurtenissen van één browser met hooguit 30 minuten ertussen.',
      when: 'Bij de eerste pagina van het bezoek, of bij de eerste widgetgebeurtenis als daar geen pagina aan voorafging. Berichten verlengen een bezoek niet en bots tellen niet mee.',
      why: 'Laat zien hoeveel verkeer je site heeft, en dus hoeveel kansen op een chat er zijn.',
      formula: 'reeksen pagina’s en widgetgebeurtenissen van één bezoeker, hooguit 30 minuten uit elkaar',
    },
    ru: {
      title: 'Посещения',
      what: 'Сколько раз посетители приходили на ваш сайт: страницы и события виджета в одном браузере с перерывами не более 30 минут.',
      when: 'При первой странице посещения или при первом событии виджета, если страницы до него не было. Сообщения не продлевают посещение, а боты в счёт не идут.',
      why: 'Показывает, сколько людей приходит на сайт, а значит, сколько есть поводов для чата.',
      formula: 'отрезки из страниц и событий виджета одного посетителя с перерывами до 30 минут',
    },
  },
  visitors: {
    en: {
      title: 'Visitors',
      what: 'The number of different browsers from which your site was visited.',
      when: 'Once in every period in which the visitor came. Periods are therefore never added up: the same visitor may have come in several.',
      why: 'Shows how many people you reach, however often they come back.',
      formula: 'different visitors with at least one visit',
    },
    nl: {
      title: 'Bezoekers',
      what: 'Het aantal verschillende browsers waarmee je site is bezocht.',
      when: 'Eenmaal in elke periode waarin de bezoeker kwam. Perioden worden daarom nooit opgeteld: dezelfde bezoeker kan in meerdere zijn geweest.',
      why: 'Laat zien hoeveel mensen je bereikt, hoe vaak ze ook terugkomen.',
      formula: 'verschillende bezoekers met minstens één bezoek',
    },
    ru: {
      title: 'Посетители',
      what: 'Число разных браузеров, с которых заходили на ваш сайт.',
      when: 'Один раз в каждом периоде, когда посетитель приходил. Поэтому периоды никогда не складываются: один и тот же посетитель мог прийти в нескольких.',
      why: 'Показывает, скольких людей вы охватываете, как бы часто они ни возвращались.',
      formula: 'разные посетители хотя бы с одним посещением',
    },
  },
  unique_contact_visits: {
    en: {
      title: 'Unique contact visits',
      what: 'The number of times individual visitors used your messaging: chats and calls of visitors who are known by their id.',
      when: 'When the chat or call is over: ended, or after the session timeout. At most once in 30 minutes for each visitor.',
      why: 'Shows how often individual visitors use your messaging service, those who come for the first time included.',
      formula:
        'sessions with a visitor id that are over, without those less than 30 minutes after a counted one of the same visitor',
    },
    nl: {
      title: 'Unieke contactbezoeken',
      what: 'Het aantal keren dat individuele bezoekers je berichtenservice gebruikten: chats en gesprekken van bezoekers van wie het id bekend is.',
      when: 'Zodra de chat of het gesprek voorbij is: beëindigd, of na de time-out van de sessie. Hooguit eenmaal per 30 minuten voor elke bezoeker.',
      why: 'Laat zien hoe vaak individuele bezoekers je berichtenservice gebruiken, ook wie voor het eerst komt.',
      formula:
        'afgelopen sessies met een bezoeker-id, zonder die minder dan 30 minuten na een getelde van dezelfde bezoeker',
    },
    ru: {
      title: 'Уникальные посещения контактов',
      what: 'Сколько раз отдельные посетители воспользовались вашим чатом: чаты и звонки посетителей, чей идентификатор известен.',
      when: 'Когда чат или звонок окончен: завершён или прошло время ожидания сеанса. Не чаще одного раза в 30 минут для каждого посетителя.',
      why: 'Показывает, как часто отдельные посетители, в том числе новые, обращаются к вам.',
      formula:
        'оконченные сеансы с идентификатором посетителя, кроме тех, что ближе 30 минут к уже учтённому того же посетителя',
    },
  },
  engagement_ratio: {
    en: {
      title: 'Engagement ratio',
      what: 'How many chats in which an agent wrote there are for every visit of the site.',
      when: 'Chats at their first message or call, visits when they begin. Without visits there is no ratio.',
      why: 'Shows how well your site turns visitors into people you talk with.',
      formula: 'chats with an agent’s reply ÷ visits',
    },
    nl: {
      title: 'Betrokkenheid',
      what: 'Hoeveel chats waarin een medewerker schreef er zijn op elk bezoek aan de site.',
      when: 'Chats bij hun eerste bericht of oproep, bezoeken als ze beginnen. Zonder bezoeken is er geen verhouding.',
      why: 'Laat zien hoe goed je site van bezoekers gesprekspartners maakt.',
      formula: 'chats met antwoord van een medewerker ÷ bezoeken',
    },
    ru: {
      title: 'Вовлечённость',
      what: 'Сколько чатов с ответом оператора приходится на одно посещение сайта.',
      when: 'Чаты — по первому сообщению или звонку, посещения — по началу. Без посещений отношения нет.',
      why: 'Показывает, насколько хорошо сайт превращает посетителей в собеседников.',
      formula: 'чаты с ответом оператора ÷ посещения',
    },
  },
  missed_ratio: {
    en: {
      title: 'Missed ratio',
      what: 'How many missed chats there are for every visit of the site.',
      when: 'Chats at their first message or call, once they are over; visits when they begin. Without visits there is no ratio.',
      why: 'Shows how much of the interest in your site finds nobody there.',
      formula: 'missed chats ÷ visits',
    },
    nl: {
      title: 'Aandeel gemist',
      what: 'Hoeveel gemiste chats er zijn op elk bezoek aan de site.',
      when: 'Chats bij hun eerste bericht of oproep, zodra ze voorbij zijn; bezoeken als ze beginnen. Zonder bezoeken is er geen verhouding.',
      why: 'Laat zien hoeveel van de belangstelling voor je site niemand aantreft.',
      formula: 'gemiste chats ÷ bezoeken',
    },
    ru: {
      title: 'Доля пропущенных',
      what: 'Сколько пропущенных чатов приходится на одно посещение сайта.',
      when: 'Чаты — по первому сообщению или звонку, когда они окончены; посещения — по началу. Без посещений отношения нет.',
      why: 'Показывает, какая часть интереса к сайту остаётся без ответа.',
      formula: 'пропущенные чаты ÷ посещения',
    },
  },
} satisfies MetricTexts
