import type { DashboardTexts } from '../../texts/texts.ts'

export const salesDashboards = {
  sales_orders: {
    title: { en: 'Orders', nl: 'Bestellingen', ru: 'Заказы' },
    question: {
      en: 'How many orders follow a conversation, and what are they worth?',
      nl: 'Hoeveel bestellingen volgen op een gesprek, en wat zijn ze waard?',
      ru: 'Сколько заказов следует за диалогом и на какую сумму?',
    },
    panels: {
      key_numbers: { en: 'Key numbers', nl: 'Kerncijfers', ru: 'Главные показатели' },
      gmv_over_time: {
        en: 'Sales by currency over time',
        nl: 'Omzet per valuta in de tijd',
        ru: 'Продажи по валютам во времени',
      },
      orders_by_channel: { en: 'Orders by channel', nl: 'Bestellingen per kanaal', ru: 'Заказы по каналам' },
      orders_over_time: { en: 'Orders over time', nl: 'Bestellingen in de tijd', ru: 'Заказы во времени' },
      conversion_over_time: { en: 'Conversion over time', nl: 'Conversie in de tijd', ru: 'Конверсия во времени' },
      by_agent: { en: 'By agent', nl: 'Per medewerker', ru: 'По операторам' },
      by_currency: { en: 'By currency', nl: 'Per valuta', ru: 'По валютам' },
    },
  },
} satisfies DashboardTexts
