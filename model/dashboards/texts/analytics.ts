import type { DashboardTexts } from '../../texts/texts.ts'

export const analyticsDashboards = {
  messages_sent: {
    title: { en: 'Messages sent', nl: 'Verzonden berichten', ru: 'Отправленные сообщения' },
    question: {
      en: 'What was sent through each channel, what arrived, and what did it cost?',
      nl: 'Wat is er per kanaal verstuurd, wat kwam er aan, en wat kostte het?',
      ru: 'Что отправлено по каждому каналу, что доставлено и сколько это стоило?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      by_channel: { en: 'Channel by channel', nl: 'Kanaal voor kanaal', ru: 'Канал за каналом' },
      sent_over_time: { en: 'Sent, by channel', nl: 'Verzonden, per kanaal', ru: 'Отправлено, по каналам' },
      cost_over_time: { en: 'Cost, by channel', nl: 'Kosten, per kanaal', ru: 'Расходы, по каналам' },
    },
  },
} satisfies DashboardTexts
