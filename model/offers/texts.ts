import type { MetricTexts } from '../texts/texts.ts'

export const offerTexts = {
  offered_dialogs: {
    en: {
      title: 'Offered dialogues',
      what: 'The number of chats and calls that were offered to an agent, once for each agent and chat.',
      when: 'When it is first offered to that agent in the chat.',
      why: 'Shows how many chats agents could have taken, next to those they let pass.',
      formula: 'pairs of a session and an agent it was offered to',
    },
    nl: {
      title: 'Aangeboden dialogen',
      what: 'Het aantal chats en oproepen dat aan een medewerker is aangeboden, één keer per medewerker en chat.',
      when: 'Wanneer de chat die medewerker voor het eerst wordt aangeboden.',
      why: 'Laat zien hoeveel chats medewerkers konden aannemen, naast die ze oversloegen.',
      formula: 'paren van een sessie en een medewerker aan wie die is aangeboden',
    },
    ru: {
      title: 'Предложенные диалоги',
      what: 'Количество чатов и звонков, предложенных оператору, по одному разу на оператора и чат.',
      when: 'Когда чат впервые предложен этому оператору.',
      why: 'Показывает, сколько чатов операторы могли взять, рядом с упущенными.',
      formula: 'пары из сеанса и оператора, которому он предложен',
    },
  },
  skipped_dialogs: {
    en: {
      title: 'Skipped dialogues',
      what: 'The number of chats and calls that an agent let pass, once for each agent and chat.',
      when: 'When the agent first lets it pass in the chat, also if somebody else answers. One that two agents let pass counts for both.',
      why: 'Shows which agents are offered chats they have no time for.',
      formula: 'pairs of a session and an agent who let it pass',
    },
    nl: {
      title: 'Overgeslagen dialogen',
      what: 'Het aantal chats en oproepen dat een medewerker voorbij liet gaan, één keer per medewerker en chat.',
      when: 'Wanneer de medewerker de chat voor het eerst voorbij laat gaan, ook als iemand anders antwoordt. Een chat die twee medewerkers overslaan, telt voor beiden.',
      why: 'Laat zien welke medewerkers chats krijgen aangeboden waar ze geen tijd voor hebben.',
      formula: 'paren van een sessie en een medewerker die haar oversloeg',
    },
    ru: {
      title: 'Упущенные диалоги',
      what: 'Количество чатов и звонков, которые оператор не взял, по одному разу на оператора и чат.',
      when: 'Когда оператор впервые не взял чат, даже если ответил кто-то другой. Чат, который не взяли двое, учитывается у обоих.',
      why: 'Показывает, каким операторам предлагают чаты, на которые у них нет времени.',
      formula: 'пары из сеанса и оператора, который его не взял',
    },
  },
} satisfies MetricTexts
