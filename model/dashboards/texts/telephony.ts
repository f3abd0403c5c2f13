import type { DashboardTexts } from '../../texts/texts.ts'

export const telephonyDashboards = {
  telephony: {
    title: { en: 'Telephony', nl: 'Telefonie', ru: 'Телефония' },
    question: {
      en: 'How many calls reach a person, how long do they last, and how busy are the trunks?',
      nl: 'Hoeveel oproepen bereiken iemand, hoe lang duren ze, en hoe druk zijn de lijnen?',
      ru: 'Сколько звонков доходит до человека, сколько они длятся и насколько загружены линии?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      evaluations: { en: 'What the bot made of them', nl: 'Hoe de bot ze beoordeelde', ru: 'Оценка ботом' },
      handling_over_time: { en: 'Handling time', nl: 'Afhandeltijd', ru: 'Время обработки' },
      statuses_over_time: { en: 'Statuses over time', nl: 'Statussen in de tijd', ru: 'Статусы во времени' },
      calls_per_second: { en: 'Calls per second', nl: 'Oproepen per seconde', ru: 'Звонков в секунду' },
      durations_last_15_minutes: {
        en: 'By duration, last 15 minutes',
        nl: 'Per duur, laatste 15 minuten',
        ru: 'По длительности, последние 15 минут',
      },
      durations_last_60_minutes: {
        en: 'By duration, last 60 minutes',
        nl: 'Per duur, laatste 60 minuten',
        ru: 'По длительности, последние 60 минут',
      },
      durations_year_to_date: {
        en: 'By duration, this year',
        nl: 'Per duur, dit jaar',
        ru: 'По длительности, с начала года',
      },
      statuses_last_15_minutes: {
        en: 'By status, last 15 minutes',
        nl: 'Per status, laatste 15 minuten',
        ru: 'По статусам, последние 15 минут',
      },
      statuses_last_30_minutes: {
        en: 'By status, last 30 minutes',
        nl: 'Per status, laatste 30 minuten',
        ru: 'По статусам, последние 30 минут',
      },
      statuses_today: { en: 'By status, today', nl: 'Per status, vandaag', ru: 'По статусам, сегодня' },
      statuses_year_to_date: {
        en: 'By status, this year',
        nl: 'Per status, dit jaar',
        ru: 'По статусам, с начала года',
      },
      by_trunk: { en: 'By trunk', nl: 'Per lijn', ru: 'По линиям' },
    },
  },
} satisfies DashboardTexts
