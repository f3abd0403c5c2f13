import type { MetricTexts } from '../texts/texts.ts'

export const orderTexts = {
  orders: {
    en: {
      title: 'Orders',
      what: 'The number of orders that a conversation led to: the buyer took part, as visitor or contact, in a two-way conversation before, no longer ago than your attribution window (30 days unless you set it otherwise). Each order belongs to the latest such conversation only.',
      when: 'When the order was placed first. It is found anew with every question, so a changed window, or a visitor who turns out to be a contact, holds for the past too.',
      why: 'Shows what your conversations sell.',
      formula: 'orders placed within the attribution window after a two-way session of the same visitor or contact',
    },
    nl: {
      title: 'Bestellingen',
      what: 'Het aantal bestellingen waar een gesprek aan voorafging: de koper nam eerder, als bezoeker of contact, deel aan een tweezijdig gesprek, niet langer geleden dan uw attributievenster (30 dagen, tenzij u het anders instelt). Elke bestelling hoort alleen bij het laatste zulke gesprek.',
      when: 'Toen de bestelling voor het eerst geplaatst werd. Het wordt bij elke vraag opnieuw bepaald: een ander venster, of een bezoeker die een contact blijkt te zijn, geldt ook voor het verleden.',
      why: 'Laat zien wat uw gesprekken verkopen.',
      formula:
        'bestellingen binnen het attributievenster na een tweezijdige sessie van dezelfde bezoeker of hetzelfde contact',
    },
    ru: {
      title: 'Заказы',
      what: 'Число заказов, к которым привёл диалог: до заказа покупатель, как посетитель или как контакт, участвовал в двустороннем диалоге не раньше, чем позволяет окно атрибуции (30 дней, если вы не задали иное). Каждый заказ относится только к последнему такому диалогу.',
      when: 'Когда заказ был впервые оформлен. Связь ищется заново при каждом запросе, поэтому новое окно или посетитель, оказавшийся контактом, действуют и на прошлое.',
      why: 'Показывает, что продают ваши диалоги.',
      formula: 'заказы в пределах окна атрибуции после двустороннего сеанса того же посетителя или контакта',
    },
  },
  orders_all: {
    en: {
      title: 'All orders',
      what: 'The number of orders, with or without a conversation before.',
      when: 'When the order was placed first. Placed again under the same number it stays one order.',
      why: 'Shows which part of your sales conversations have to do with.',
      formula: 'orders',
    },
    nl: {
      title: 'Alle bestellingen',
      what: 'Het aantal bestellingen, met of zonder gesprek vooraf.',
      when: 'Toen de bestelling voor het eerst geplaatst werd. Opnieuw geplaatst onder hetzelfde nummer blijft het één bestelling.',
      why: 'Laat zien met welk deel van uw verkoop gesprekken te maken hebben.',
      formula: 'bestellingen',
    },
    ru: {
      title: 'Все заказы',
      what: 'Число заказов, был ли до них диалог или нет.',
      when: 'Когда заказ был впервые оформлен. Оформленный снова под тем же номером остаётся одним заказом.',
      why: 'Показывает, к какой части продаж причастны диалоги.',
      formula: 'заказы',
    },
  },
  gmv: {
    en: {
      title: 'Sales',
      what: 'What orders that a conversation led to are worth, in one currency: their totals without shipping, tax and refunds. An order is never worth less than nothing. Where there are several currencies, split or filter by currency: amounts of two have no sum.',
      when: 'When the order was placed first; a refund lowers it there. A refund in another currency lowers nothing.',
      why: 'Shows the money that your conversations bring (gross merchandise value).',
      formula: 'total − shipping − tax − refunds of attributed orders, added up',
    },
    nl: {
      title: 'Omzet',
      what: 'Wat bestellingen waar een gesprek aan voorafging waard zijn, in één valuta: het totaal zonder verzendkosten, belasting en terugbetalingen. Een bestelling is nooit minder dan niets waard. Zijn er meer valuta’s, splits of filter dan op valuta: bedragen in twee valuta’s hebben geen som.',
      when: 'Toen de bestelling voor het eerst geplaatst werd; een terugbetaling verlaagt het bedrag daar. Een terugbetaling in een andere valuta verlaagt niets.',
      why: 'Laat zien hoeveel geld uw gesprekken opbrengen (gross merchandise value).',
      formula: 'totaal − verzendkosten − belasting − terugbetalingen van toegeschreven bestellingen, opgeteld',
    },
    ru: {
      title: 'Продажи',
      what: 'Сколько стоят заказы, к которым привёл диалог, в одной валюте: итог без доставки, налога и возвратов. Заказ никогда не стоит меньше нуля. Если валют несколько, разбейте или отфильтруйте по валюте: суммы в двух валютах не складываются.',
      when: 'Когда заказ был впервые оформлен; возврат уменьшает сумму там же. Возврат в другой валюте ничего не уменьшает.',
      why: 'Показывает, сколько денег приносят диалоги (оборот, GMV).',
      formula: 'сумма по связанным заказам: итог − доставка − налог − возвраты',
    },
  },
  aov: {
    en: {
      title: 'Average order value',
      what: 'What an order that a conversation led to is worth on average, in one currency.',
      when: 'When the order was placed first. Without orders there is no average.',
      why: 'Shows whether conversations lead to larger orders.',
      formula: 'sales ÷ orders',
    },
    nl: {
      title: 'Gemiddelde orderwaarde',
      what: 'Wat een bestelling waar een gesprek aan voorafging gemiddeld waard is, in één valuta.',
      when: 'Toen de bestelling voor het eerst geplaatst werd. Zonder bestellingen is er geen gemiddelde.',
      why: 'Laat zien of gesprekken tot grotere bestellingen leiden.',
      formula: 'omzet ÷ bestellingen',
    },
    ru: {
      title: 'Средний чек',
      what: 'Сколько в среднем стоит заказ, к которому привёл диалог, в одной валюте.',
      when: 'Когда заказ был впервые оформлен. Без заказов среднего нет.',
      why: 'Показывает, приводят ли диалоги к более крупным заказам.',
      formula: 'продажи ÷ заказы',
    },
  },
  buyers: {
    en: {
      title: 'Buyers',
      what: 'The number of different people with an order that a conversation led to.',
      when: 'When the order was placed first. Who orders twice is one buyer.',
      why: 'Shows how many people buy after talking with you.',
      formula: 'different contacts, or else visitors, of attributed orders',
    },
    nl: {
      title: 'Kopers',
      what: 'Het aantal verschillende mensen met een bestelling waar een gesprek aan voorafging.',
      when: 'Toen de bestelling voor het eerst geplaatst werd. Wie twee keer bestelt, is één koper.',
      why: 'Laat zien hoeveel mensen kopen nadat ze u gesproken hebben.',
      formula: 'verschillende contacten, of anders bezoekers, van toegeschreven bestellingen',
    },
    ru: {
      title: 'Покупатели',
      what: 'Число разных людей с заказом, к которому привёл диалог.',
      when: 'Когда заказ был впервые оформлен. Кто заказал дважды, один покупатель.',
      why: 'Показывает, сколько людей покупают, поговорив с вами.',
      formula: 'разные контакты, а без них посетители, связанных заказов',
    },
  },
  conversation_visitors: {
    en: {
      title: 'People in conversations',
      what: 'The number of different people in two-way conversations. A person is a contact, or else a visitor.',
      when: 'At the first message or call of the session. Who talks twice is one person.',
      why: 'Shows how many people you could have sold to in a conversation.',
      formula: 'different contacts, or else visitors, of two-way sessions',
    },
    nl: {
      title: 'Mensen in gesprekken',
      what: 'Het aantal verschillende mensen in tweezijdige gesprekken. Een mens is een contact, of anders een bezoeker.',
      when: 'Bij het eerste bericht of de eerste oproep van de sessie. Wie twee keer praat, is één mens.',
      why: 'Laat zien aan hoeveel mensen u in een gesprek had kunnen verkopen.',
      formula: 'verschillende contacten, of anders bezoekers, van tweezijdige sessies',
    },
    ru: {
      title: 'Люди в диалогах',
      what: 'Число разных людей в двусторонних диалогах. Человек здесь контакт, а без него посетитель.',
      when: 'По первому сообщению или звонку сеанса. Кто говорил дважды, один человек.',
      why: 'Показывает, скольким людям вы могли продать в диалоге.',
      formula: 'разные контакты, а без них посетители, двусторонних сеансов',
    },
  },
  purchase_conversion_rate: {
    en: {
      title: 'Purchase conversion rate',
      what: 'Of the people in two-way conversations, the share with an order that a conversation led to.',
      when: 'Buyers when they ordered, people when they talked: in short periods the two may be different people. Without conversations there is no rate.',
      why: 'Shows how well conversations sell.',
      formula: 'buyers ÷ people in conversations',
    },
    nl: {
      title: 'Aankoopconversie',
      what: 'Het deel van de mensen in tweezijdige gesprekken met een bestelling waar een gesprek aan voorafging.',
      when: 'Kopers toen ze bestelden, mensen toen ze praatten: in korte perioden kunnen dat anderen zijn. Zonder gesprekken is er geen percentage.',
      why: 'Laat zien hoe goed gesprekken verkopen.',
      formula: 'kopers ÷ mensen in gesprekken',
    },
    ru: {
      title: 'Конверсия в покупку',
      what: 'Какая доля людей в двусторонних диалогах сделала заказ, к которому привёл диалог.',
      when: 'Покупатели считаются при заказе, люди при разговоре: в коротких периодах это могут быть разные люди. Без диалогов доли нет.',
      why: 'Показывает, насколько хорошо диалоги продают.',
      formula: 'покупатели ÷ люди в диалогах',
    },
  },
} satisfies MetricTexts
