import type { MetricTexts } from '../texts/texts.ts'

export const widgetTexts = {
  widget_impression_visitors: {
    en: {
      title: 'Visitors who saw the widget',
      what: 'The number of different visitors who had at least half of the widget on screen for a second.',
      when: 'When the widget was seen, once for each visitor in every period. Periods are never added up.',
      why: 'Shows how many of your visitors can know that you are there to talk.',
      formula: 'different visitors with a widget impression',
    },
    nl: {
      title: 'Bezoekers die de widget zagen',
      what: 'Het aantal verschillende bezoekers bij wie minstens de helft van de widget een seconde in beeld was.',
      when: 'Op het moment dat de widget werd gezien, eenmaal per bezoeker in elke periode. Perioden worden nooit opgeteld.',
      why: 'Laat zien hoeveel bezoekers kunnen weten dat je er bent om te praten.',
      formula: 'verschillende bezoekers met een vertoning van de widget',
    },
    ru: {
      title: 'Посетители, увидевшие виджет',
      what: 'Число разных посетителей, у которых хотя бы половина виджета секунду была на экране.',
      when: 'В момент показа, один раз для каждого посетителя в каждом периоде. Периоды никогда не складываются.',
      why: 'Показывает, сколько посетителей могли узнать, что с вами можно поговорить.',
      formula: 'разные посетители с показом виджета',
    },
  },
  widget_click_visitors: {
    en: {
      title: 'Visitors who clicked',
      what: 'The number of different visitors who clicked the launcher of the widget, a notification or an auto message.',
      when: 'When they clicked, once for each visitor in every period. Periods are never added up.',
      why: 'Shows how many visitors take the step towards a conversation.',
      formula: 'different visitors with a click on launcher, notification or auto message',
    },
    nl: {
      title: 'Bezoekers die klikten',
      what: 'Het aantal verschillende bezoekers die op de startknop van de widget, een melding of een automatisch bericht klikten.',
      when: 'Op het moment van de klik, eenmaal per bezoeker in elke periode. Perioden worden nooit opgeteld.',
      why: 'Laat zien hoeveel bezoekers de stap naar een gesprek zetten.',
      formula: 'verschillende bezoekers met een klik op startknop, melding of automatisch bericht',
    },
    ru: {
      title: 'Посетители, нажавшие на виджет',
      what: 'Число разных посетителей, нажавших на кнопку виджета, уведомление или автосообщение.',
      when: 'В момент нажатия, один раз для каждого посетителя в каждом периоде. Периоды никогда не складываются.',
      why: 'Показывает, сколько посетителей делают шаг к разговору.',
      formula: 'разные посетители с нажатием на кнопку, уведомление или автосообщение',
    },
  },
  widget_ctr: {
    en: {
      title: 'Widget click-through rate',
      what: 'Of the visitors who saw the widget, the share that clicked: different visitors with a click over different visitors with an impression.',
      when: 'When it was seen or clicked. Without impressions there is no rate. A visitor who clicked in the period and saw the widget before it can lift the rate above 100%.',
      why: 'Shows how inviting the widget is, whatever the traffic.',
      formula: 'visitors who clicked ÷ visitors who saw the widget',
    },
    nl: {
      title: 'Doorklikratio van de widget',
      what: 'Welk deel van de bezoekers die de widget zagen erop klikte: verschillende bezoekers met een klik ten opzichte van verschillende bezoekers met een vertoning.',
      when: 'Op het moment van de vertoning of de klik. Zonder vertoningen is er geen ratio. Wie in de periode klikte en de widget daarvoor al zag, kan de ratio boven 100% brengen.',
      why: 'Laat zien hoe uitnodigend de widget is, ongeacht het verkeer.',
      formula: 'bezoekers die klikten ÷ bezoekers die de widget zagen',
    },
    ru: {
      title: 'Кликабельность виджета',
      what: 'Какая доля посетителей, увидевших виджет, нажала на него: разные посетители с нажатием к разным посетителям с показом.',
      when: 'В момент показа или нажатия. Без показов доли нет. Если посетитель нажал в этом периоде, а виджет увидел раньше, доля может превысить 100%.',
      why: 'Показывает, насколько виджет приглашает к разговору, каким бы ни был трафик.',
      formula: 'посетители с нажатием ÷ посетители с показом',
    },
  },
  auto_message_clicks: {
    en: {
      title: 'Clicks on auto messages',
      what: 'The number of clicks on messages that your site sends by itself.',
      when: 'At each click that is reported on the auto message itself, with its trigger and its text.',
      why: 'Split by trigger or by text and page it shows which auto messages work.',
      formula: 'clicks on auto messages',
    },
    nl: {
      title: 'Klikken op automatische berichten',
      what: 'Het aantal klikken op berichten die je site uit zichzelf toont.',
      when: 'Bij elke klik die op het automatische bericht zelf is gemeld, met aanleiding en tekst.',
      why: 'Uitgesplitst naar aanleiding, of naar tekst en pagina, laat het zien welke automatische berichten werken.',
      formula: 'klikken op automatische berichten',
    },
    ru: {
      title: 'Нажатия на автосообщения',
      what: 'Число нажатий на сообщения, которые сайт показывает сам.',
      when: 'При каждом нажатии, о котором сообщено для самого автосообщения, с его условием показа и текстом.',
      why: 'В разбивке по условию показа или по тексту и странице показывает, какие автосообщения работают.',
      formula: 'нажатия на автосообщения',
    },
  },
} satisfies MetricTexts
