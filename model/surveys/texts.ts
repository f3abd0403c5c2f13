import type { MetricTexts } from '../texts/texts.ts'

export const surveyTexts = {
  survey_answers: {
    en: {
      title: 'Survey answers',
      what: 'The number of surveys that contacts submitted or closed. One that was closed without a rating counts too.',
      when: 'When the survey is submitted or closed.',
      why: 'Shows how many opinions your ratings rest on.',
      formula: 'surveys submitted or closed',
    },
    nl: {
      title: 'Antwoorden op enquêtes',
      what: 'Het aantal enquêtes dat contacten instuurden of sloten. Een enquête die zonder beoordeling is gesloten, telt ook.',
      when: 'Wanneer de enquête wordt ingestuurd of gesloten.',
      why: 'Laat zien op hoeveel meningen je beoordelingen steunen.',
      formula: 'enquêtes die zijn ingestuurd of gesloten',
    },
    ru: {
      title: 'Ответы на опросы',
      what: 'Количество опросов, которые контакты отправили или закрыли. Опрос, закрытый без оценки, тоже учитывается.',
      when: 'В момент, когда опрос отправлен или закрыт.',
      why: 'Показывает, на скольких мнениях основаны оценки.',
      formula: 'отправленные или закрытые опросы',
    },
  },
  survey_rating: {
    en: {
      title: 'Average rating',
      what: 'The average of the ratings from 1 to 5 that contacts gave.',
      when: 'When the survey is submitted or closed: a rating counts in both cases. Surveys without a rating are left out.',
      why: 'Shows how satisfied contacts are with the help they got.',
      formula: 'ratings from 1 to 5 added up ÷ their number',
    },
    nl: {
      title: 'Gemiddelde beoordeling',
      what: 'Het gemiddelde van de beoordelingen van 1 tot 5 die contacten gaven.',
      when: 'Wanneer de enquête wordt ingestuurd of gesloten: een beoordeling telt in beide gevallen. Enquêtes zonder beoordeling blijven buiten beschouwing.',
      why: 'Laat zien hoe tevreden contacten zijn over de hulp die ze kregen.',
      formula: 'som van de beoordelingen van 1 tot 5 ÷ hun aantal',
    },
    ru: {
      title: 'Средняя оценка',
      what: 'Среднее оценок от 1 до 5, которые поставили контакты.',
      when: 'В момент, когда опрос отправлен или закрыт: оценка учитывается в обоих случаях. Опросы без оценки не учитываются.',
      why: 'Показывает, насколько контакты довольны помощью.',
      formula: 'сумма оценок от 1 до 5 ÷ их количество',
    },
  },
  net_promoter_score: {
    en: {
      title: 'Net promoter score',
      what: 'How many contacts would recommend you (9 or 10), less those who would not (0 to 6), on a scale from −100 to 100.',
      when: 'When the survey is submitted or closed. Only surveys with ratings from 0 to 10 count; those without a rating are left out.',
      why: 'Shows whether contacts speak well of you, in a number that many organizations compare by.',
      formula: '% of ratings 9–10 − % of ratings 0–6, of all ratings from 0 to 10',
    },
    nl: {
      title: 'Net promoter score',
      what: 'Hoeveel contacten je zouden aanbevelen (9 of 10), min hoeveel dat niet zouden doen (0 tot 6), op een schaal van −100 tot 100.',
      when: 'Wanneer de enquête wordt ingestuurd of gesloten. Alleen enquêtes met beoordelingen van 0 tot 10 tellen; die zonder beoordeling blijven buiten beschouwing.',
      why: 'Laat zien of contacten goed over je spreken, in een getal waarmee veel organisaties zich vergelijken.',
      formula: '% beoordelingen 9–10 − % beoordelingen 0–6, van alle beoordelingen van 0 tot 10',
    },
    ru: {
      title: 'Индекс лояльности (NPS)',
      what: 'Сколько контактов готовы вас рекомендовать (9 или 10) за вычетом тех, кто не готов (от 0 до 6), по шкале от −100 до 100.',
      when: 'В момент, когда опрос отправлен или закрыт. Учитываются только опросы с оценками от 0 до 10; опросы без оценки не учитываются.',
      why: 'Показывает, хорошо ли о вас отзываются, числом, по которому сравнивают себя многие организации.',
      formula: '% оценок 9–10 − % оценок 0–6 среди всех оценок от 0 до 10',
    },
  },
} satisfies MetricTexts
