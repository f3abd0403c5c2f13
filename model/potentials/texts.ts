import type { MetricTexts } from '../texts/texts.ts'

export const potentialTexts = {
  potential_visitors: {
    en: {
      title: 'Potential visitors',
      what: 'The number of visitors of all your sites in a month, as set for your organization.',
      when: 'For each calendar month that the period touches, whole, as it is set now. Days and weeks have none, and neither has an organization that has not set it.',
      why: 'Shows how many visitors you could reach if every page had the widget.',
      formula: 'potential visitors per month, as set',
    },
    nl: {
      title: 'Potentiële bezoekers',
      what: 'Het aantal bezoekers van al je websites per maand, zoals ingesteld voor je organisatie.',
      when: 'Voor elke kalendermaand die de periode raakt, in zijn geheel, zoals nu ingesteld. Dagen en weken hebben er geen, en een organisatie die het niet heeft ingesteld ook niet.',
      why: 'Laat zien hoeveel bezoekers je zou kunnen bereiken als de widget op elke pagina stond.',
      formula: 'potentiële bezoekers per maand, zoals ingesteld',
    },
    ru: {
      title: 'Потенциальные посетители',
      what: 'Число посетителей всех ваших сайтов в месяц, заданное для вашей организации.',
      when: 'За каждый календарный месяц, который затрагивает период, целиком, как задано сейчас. Для дней и недель значения нет, как и для организации, которая его не задала.',
      why: 'Показывает, скольких посетителей вы могли бы охватить, если бы виджет был на каждой странице.',
      formula: 'заданное число потенциальных посетителей в месяц',
    },
  },
  potential_agents: {
    en: {
      title: 'Potential agents',
      what: 'The number of people in sales and service advisers who could chat, as set for your organization.',
      when: 'For each calendar month that the period touches, whole, as it is set now. Days and weeks have none, and neither has an organization that has not set it.',
      why: 'Shows how many colleagues could still join, next to the active agents.',
      formula: 'people in sales + service advisers, as set',
    },
    nl: {
      title: 'Potentiële medewerkers',
      what: 'Het aantal verkopers en serviceadviseurs dat zou kunnen chatten, zoals ingesteld voor je organisatie.',
      when: 'Voor elke kalendermaand die de periode raakt, in zijn geheel, zoals nu ingesteld. Dagen en weken hebben er geen, en een organisatie die het niet heeft ingesteld ook niet.',
      why: 'Laat zien hoeveel collega’s nog mee kunnen doen, naast de actieve medewerkers.',
      formula: 'verkopers + serviceadviseurs, zoals ingesteld',
    },
    ru: {
      title: 'Потенциальные операторы',
      what: 'Число продавцов и сервисных консультантов, которые могли бы общаться в чате, заданное для вашей организации.',
      when: 'За каждый календарный месяц, который затрагивает период, целиком, как задано сейчас. Для дней и недель значения нет, как и для организации, которая его не задала.',
      why: 'Показывает, сколько ещё коллег могло бы присоединиться, рядом с активными операторами.',
      formula: 'продавцы + сервисные консультанты, как задано',
    },
  },
  potential_contacts: {
    en: {
      title: 'Potential contacts',
      what: 'The number of leads and workshop appointments in a month, from everywhere, as set for your organization.',
      when: 'For each calendar month that the period touches, whole, as it is set now. Days and weeks have none, and neither has an organization that has not set it.',
      why: 'Shows how many contacts you could chat with, next to the active contacts.',
      formula: 'leads + workshop appointments per month, as set',
    },
    nl: {
      title: 'Potentiële contacten',
      what: 'Het aantal leads en werkplaatsafspraken per maand, waar ze ook vandaan komen, zoals ingesteld voor je organisatie.',
      when: 'Voor elke kalendermaand die de periode raakt, in zijn geheel, zoals nu ingesteld. Dagen en weken hebben er geen, en een organisatie die het niet heeft ingesteld ook niet.',
      why: 'Laat zien met hoeveel contacten je zou kunnen chatten, naast de actieve contacten.',
      formula: 'leads + werkplaatsafspraken per maand, zoals ingesteld',
    },
    ru: {
      title: 'Потенциальные контакты',
      what: 'Число лидов и записей в сервис за месяц из всех источников, заданное для вашей организации.',
      when: 'За каждый календарный месяц, который затрагивает период, целиком, как задано сейчас. Для дней и недель значения нет, как и для организации, которая его не задала.',
      why: 'Показывает, со сколькими контактами вы могли бы общаться в чате, рядом с активными контактами.',
      formula: 'лиды + записи в сервис за месяц, как задано',
    },
  },
  expected_chats: {
    en: {
      title: 'Expected chats',
      what: 'The number of chats that a business like yours has with as many visitors: your potential visitors times the conversion rate of your type of business.',
      when: 'For each calendar month that the period touches, whole, as it is set now. Days and weeks have none; neither has an organization without potential visitors or without a conversion rate for its type.',
      why: 'Shows whether you have as many chats as others in your line of business.',
      formula: 'potential visitors × conversion rate of the type of business',
    },
    nl: {
      title: 'Verwachte chats',
      what: 'Het aantal chats dat een bedrijf als het jouwe met zoveel bezoekers heeft: je potentiële bezoekers maal het conversiepercentage van je type bedrijf.',
      when: 'Voor elke kalendermaand die de periode raakt, in zijn geheel, zoals nu ingesteld. Dagen en weken hebben er geen, en een organisatie zonder potentiële bezoekers of zonder conversiepercentage voor haar type ook niet.',
      why: 'Laat zien of je net zoveel chats hebt als anderen in je branche.',
      formula: 'potentiële bezoekers × conversiepercentage van het type bedrijf',
    },
    ru: {
      title: 'Ожидаемые чаты',
      what: 'Число чатов, которое при таком количестве посетителей бывает у компании вашего типа: потенциальные посетители, умноженные на конверсию для вашего типа бизнеса.',
      when: 'За каждый календарный месяц, который затрагивает период, целиком, как задано сейчас. Для дней и недель значения нет, как и для организации без потенциальных посетителей или без конверсии для её типа.',
      why: 'Показывает, столько ли у вас чатов, сколько у других в вашей отрасли.',
      formula: 'потенциальные посетители × конверсия для типа бизнеса',
    },
  },
} satisfies MetricTexts
