import type { MetricTexts } from '../texts/texts.ts'

export const notificationTexts = {
  notifications: {
    en: {
      title: 'Notifications',
      what: 'The number of messages sent in bulk, each counted once whatever became of it.',
      when: 'At its first status. What becomes of it later changes its status, not its day.',
      why: 'Shows how much you send, and through which channel.',
      formula: 'notifications',
    },
    nl: {
      title: 'Notificaties',
      what: 'Het aantal berichten dat in bulk is verstuurd, elk één keer geteld, wat er ook van geworden is.',
      when: 'Bij de eerste status. Wat er later van wordt, verandert de status en niet de dag.',
      why: 'Laat zien hoeveel u verstuurt, en via welk kanaal.',
      formula: 'notificaties',
    },
    ru: {
      title: 'Уведомления',
      what: 'Число сообщений массовой рассылки; каждое считается один раз, что бы с ним ни стало.',
      when: 'По первому статусу. Дальнейшие статусы меняют состояние, но не день.',
      why: 'Показывает, сколько вы отправляете и по каким каналам.',
      formula: 'уведомления',
    },
  },
  notifications_sent: {
    en: {
      title: 'Notifications sent',
      what: 'The number of notifications that left the house: on their way, delivered or undelivered. Created, delayed, canceled, omitted and failed ones were not sent.',
      when: 'At its first status. A status told late never takes it back.',
      why: 'Shows how much of what was planned really went out.',
      formula: 'notifications that are pending, delivered or undelivered',
    },
    nl: {
      title: 'Verzonden notificaties',
      what: 'Het aantal notificaties dat de deur uit is: onderweg, bezorgd of niet bezorgd. Aangemaakte, uitgestelde, geannuleerde, overgeslagen en mislukte notificaties zijn niet verzonden.',
      when: 'Bij de eerste status. Een status die te laat binnenkomt, draait niets terug.',
      why: 'Laat zien hoeveel van wat gepland was werkelijk is uitgegaan.',
      formula: 'notificaties die onderweg, bezorgd of niet bezorgd zijn',
    },
    ru: {
      title: 'Отправленные уведомления',
      what: 'Число уведомлений, которые ушли получателю: отправляются, доставлены или не доставлены. Созданные, отложенные, отменённые, пропущенные и ошибочные не отправлены.',
      when: 'По первому статусу. Опоздавший статус ничего не отменяет.',
      why: 'Показывает, сколько из задуманного действительно ушло.',
      formula: 'уведомления, которые отправляются, доставлены или не доставлены',
    },
  },
  notifications_delivered: {
    en: {
      title: 'Notifications delivered',
      what: 'The number of notifications that arrived. One that was read was delivered.',
      when: 'At its first status, not when it arrived.',
      why: 'Shows how many people you reach.',
      formula: 'notifications that were delivered or read',
    },
    nl: {
      title: 'Bezorgde notificaties',
      what: 'Het aantal notificaties dat is aangekomen. Wat gelezen is, is bezorgd.',
      when: 'Bij de eerste status, niet bij de aankomst.',
      why: 'Laat zien hoeveel mensen u bereikt.',
      formula: 'notificaties die bezorgd of gelezen zijn',
    },
    ru: {
      title: 'Доставленные уведомления',
      what: 'Число уведомлений, которые дошли. Прочитанное уведомление доставлено.',
      when: 'По первому статусу, а не в момент доставки.',
      why: 'Показывает, до скольких людей вы дошли.',
      formula: 'уведомления, которые доставлены или прочитаны',
    },
  },
  delivery_rate: {
    en: {
      title: 'Delivery rate',
      what: 'Of all notifications sent, the share that arrived.',
      when: 'Each notification is counted at its first status. Without any sent there is no rate.',
      why: 'Shows whether your addresses and numbers are right, and which channel delivers.',
      formula: 'notifications delivered ÷ notifications sent',
    },
    nl: {
      title: 'Bezorgpercentage',
      what: 'Het deel van alle verzonden notificaties dat is aangekomen.',
      when: 'Elke notificatie telt bij haar eerste status. Zonder verzonden notificaties is er geen percentage.',
      why: 'Laat zien of uw adressen en nummers kloppen, en welk kanaal bezorgt.',
      formula: 'bezorgde notificaties ÷ verzonden notificaties',
    },
    ru: {
      title: 'Доля доставленных',
      what: 'Какая доля отправленных уведомлений дошла.',
      when: 'Каждое уведомление считается по первому статусу. Без отправленных доли нет.',
      why: 'Показывает, верны ли адреса и номера и какой канал доставляет.',
      formula: 'доставленные уведомления ÷ отправленные уведомления',
    },
  },
  sms_parts: {
    en: {
      title: 'SMS parts',
      what: 'The number of parts that SMS messages were sent in, as their gateway tells it. A long SMS has several.',
      when: 'At the first status of the SMS. One whose parts were not told adds nothing.',
      why: 'Shows what you pay for: gateways charge by the part.',
      formula: 'parts of SMS notifications, added up',
    },
    nl: {
      title: 'Sms-delen',
      what: 'Het aantal delen waarin sms-berichten zijn verstuurd, zoals de gateway het meldt. Een lange sms bestaat uit meer delen.',
      when: 'Bij de eerste status van de sms. Een sms waarvan de delen niet gemeld zijn, telt niet mee.',
      why: 'Laat zien waarvoor u betaalt: gateways rekenen per deel.',
      formula: 'delen van sms-notificaties, opgeteld',
    },
    ru: {
      title: 'Части SMS',
      what: 'Число частей, которыми отправлены SMS, по данным шлюза. В длинном SMS их несколько.',
      when: 'По первому статусу SMS. Если число частей не сообщено, не добавляется ничего.',
      why: 'Показывает, за что вы платите: шлюзы берут плату за часть.',
      formula: 'сумма частей SMS-уведомлений',
    },
  },
  notification_cost: {
    en: {
      title: 'Cost of notifications',
      what: 'What notifications cost, in one currency. Where there are several, split or filter by currency: amounts of two currencies have no sum.',
      when: 'At the first status of the notification. A price told again replaces the one before.',
      why: 'Shows what your mailings cost, by channel and campaign.',
      formula: 'prices of notifications, added up',
    },
    nl: {
      title: 'Kosten van notificaties',
      what: 'Wat notificaties kosten, in één valuta. Zijn er meer, splits of filter dan op valuta: bedragen in twee valuta’s hebben geen som.',
      when: 'Bij de eerste status van de notificatie. Een prijs die opnieuw gemeld wordt, vervangt de vorige.',
      why: 'Laat zien wat uw mailings kosten, per kanaal en campagne.',
      formula: 'prijzen van notificaties, opgeteld',
    },
    ru: {
      title: 'Стоимость уведомлений',
      what: 'Сколько стоят уведомления, в одной валюте. Если валют несколько, разбейте или отфильтруйте по валюте: суммы в двух валютах не складываются.',
      when: 'По первому статусу уведомления. Цена, сообщённая снова, заменяет прежнюю.',
      why: 'Показывает, во что обходятся рассылки, по каналам и кампаниям.',
      formula: 'сумма цен уведомлений',
    },
  },
} satisfies MetricTexts
