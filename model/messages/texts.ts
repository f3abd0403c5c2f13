import type { MetricTexts } from '../texts/texts.ts'

export const messageTexts = {
  messages: {
    en: {
      title: 'Messages',
      what: 'The number of messages written by contacts, agents and bots.',
      when: 'When the message was sent. System messages and private notes never count.',
      why: 'Shows how much is said, and who says most of it.',
      formula: 'messages of contacts, agents and bots',
    },
    nl: {
      title: 'Berichten',
      what: 'Het aantal berichten van contacten, medewerkers en bots.',
      when: 'Wanneer het bericht is verstuurd. Systeemberichten en interne notities tellen nooit.',
      why: 'Laat zien hoeveel er wordt gezegd, en wie het meeste zegt.',
      formula: 'berichten van contacten, medewerkers en bots',
    },
    ru: {
      title: 'Сообщения',
      what: 'Количество сообщений контактов, операторов и ботов.',
      when: 'В момент отправки сообщения. Системные сообщения и внутренние заметки не учитываются.',
      why: 'Показывает объём переписки и кто пишет больше всех.',
      formula: 'сообщения контактов, операторов и ботов',
    },
  },
  contact_messages: {
    en: {
      title: 'Contact messages',
      what: 'The number of messages written by contacts.',
      when: 'When the message was sent.',
      why: 'Shows how much your agents and bots have to read and answer.',
      formula: 'messages written by contacts',
    },
    nl: {
      title: 'Berichten van contacten',
      what: 'Het aantal berichten dat contacten schreven.',
      when: 'Wanneer het bericht is verstuurd.',
      why: 'Laat zien hoeveel je medewerkers en bots te lezen en te beantwoorden hebben.',
      formula: 'berichten geschreven door contacten',
    },
    ru: {
      title: 'Сообщения контактов',
      what: 'Количество сообщений, которые написали контакты.',
      when: 'В момент отправки сообщения.',
      why: 'Показывает, сколько сообщений операторам и ботам нужно прочитать и на сколько ответить.',
      formula: 'сообщения, которые написали контакты',
    },
  },
  agent_messages: {
    en: {
      title: 'Agent messages',
      what: 'The number of messages written by agents.',
      when: 'When the message was sent. Private notes between colleagues do not count, and neither do messages of bots.',
      why: 'Shows how much your agents write, and how the work is spread among them.',
      formula: 'messages written by agents',
    },
    nl: {
      title: 'Berichten van medewerkers',
      what: 'Het aantal berichten dat medewerkers schreven.',
      when: 'Wanneer het bericht is verstuurd. Interne notities tussen collega’s tellen niet, en berichten van bots ook niet.',
      why: 'Laat zien hoeveel je medewerkers schrijven en hoe het werk over hen is verdeeld.',
      formula: 'berichten geschreven door medewerkers',
    },
    ru: {
      title: 'Сообщения операторов',
      what: 'Количество сообщений, которые написали операторы.',
      when: 'В момент отправки сообщения. Внутренние заметки для коллег и сообщения ботов не учитываются.',
      why: 'Показывает, сколько пишут операторы и как работа распределена между ними.',
      formula: 'сообщения, которые написали операторы',
    },
  },
  bot_messages: {
    en: {
      title: 'Bot messages',
      what: 'The number of messages written by bots.',
      when: 'When the message was sent.',
      why: 'Shows how much your bots say, next to your agents.',
      formula: 'messages written by bots',
    },
    nl: {
      title: 'Berichten van bots',
      what: 'Het aantal berichten dat bots schreven.',
      when: 'Wanneer het bericht is verstuurd.',
      why: 'Laat zien hoeveel je bots zeggen, naast je medewerkers.',
      formula: 'berichten geschreven door bots',
    },
    ru: {
      title: 'Сообщения ботов',
      what: 'Количество сообщений, которые написали боты.',
      when: 'В момент отправки сообщения.',
      why: 'Показывает, сколько пишут боты, рядом с операторами.',
      formula: 'сообщения, которые написали боты',
    },
  },
  written_dialogs: {
    en: {
      title: 'Dialogues with messages',
      what: 'The number of chats in which an agent wrote, once for each agent who did.',
      when: 'At the first message of that agent in the chat. A chat in which two agents wrote counts for both, so that the numbers of agents add up to this one.',
      why: 'Shows in how many chats each agent really took part.',
      formula: 'pairs of a session and an agent who wrote in it',
    },
    nl: {
      title: 'Dialogen met berichten',
      what: 'Het aantal chats waarin een medewerker schreef, één keer voor elke medewerker die dat deed.',
      when: 'Bij het eerste bericht van die medewerker in de chat. Een chat waarin twee medewerkers schreven, telt voor beiden, zodat de getallen van medewerkers samen dit getal zijn.',
      why: 'Laat zien aan hoeveel chats elke medewerker echt meedeed.',
      formula: 'paren van een sessie en een medewerker die erin schreef',
    },
    ru: {
      title: 'Диалоги с сообщениями',
      what: 'Количество чатов, в которых писал оператор, по одному разу на каждого писавшего.',
      when: 'По первому сообщению этого оператора в чате. Чат, в котором писали двое, учитывается у обоих, поэтому числа операторов складываются в это.',
      why: 'Показывает, в скольких чатах каждый оператор действительно участвовал.',
      formula: 'пары из сеанса и оператора, который в нём писал',
    },
  },
  waiting_time: {
    en: {
      title: 'Waiting time',
      what: 'The time a conversation waits for an agent: from the moment it is routed to an inbox or offered to the first message of an agent.',
      when: 'When that message is sent, and credited to its agent. A connected call or the end of the conversation ends the wait without a value; several offers are one wait, from the first.',
      why: 'Shows how long conversations lie in your queues, whoever wrote last.',
      formula: 'first agent message − routed or offered',
    },
    nl: {
      title: 'Wachttijd',
      what: 'De tijd dat een gesprek op een medewerker wacht: vanaf het moment dat het naar een inbox gaat of wordt aangeboden tot het eerste bericht van een medewerker.',
      when: 'Wanneer dat bericht wordt verstuurd, en op naam van die medewerker. Een verbonden oproep of het einde van het gesprek beëindigt het wachten zonder waarde; meerdere aanbiedingen zijn één wachttijd, vanaf de eerste.',
      why: 'Laat zien hoe lang gesprekken in je wachtrijen liggen, wie er ook het laatst schreef.',
      formula: 'eerste bericht van een medewerker − gerouteerd of aangeboden',
    },
    ru: {
      title: 'Время ожидания',
      what: 'Сколько разговор ждёт оператора: с момента, когда его направили в папку или предложили, до первого сообщения оператора.',
      when: 'В момент этого сообщения, на счёт этого оператора. Соединённый звонок или конец разговора прекращает ожидание без значения; несколько предложений — одно ожидание, с первого.',
      why: 'Показывает, как долго разговоры лежат в очередях, кто бы ни написал последним.',
      formula: 'первое сообщение оператора − направлен или предложен',
    },
  },
} satisfies MetricTexts
