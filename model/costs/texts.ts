import type { MetricTexts } from '../texts/texts.ts'

export const costTexts = {
  cost: {
    en: {
      title: 'Cost',
      what: 'What messages, notifications and calls cost, in one currency. Where there are several, split or filter by currency: amounts of two currencies have no sum. System and private messages never count.',
      when: 'When what it was paid for counts: a message when it was sent, a notification or a call at its first status. A price told again replaces the one before.',
      why: 'Shows what your channels cost, day by day.',
      formula: 'prices of messages, notifications and calls, added up',
    },
    nl: {
      title: 'Kosten',
      what: 'Wat berichten, notificaties en oproepen kosten, in één valuta. Zijn er meer, splits of filter dan op valuta: bedragen in twee valuta’s hebben geen som. Systeem- en privéberichten tellen nooit mee.',
      when: 'Wanneer telt waarvoor betaald is: een bericht bij verzending, een notificatie of oproep bij de eerste status. Een prijs die opnieuw gemeld wordt, vervangt de vorige.',
      why: 'Laat van dag tot dag zien wat uw kanalen kosten.',
      formula: 'prijzen van berichten, notificaties en oproepen, opgeteld',
    },
    ru: {
      title: 'Затраты',
      what: 'Сколько стоят сообщения, уведомления и звонки, в одной валюте. Если валют несколько, разбейте или отфильтруйте по валюте: суммы в двух валютах не складываются. Системные и закрытые сообщения не считаются никогда.',
      when: 'Когда считается оплаченное: сообщение при отправке, уведомление или звонок по первому статусу. Цена, сообщённая снова, заменяет прежнюю.',
      why: 'Показывает день за днём, во что обходятся каналы.',
      formula: 'сумма цен сообщений, уведомлений и звонков',
    },
  },
  cost_per_message: {
    en: {
      title: 'Cost per message',
      what: 'What a message costs on average, of those that have a price, in one currency.',
      when: 'When the message was sent. Without a priced message there is no average.',
      why: 'Lets you compare channels by what a message costs.',
      formula: 'cost of messages ÷ messages with a price',
    },
    nl: {
      title: 'Kosten per bericht',
      what: 'Wat een bericht met een prijs gemiddeld kost, in één valuta.',
      when: 'Bij verzending van het bericht. Zonder bericht met een prijs is er geen gemiddelde.',
      why: 'Zo vergelijkt u kanalen op wat een bericht kost.',
      formula: 'kosten van berichten ÷ berichten met een prijs',
    },
    ru: {
      title: 'Цена сообщения',
      what: 'Сколько в среднем стоит сообщение, у которого есть цена, в одной валюте.',
      when: 'При отправке сообщения. Без сообщений с ценой среднего нет.',
      why: 'Позволяет сравнить каналы по цене сообщения.',
      formula: 'затраты на сообщения ÷ сообщения с ценой',
    },
  },
  cost_per_notification: {
    en: {
      title: 'Cost per notification',
      what: 'What a notification costs on average, of those that have a price, in one currency.',
      when: 'At the first status of the notification. Without a priced one there is no average.',
      why: 'Lets you compare channels by what it costs to reach somebody.',
      formula: 'cost of notifications ÷ notifications with a price',
    },
    nl: {
      title: 'Kosten per notificatie',
      what: 'Wat een notificatie met een prijs gemiddeld kost, in één valuta.',
      when: 'Bij de eerste status van de notificatie. Zonder notificatie met een prijs is er geen gemiddelde.',
      why: 'Zo vergelijkt u kanalen op wat het kost om iemand te bereiken.',
      formula: 'kosten van notificaties ÷ notificaties met een prijs',
    },
    ru: {
      title: 'Цена уведомления',
      what: 'Сколько в среднем стоит уведомление, у которого есть цена, в одной валюте.',
      when: 'По первому статусу уведомления. Без уведомлений с ценой среднего нет.',
      why: 'Позволяет сравнить каналы по тому, сколько стоит дойти до человека.',
      formula: 'затраты на уведомления ÷ уведомления с ценой',
    },
  },
  cost_per_call: {
    en: {
      title: 'Cost per call',
      what: 'What a call costs on average, of those that have a price, in one currency.',
      when: 'At the first status of the call. Without a priced call there is no average.',
      why: 'Shows what a call costs you, next to a message.',
      formula: 'cost of calls ÷ calls with a price',
    },
    nl: {
      title: 'Kosten per oproep',
      what: 'Wat een oproep met een prijs gemiddeld kost, in één valuta.',
      when: 'Bij de eerste status van de oproep. Zonder oproep met een prijs is er geen gemiddelde.',
      why: 'Laat zien wat een oproep u kost, naast een bericht.',
      formula: 'kosten van oproepen ÷ oproepen met een prijs',
    },
    ru: {
      title: 'Цена звонка',
      what: 'Сколько в среднем стоит звонок, у которого есть цена, в одной валюте.',
      when: 'По первому статусу звонка. Без звонков с ценой среднего нет.',
      why: 'Показывает, во что обходится звонок рядом с сообщением.',
      formula: 'затраты на звонки ÷ звонки с ценой',
    },
  },
} satisfies MetricTexts
