import type { MetricTexts } from '../../texts/texts.ts'

export const outcomesTexts = {
  effective_chats: {
    en: {
      title: 'Effective chats',
      what: 'The number of chats and calls with at least one outcome marked as effective.',
      when: 'At the first message or call, not when the outcome was recorded. If an outcome is recorded again, its last version counts.',
      why: 'Shows how often a chat or call brought what you hoped for.',
      formula: 'sessions with an outcome marked effective',
    },
    nl: {
      title: 'Effectieve chats',
      what: 'Het aantal chats en oproepen met minstens één resultaat dat als effectief is gemarkeerd.',
      when: 'Bij het eerste bericht of de eerste oproep, niet bij het vastleggen van het resultaat. Wordt een resultaat opnieuw vastgelegd, dan geldt de laatste versie.',
      why: 'Laat zien hoe vaak een chat of oproep opleverde wat je hoopte.',
      formula: 'sessies met een resultaat dat als effectief is gemarkeerd',
    },
    ru: {
      title: 'Результативные чаты',
      what: 'Количество чатов и звонков хотя бы с одним результатом, отмеченным как успешный.',
      when: 'По первому сообщению или звонку, а не по времени записи результата. Если результат записан повторно, действует последняя версия.',
      why: 'Показывает, как часто чат или звонок приносит то, на что вы рассчитывали.',
      formula: 'сеансы с результатом, отмеченным как успешный',
    },
  },
  leads: {
    en: {
      title: 'Leads',
      what: 'The number of chats and calls with an outcome that has contact details, so that you can reach the contact again.',
      when: 'At the first message or call, not when the outcome was recorded. Several such outcomes of one chat are one lead.',
      why: 'Shows how many sales opportunities your chats bring.',
      formula: 'sessions with an outcome that has contact details',
    },
    nl: {
      title: 'Leads',
      what: 'Het aantal chats en oproepen met een resultaat waarin contactgegevens staan, zodat je het contact opnieuw kunt bereiken.',
      when: 'Bij het eerste bericht of de eerste oproep, niet bij het vastleggen van het resultaat. Meerdere van zulke resultaten bij één chat zijn samen één lead.',
      why: 'Laat zien hoeveel verkoopkansen je chats opleveren.',
      formula: 'sessies met een resultaat met contactgegevens',
    },
    ru: {
      title: 'Лиды',
      what: 'Количество чатов и звонков с результатом, в котором есть контактные данные, так что с человеком можно связаться снова.',
      when: 'По первому сообщению или звонку, а не по времени записи результата. Несколько таких результатов одного чата — один лид.',
      why: 'Показывает, сколько возможностей для продажи приносят чаты.',
      formula: 'сеансы с результатом, в котором есть контактные данные',
    },
  },
  service_chats: {
    en: {
      title: 'Service chats',
      what: 'The number of chats and calls with an outcome, but without contact details in any of their outcomes.',
      when: 'At the first message or call, not when the outcome was recorded.',
      why: 'Shows how many contacts you helped without gaining a lead.',
      formula: 'sessions with an outcome, none of them with contact details',
    },
    nl: {
      title: 'Servicechats',
      what: 'Het aantal chats en oproepen met een resultaat, maar zonder contactgegevens in een van de resultaten.',
      when: 'Bij het eerste bericht of de eerste oproep, niet bij het vastleggen van het resultaat.',
      why: 'Laat zien hoeveel contacten je hebt geholpen zonder dat het een lead werd.',
      formula: 'sessies met resultaten, waarvan geen enkel met contactgegevens',
    },
    ru: {
      title: 'Сервисные чаты',
      what: 'Количество чатов и звонков с результатом, но без контактных данных во всех их результатах.',
      when: 'По первому сообщению или звонку, а не по времени записи результата.',
      why: 'Показывает, скольким контактам вы помогли, не получив лида.',
      formula: 'сеансы с результатами, ни в одном из которых нет контактных данных',
    },
  },
  chatpoints: {
    en: {
      title: 'Chatpoints',
      what: 'The chatpoints of all outcomes of chats and calls, added up.',
      when: 'At the first message or call, not when the outcome was recorded. If an outcome is recorded again, its last version counts.',
      why: 'Shows what your chats are worth on your own scale, not only how many there are.',
      formula: 'chatpoints of the outcomes of sessions, added up',
    },
    nl: {
      title: 'Chatpoints',
      what: 'De chatpoints van alle resultaten van chats en oproepen bij elkaar opgeteld.',
      when: 'Bij het eerste bericht of de eerste oproep, niet bij het vastleggen van het resultaat. Wordt een resultaat opnieuw vastgelegd, dan geldt de laatste versie.',
      why: 'Laat zien wat je chats op je eigen schaal waard zijn, niet alleen hoeveel het er zijn.',
      formula: 'chatpoints van de resultaten van sessies, opgeteld',
    },
    ru: {
      title: 'Чат-баллы',
      what: 'Сумма чат-баллов всех результатов чатов и звонков.',
      when: 'По первому сообщению или звонку, а не по времени записи результата. Если результат записан повторно, действует последняя версия.',
      why: 'Показывает, сколько стоят чаты по вашей шкале, а не только сколько их.',
      formula: 'сумма чат-баллов результатов сеансов',
    },
  },
  points_v1: {
    en: {
      title: 'Points (V1)',
      what: 'The points of all outcomes of chats and calls, added up in the first version of the scale.',
      when: 'At the first message or call, not when the outcome was recorded. If an outcome is recorded again, its last version counts.',
      why: 'Lets you compare with numbers from before chatpoints.',
      formula: 'points (V1) of the outcomes of sessions, added up',
    },
    nl: {
      title: 'Punten (V1)',
      what: 'De punten van alle resultaten van chats en oproepen bij elkaar opgeteld, volgens de eerste versie van de schaal.',
      when: 'Bij het eerste bericht of de eerste oproep, niet bij het vastleggen van het resultaat. Wordt een resultaat opnieuw vastgelegd, dan geldt de laatste versie.',
      why: 'Maakt het mogelijk te vergelijken met cijfers van voor de chatpoints.',
      formula: 'punten (V1) van de resultaten van sessies, opgeteld',
    },
    ru: {
      title: 'Баллы (V1)',
      what: 'Сумма баллов всех результатов чатов и звонков по первой версии шкалы.',
      when: 'По первому сообщению или звонку, а не по времени записи результата. Если результат записан повторно, действует последняя версия.',
      why: 'Позволяет сравнивать с числами, полученными до появления чат-баллов.',
      formula: 'сумма баллов (V1) результатов сеансов',
    },
  },
} satisfies MetricTexts
