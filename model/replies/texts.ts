import type { MetricTexts } from '../texts/texts.ts'

export const replyTexts = {
  response_time: {
    en: {
      title: 'Response time',
      what: 'The time a contact waits for an agent: from the first unanswered message to the agent’s next one. A bot’s answer does not end the wait.',
      when: 'When the agent’s reply is sent, and credited to that agent. Nights and pauses between chats are part of the wait; a message that is still unanswered does not count yet.',
      why: 'Shows how quickly your team answers. The median is what is usual; the 90th percentile is what nine in ten waits stay within.',
      formula: 'next agent message − first unanswered contact message',
    },
    nl: {
      title: 'Reactietijd',
      what: 'De tijd die een contact op een medewerker wacht: van het eerste onbeantwoorde bericht tot het volgende bericht van een medewerker. Een antwoord van een bot maakt geen eind aan het wachten.',
      when: 'Wanneer de medewerker antwoordt, en op naam van die medewerker. Nachten en pauzes tussen chats horen bij het wachten; een bericht dat nog onbeantwoord is, telt nog niet.',
      why: 'Laat zien hoe snel je team antwoordt. De mediaan is wat gewoon is; het 90e percentiel is waar negen van de tien wachttijden binnen blijven.',
      formula: 'volgende bericht van een medewerker − eerste onbeantwoorde bericht van het contact',
    },
    ru: {
      title: 'Время ответа',
      what: 'Сколько контакт ждёт оператора: от первого неотвеченного сообщения до следующего сообщения оператора. Ответ бота ожидание не прекращает.',
      when: 'В момент ответа оператора, на счёт этого оператора. Ночи и паузы между чатами входят в ожидание; сообщение, на которое ещё не ответили, пока не учитывается.',
      why: 'Показывает, как быстро отвечает команда. Медиана — обычное значение; в 90-й перцентиль укладываются девять ожиданий из десяти.',
      formula: 'следующее сообщение оператора − первое неотвеченное сообщение контакта',
    },
  },
  first_response_time: {
    en: {
      title: 'First response time',
      what: 'The time from the first message of the contact in a chat to the first message of an agent after it. A bot’s answer does not end the wait.',
      when: 'When the agent’s first reply is sent, once per chat. Chats without an agent’s answer do not count.',
      why: 'Shows how long contacts wait before a person is there for them. That wait often decides whether they stay.',
      formula: 'first agent message after it − first contact message of the session',
    },
    nl: {
      title: 'Eerste reactietijd',
      what: 'De tijd van het eerste bericht van het contact in een chat tot het eerste bericht van een medewerker daarna. Een antwoord van een bot maakt geen eind aan het wachten.',
      when: 'Wanneer de medewerker voor het eerst antwoordt, één keer per chat. Chats zonder antwoord van een medewerker tellen niet.',
      why: 'Laat zien hoe lang contacten wachten tot er een mens voor hen is. Vaak hangt daarvan af of ze blijven.',
      formula: 'eerste bericht van een medewerker daarna − eerste bericht van het contact in de sessie',
    },
    ru: {
      title: 'Время первого ответа',
      what: 'Время от первого сообщения контакта в чате до первого сообщения оператора после него. Ответ бота ожидание не прекращает.',
      when: 'В момент первого ответа оператора, один раз за чат. Чаты без ответа оператора не учитываются.',
      why: 'Показывает, как долго контакты ждут человека. Часто от этого зависит, останутся ли они.',
      formula: 'первое после него сообщение оператора − первое сообщение контакта в сеансе',
    },
  },
  first_responses: {
    en: {
      title: 'First responses',
      what: 'The number of chats in which an agent answered the contact, each with its first answer.',
      when: 'When the agent’s first reply is sent, once per chat.',
      why: 'Shows how many waits the first response time rests on, and how they are spread when they are split by length.',
      formula: 'first agent messages after the first contact message of their session',
    },
    nl: {
      title: 'Eerste reacties',
      what: 'Het aantal chats waarin een medewerker het contact antwoordde, elk met het eerste antwoord.',
      when: 'Wanneer het eerste antwoord van de medewerker wordt verstuurd, één keer per chat.',
      why: 'Laat zien op hoeveel wachttijden de eerste reactietijd berust, en hoe ze verdeeld zijn als je ze naar lengte splitst.',
      formula: 'eerste berichten van medewerkers na het eerste bericht van het contact van hun sessie',
    },
    ru: {
      title: 'Первые ответы',
      what: 'Число чатов, в которых оператор ответил контакту; в каждом учитывается первый ответ.',
      when: 'Когда отправлен первый ответ оператора, один раз на чат.',
      why: 'Показывает, на скольких ожиданиях основано время первого ответа и как они распределены по длительности.',
      formula: 'первые сообщения операторов после первого сообщения контакта в сеансе',
    },
  },
  first_response_within_target: {
    en: {
      title: 'First responses within target',
      what: 'Of all first responses, the share that came within the target of the organization: 60 seconds unless it has set another.',
      when: 'When the agent’s first reply is sent. Chats without an agent’s answer do not count. A changed target holds for the past at once; of several organizations each is held to its own.',
      why: 'Shows how often you keep what you promise, which an average hides.',
      formula: 'first responses no longer than the target ÷ first responses',
    },
    nl: {
      title: 'Eerste reacties binnen de norm',
      what: 'Het aandeel van alle eerste reacties dat binnen de norm van de organisatie kwam: 60 seconden, tenzij er een andere is ingesteld.',
      when: 'Wanneer het eerste antwoord van de medewerker wordt verstuurd. Chats zonder antwoord van een medewerker tellen niet mee. Een gewijzigde norm geldt meteen ook voor het verleden; bij meerdere organisaties geldt voor elk de eigen norm.',
      why: 'Laat zien hoe vaak je nakomt wat je belooft; een gemiddelde verbergt dat.',
      formula: 'eerste reacties niet langer dan de norm ÷ eerste reacties',
    },
    ru: {
      title: 'Первые ответы в срок',
      what: 'Доля первых ответов, уложившихся в норматив организации: 60 секунд, если не задан другой.',
      when: 'Когда отправлен первый ответ оператора. Чаты без ответа оператора не учитываются. Изменённый норматив сразу действует и для прошлого; если организаций несколько, для каждой действует свой.',
      why: 'Показывает, как часто вы выполняете обещанное; среднее значение это скрывает.',
      formula: 'первые ответы не дольше норматива ÷ первые ответы',
    },
  },
  first_response_time_after_handover: {
    en: {
      title: 'First response time after handover',
      what: 'The time from the moment a bot hands the chat over to the first message of an agent.',
      when: 'When the agent’s first reply is sent. Only chats that a bot handed over while the contact was waiting count; after several handovers, the last one.',
      why: 'Shows how quickly your team takes over from a bot, without the time the bot was busy.',
      formula:
        'first agent message − last handover by a bot before it, in sessions handed over while the contact waited',
    },
    nl: {
      title: 'Eerste reactietijd na overdracht',
      what: 'De tijd van het moment waarop een bot de chat overdraagt tot het eerste bericht van een medewerker.',
      when: 'Wanneer de medewerker voor het eerst antwoordt. Alleen chats die een bot overdroeg terwijl het contact wachtte, tellen; bij meerdere overdrachten geldt de laatste.',
      why: 'Laat zien hoe snel je team het van een bot overneemt, zonder de tijd waarin de bot bezig was.',
      formula:
        'eerste bericht van een medewerker − laatste overdracht door een bot daarvoor, in sessies die werden overgedragen terwijl het contact wachtte',
    },
    ru: {
      title: 'Время первого ответа после передачи',
      what: 'Время от момента, когда бот передал чат, до первого сообщения оператора.',
      when: 'В момент первого ответа оператора. Учитываются только чаты, которые бот передал, пока контакт ждал ответа; если передач несколько, берётся последняя.',
      why: 'Показывает, как быстро команда подхватывает чат после бота, без времени работы самого бота.',
      formula:
        'первое сообщение оператора − последняя передача ботом перед ним, в сеансах, переданных, пока контакт ждал ответа',
    },
  },
  contact_reply_time_offline: {
    en: {
      title: 'Reply time of offline contacts',
      what: 'The time from the last message of an agent, sent while the contact was offline, to the contact’s reply.',
      when: 'When the contact replies, and credited to the agent who is replied to. Messages for which it is not known whether the contact was online do not count.',
      why: 'Shows how long it takes before contacts come back, so that you can plan when your agents must be there again.',
      formula: 'contact message − the agent’s last message before it, sent while the contact was offline',
    },
    nl: {
      title: 'Reactietijd van offline contacten',
      what: 'De tijd van het laatste bericht van een medewerker, verstuurd terwijl het contact offline was, tot het antwoord van het contact.',
      when: 'Wanneer het contact antwoordt, en op naam van de medewerker aan wie het antwoordt. Berichten waarvan niet bekend is of het contact online was, tellen niet.',
      why: 'Laat zien hoe lang het duurt voordat contacten terugkomen, zodat je kunt plannen wanneer je medewerkers er weer moeten zijn.',
      formula:
        'bericht van het contact − laatste bericht van de medewerker daarvoor, verstuurd terwijl het contact offline was',
    },
    ru: {
      title: 'Время ответа контактов не в сети',
      what: 'Время от последнего сообщения оператора, отправленного, когда контакт был не в сети, до ответа контакта.',
      when: 'В момент ответа контакта, на счёт оператора, которому он отвечает. Если неизвестно, был ли контакт в сети, сообщение не учитывается.',
      why: 'Показывает, через сколько времени контакты возвращаются, и помогает спланировать, когда операторы должны снова быть на месте.',
      formula:
        'сообщение контакта − последнее перед ним сообщение оператора, отправленное, когда контакт был не в сети',
    },
  },
} satisfies MetricTexts
