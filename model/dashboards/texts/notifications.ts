import type { DashboardTexts } from '../../texts/texts.ts'

export const notificationsDashboards = {
  notifications: {
    title: { en: 'Notifications', nl: 'Notificaties', ru: 'Уведомления' },
    question: {
      en: 'What becomes of the messages sent in bulk?',
      nl: 'Wat gebeurt er met de berichten die in bulk worden verstuurd?',
      ru: 'Что происходит с сообщениями массовых рассылок?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      by_short_status: { en: 'How far they came', nl: 'Hoever ze kwamen', ru: 'Чем закончились' },
      by_status: { en: 'By status', nl: 'Per status', ru: 'По статусам' },
      by_channel: { en: 'By channel', nl: 'Per kanaal', ru: 'По каналам' },
      sent_over_time: { en: 'Sent, by channel', nl: 'Verzonden, per kanaal', ru: 'Отправлено, по каналам' },
      delivered_over_time: { en: 'Delivered, by channel', nl: 'Afgeleverd, per kanaal', ru: 'Доставлено, по каналам' },
      statuses_over_time: { en: 'Statuses over time', nl: 'Statussen in de tijd', ru: 'Статусы во времени' },
      status_shares_over_time: {
        en: 'Statuses over time, in %',
        nl: 'Statussen in de tijd, in %',
        ru: 'Статусы во времени, в %',
      },
      viber_statuses_over_time: {
        en: 'Statuses of Viber messages',
        nl: 'Statussen van Viber-berichten',
        ru: 'Статусы сообщений Viber',
      },
      viber_shares_over_time: {
        en: 'Statuses of Viber messages, in %',
        nl: 'Statussen van Viber-berichten, in %',
        ru: 'Статусы сообщений Viber, в %',
      },
      sms_parts_over_time: { en: 'SMS parts', nl: 'Delen van sms’en', ru: 'Части SMS' },
      by_campaign: { en: 'By campaign', nl: 'Per campagne', ru: 'По кампаниям' },
    },
  },
} satisfies DashboardTexts
