import type { DashboardTexts } from '../../texts/texts.ts'

export const websiteDashboards = {
  website_widget: {
    title: { en: 'Widget', nl: 'Widget op de site', ru: 'Виджет' },
    question: {
      en: 'How many visitors see the widget, and how many of them click?',
      nl: 'Hoeveel bezoekers zien de widget, en hoeveel van hen klikken erop?',
      ru: 'Сколько посетителей видят виджет и сколько из них на него нажимают?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главное' },
      click_through_over_time: {
        en: 'Click-through rate over time',
        nl: 'Doorklikratio in de tijd',
        ru: 'Кликабельность во времени',
      },
      seen_and_clicked_over_time: {
        en: 'Visitors who saw the widget and who clicked',
        nl: 'Bezoekers die de widget zagen en die klikten',
        ru: 'Посетители, увидевшие виджет и нажавшие на него',
      },
      by_device: { en: 'By device', nl: 'Per apparaat', ru: 'По устройствам' },
      clicks_by_trigger: { en: 'Clicks by trigger', nl: 'Klikken per aanleiding', ru: 'Нажатия по условиям показа' },
      clicks_by_message: {
        en: 'Clicks by auto message',
        nl: 'Klikken per automatisch bericht',
        ru: 'Нажатия по автосообщениям',
      },
    },
  },
} satisfies DashboardTexts
